import settings from '#config';
import type { Company } from '../../lib/domain/company.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { type CompanyEntry, companyStandingOf } from '../../lib/domain/standing/company-standing.ts';
import { read } from '../../lib/http/read.ts';
import { checkCompany } from '../../lib/pages/desk/check-company.ts';
import { checkInvited, checkRuling } from '../../lib/pages/desk/check-company-form.ts';
import { companiesPage } from '../../lib/pages/desk/companies-page.tsx';
import { blankCompany, type CompaniesView } from '../../lib/pages/desk/companies-view.ts';
import { type CompanyForm, companyForm } from '../../lib/pages/desk/company-forms.ts';
import { companyPage } from '../../lib/pages/desk/company-page.tsx';
import type { CompanyView } from '../../lib/pages/desk/company-view.ts';
import { companyDone, companyRefused } from '../../lib/pages/desk/company-words.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { moments } from './moments.ts';
import type { PageState } from './page-state.ts';
import { ada, crates, everyone } from './portal-people.ts';
import { HOUR } from './sample.ts';
import { decided, missed } from './standing-world.ts';
import { stories } from './stories.ts';
import { tell } from './story.ts';

const DAY = 24 * HOUR;
const now = moments.booked + 2 * HOUR;
const insider = { name: 'Kim Lee', csrf: 'csrf', waiting: { count: 3, more: false } };

const boxes: Company = { ...crates, id: 'boxes', name: 'Boxes & Sons', afterHours: true };
const ended: Company = { ...crates, id: 'alloys', name: 'Alloys Ltd.', planUntil: '2026-10-31' };
const blocked: Company = { ...crates, id: 'zinc', name: 'Zinc Works', ruling: decided('block') };

/** Companies at the desk. Another state is a row. */
export const deskCompanyPages: readonly PageState[] = [
  list('Desk companies'),
  list('Desk companies, none yet', () => ({ companies: [] })),
  list('Desk companies, none found', () => ({ companies: [], sought: 'tin' })),
  list('Desk companies, a later page of a search', () => ({ sought: 'ex', first: false, next: 'more' })),
  list('Desk companies, added with much that is wrong', ({ language }) => {
    const typed = { ...blankCompany, id: 'Tins!', planUntil: '31.12.2027', code: '- -' };
    const checked = checkCompany(typed, language);
    return { typed, ...('problems' in checked && { problems: checked.problems }) };
  }),
  page('Desk company'),
  page('Desk company, just added', () => ({ people: none, sessions: none }), 'done=created'),
  page(
    'Desk company, code replaced',
    () => ({
      company: {
        ...crates,
        code: 'K7QW-3MXN-8RTD',
        formerCodes: [{ code: crates.code, until: now + 14 * DAY }],
      },
    }),
    'done=code',
  ),
  page('Desk company, under review', () => standingOf(crates, changes(4))),
  page('Desk company, with strikes, blocked', () =>
    standingOf({ ...crates, ruling: decided('block'), formerRulings: [decided('nothing', 60)] }, [
      ...of(ada.email, 40, 4),
      ...of('era_7f3c@erased.invalid', 90, 80),
    ]),
  ),
  page('Desk company, the plan has ended', () => ({ company: ended })),
  page('Desk company, invited without anything', (visit) => {
    const form = formOf({ action: 'invite', personLevel: 'basic' });
    const checked = checkInvited(form, visit);
    return 'problems' in checked
      ? { tried: { action: 'invite', typed: form, problems: checked.problems } }
      : {};
  }),
  page('Desk company, decided without anything', (visit) => {
    const form = formOf({ action: 'rule' });
    const checked = checkRuling(form, visit, now);
    return 'problems' in checked
      ? { tried: { action: 'rule', typed: form, problems: checked.problems } }
      : {};
  }),
  page('Desk company, somebody else decided meanwhile', (visit) => {
    const told = companyRefused(new Refusal('changed-meanwhile', ''), visit, now);
    const typed = formOf({ action: 'rule', decision: 'block', until: '2027-01-31', reason: 'Too many.' });
    return {
      ...standingOf({ ...crates, ruling: decided('approval') }, []),
      tried: { action: 'rule', typed, problems: new Map() },
      ...(told && { told }),
    };
  }),
];

const none = { items: [], first: true };

function list(name: string, change: (visit: Visit) => Partial<CompaniesView> = () => ({})): PageState {
  const usual: CompaniesView = {
    ...insider,
    companies: [ended, boxes, crates, blocked],
    ...{ first: true, sought: '', now, typed: blankCompany, problems: new Map() },
  };
  return { name, page: (visit) => companiesPage(visit, { ...usual, ...change(visit) }) };
}

function page(
  name: string,
  change: (visit: Visit) => Partial<CompanyView> = () => ({}),
  query = '',
): PageState {
  return {
    name,
    query,
    page: (visit) => {
      const told = [stories.asUsual, stories.completed, stories.absent].map((story) =>
        tell(visit.language.code, story),
      );
      const changed = change(visit);
      const done = companyDone(visit, crates.code);
      return companyPage(visit, {
        ...insider,
        company: crates,
        standing: companyStandingOf([], crates, settings, now),
        people: { items: everyone, first: true },
        sessions: { items: told, first: true, next: 'more' },
        now,
        ...(done && { told: done }),
        ...changed,
      });
    },
  };
}

function standingOf(company: Company, entries: readonly CompanyEntry[]): Partial<CompanyView> {
  return { company, standing: companyStandingOf(entries, company, settings, now) };
}

function of(email: string, ...days: number[]): CompanyEntry[] {
  return days.map((ago) => ({ ...missed(ago), email }));
}

/** So many sessions given back on their own day, one a day. */
function changes(count: number): CompanyEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const start = now - (count - index) * DAY + 3 * HOUR;
    return {
      ...{ kind: 'same-day-change', bookingId: `bkg_${index}`, number: 2, email: ada.email, start },
      ...{ change: 'cancelled', stamp: start - 2 * HOUR, at: start - 2 * HOUR, companyId: crates.id },
    };
  });
}

function formOf(typed: Partial<CompanyForm>): CompanyForm {
  return { ...read(companyForm, { action: 'facts' }, 'body'), ...typed };
}
