import type { Company } from '../../lib/domain/company.ts';
import { type MailboxNote, unknownMailbox } from '../../lib/domain/mailbox.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import type { Entry } from '../../lib/domain/standing/entry.ts';
import { checkPerson } from '../../lib/pages/desk/check-person.ts';
import type { PersonForm } from '../../lib/pages/desk/person-forms.ts';
import { personRefused } from '../../lib/pages/desk/person-notice.ts';
import { personPage } from '../../lib/pages/desk/person-page.tsx';
import type { PersonView } from '../../lib/pages/desk/person-view.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { deskInsider, staff } from './desk-session-view.ts';
import { after } from './moments.ts';
import type { PageState } from './page-state.ts';
import { ada, crates } from './portal-people.ts';
import { HOUR } from './sample.ts';
import { standingStories } from './standing-stories.ts';
import { blockedByStaff, decided, missed, standingBy } from './standing-world.ts';
import { stories } from './stories.ts';
import { tell } from './story.ts';

const now = after(60);
const company: Pick<Company, 'id' | 'name'> = { id: crates.id, name: crates.name };
const paid: Entry = {
  ...{
    kind: 'reinstated',
    id: 'rul_0',
    at: now - 20 * 24 * HOUR,
    by: 'per_kim',
    amount: 100,
    currency: 'USD',
  },
  ...{ companyId: crates.id, reason: 'Invoice 2026-117' },
};

/** A person as our staff see them. Another state is a row. */
export const deskPersonPages: readonly PageState[] = [
  row('Desk person, nothing against them', []),
  row('Desk person, blocked for no-shows, and before', [missed(100), missed(40), paid, missed(5)]),
  row('Desk person, blocked by staff', [blockedByStaff]),
  row('Desk person, approval needed', [
    missed(80, 'late_notice'),
    missed(60, 'late_notice'),
    paid,
    missed(40, 'late_notice'),
  ]),
  row('Desk person, of a company that is blocked', [missed(5)], () => {
    const { decision, until = 0, ...ruling } = decided('block');
    return decision === 'block' ? { company: { ...company, ruling: { ...ruling, decision, until } } } : {};
  }),
  row('Desk person, without an account, and of another company too', [missed(5)], () => ({
    elsewhere: [{ id: 'mapworks', name: 'Mapworks & Sons' }],
    history: { items: [], first: true },
  })),
  row(
    'Desk person, mail comes back',
    [],
    mailed({ what: 'bounced', at: now - 3 * HOUR, address: ada.email }),
  ),
  row('Desk person, mail is off', [], mailed({ what: 'complained', at: now - 3 * HOUR, address: ada.email })),
  row(
    'Desk person, mailed again',
    [],
    mailed(
      { what: 'complained', at: now - 30 * HOUR, address: ada.email },
      { what: 'allowed', at: now - 2 * HOUR, by: 'per_robin', reason: 'It was a slip, they told us.' },
    ),
  ),
  row('Desk person, asked without what is needed', [missed(5)], (visit) => {
    const tried = form('erase', { confirm: 'ada@example' });
    const checked = checkPerson(tried, ada.email, now, visit);
    return { tried, ...('problems' in checked ? checked : {}) };
  }),
  row('Desk person, not to be erased yet', [missed(5)], (visit, view) => {
    const tried = form('erase', { confirm: ada.email, reason: 'Asked for it by letter' });
    const notice = personRefused(visit, view, new Refusal('open-sessions', ''), tried);
    return { tried, notice, open: view.history.items.slice(0, 1) };
  }),
  row('Desk person, somebody was faster', [missed(40), paid], (visit, view) => {
    const tried = form('lift', { seen: '1', reason: 'We talked on the phone.' });
    return { tried, notice: personRefused(visit, view, new Refusal('changed-meanwhile', ''), tried) };
  }),
];

function row(
  name: string,
  entries: readonly Entry[],
  told: (visit: Visit, view: PersonView) => Partial<PersonView> = () => ({}),
): PageState {
  return {
    name,
    page: (visit) => {
      const view = usual(visit, entries);
      const shown = told(visit, view);
      const { account, ...rest } = view;
      const known = shown.elsewhere === undefined && account !== undefined ? { account } : {};
      return personPage(visit, { ...rest, ...known, ...shown });
    },
  };
}

function usual({ language: { code } }: Visit, entries: readonly Entry[]): PersonView {
  const items = [
    tell(code, stories.asUsual),
    tell(code, standingStories.contested),
    tell(code, stories.absent),
  ];
  return {
    ...{ insider: deskInsider, now, email: ada.email, name: ada.name, mobile: '+15555550123', account: ada },
    ...{ company, elsewhere: [], entries, staff, problems: new Map() },
    standing: standingBy(entries, now),
    mailbox: unknownMailbox(ada.email),
    history: { items, next: 'preview', first: true },
  };
}

function mailed(...notes: MailboxNote[]): () => Partial<PersonView> {
  return () => ({ mailbox: { email: ada.email, revision: notes.length, notes } });
}

function form(action: PersonForm['action'], typed: Partial<PersonForm>): PersonForm {
  return {
    csrf: 'csrf',
    action,
    company: crates.id,
    seen: '0',
    reason: '',
    until: '',
    confirm: '',
    ...typed,
  };
}
