import type { ComponentChildren } from 'preact';
import { dateAt } from '../../domain/calendar/zone.ts';
import type { Person } from '../../domain/people/person.ts';
import { line } from '../../messages/line.ts';
import { mobileText } from '../book/mobile.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import type { Language } from '../language/en.ts';
import { hrefOf, type Visit } from '../visit.ts';
import { companyPath, personPath } from './desk-paths.ts';
import type { PersonView } from './person-view.ts';

interface HeadProps {
  readonly visit: Visit;
  readonly view: PersonView;
}

/** How to reach somebody, what account and company they have, and where else something is on record. */
export function PersonHead({ visit, view }: HeadProps) {
  const { facts, book } = deskIn(visit.language).person;
  const { email, mobile, company, account } = view;
  return (
    <section class="card" aria-label={facts.label}>
      <dl class="facts">
        <Fact label={facts.email}>
          <a href={`mailto:${email}`}>{email}</a>
        </Fact>
        {mobile === undefined ? null : (
          <Fact label={facts.mobile}>
            <a href={`tel:${mobile}`}>{mobileText(mobile)}</a>
          </Fact>
        )}
        <Fact label={facts.company}>
          {company === undefined ? (
            facts.noCompany
          ) : (
            <a href={companyPath(visit, company.id)}>{line(company.name)}</a>
          )}
        </Fact>
        <Fact label={facts.account}>{accountTold(visit, account)}</Fact>
      </dl>
      <Elsewhere visit={visit} view={view} />
      {account?.staff === true ? null : (
        <p>
          <a class="button" href={hrefOf(visit, '/desk/book', bookingOf(view))}>
            {book}
          </a>
        </p>
      )}
    </section>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Elsewhere({ visit, view: { elsewhere, email } }: HeadProps) {
  if (elsewhere.length === 0) return null;
  return (
    <>
      <p>{deskIn(visit.language).person.elsewhere}</p>
      <ul class="list">
        {elsewhere.map(({ id, name }) => (
          <li>
            <a href={personPath(visit, email, { company: id })}>{line(name)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the page that books an appointment is filled in with. */
function bookingOf({ email, name, mobile, company }: PersonView): Record<string, string> {
  return { ...(name && { name }), email, ...(mobile && { mobile }), ...(company && { company: company.id }) };
}

function accountTold({ language, settings }: Visit, account: Person | undefined): string {
  const { facts } = deskIn(language).person;
  if (account === undefined) return facts.noAccount;
  const date = (at: number) => dateName(dateAt(settings.zone, at), language);
  if (account.status === 'removed') return facts.removed(date(account.removedAt ?? account.invitedAt));
  const what = levelOf(account, language);
  return account.status === 'invited'
    ? `${what}, ${facts.invited(date(account.invitedAt))}`
    : facts.since(what, date(account.activatedAt ?? account.invitedAt));
}

function levelOf(account: Person, language: Language): string {
  const { messages } = language;
  const { person: deskPerson } = deskIn(language);
  return account.staff ? deskPerson.facts.staff : messages.accountMails.levels[account.level];
}
