import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { searchBookings } from '../../../lib/app/desk/search-bookings.ts';
import { standingBy } from '../../../lib/app/standing/person-standing.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import type { Company } from '../../../lib/domain/company.ts';
import type { MailboxNote } from '../../../lib/domain/mailbox.ts';
import { noSuchPerson } from '../../../lib/domain/people/actor.ts';
import type { Person } from '../../../lib/domain/people/person.ts';
import { isErased } from '../../../lib/domain/people/tombstone.ts';
import { rulingInForce } from '../../../lib/domain/standing/company-standing.ts';
import type { Entry } from '../../../lib/domain/standing/entry.ts';
import type { PersonView } from '../../../lib/pages/desk/person-view.ts';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { Viewer } from '../../requests/viewer.ts';
import type { DeskDeps } from '../handler.ts';
import { insiderOf } from '../insider.ts';
import { personIn } from '../people.ts';
import { staffNames } from '../staff-names.ts';

/** How many sessions the history shows at once. */
const PAGE = 10;

/**
 * What the page of a person shows as things stand, within the company that is asked for. Throws `not-found` where nothing is
 * on record of whoever has the address, and `invalid-input` for a cursor that isn't ours.
 */
export async function personViewOf(
  deps: DeskDeps,
  event: APIGatewayProxyEventV2,
  { query }: Visit,
  viewer: Viewer,
): Promise<PersonView> {
  const asked = query.get('company') ?? undefined;
  const { email, companyId } = await personIn(deps, event, viewer.actor, asked);
  const cursor = query.get('cursor') ?? undefined;
  const page = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
  const [insider, account, record, mailbox, history, latest] = await Promise.all([
    insiderOf(deps, viewer),
    deps.table.personByEmail(email),
    deps.table.record(email),
    deps.table.mailbox(email),
    searchBookings(deps, { by: 'email', email }, page),
    searchBookings(deps, { by: 'email', email }, { limit: 1 }),
  ]);
  const [last] = latest.items;
  if (isErased(email) || (account === undefined && record.revision === 0 && last === undefined))
    throw noSuchPerson();
  const here = companyId ?? last?.companyId;
  const [company, elsewhere, staff] = await Promise.all([
    here === undefined ? undefined : deps.people.people.company(here),
    companiesOf(deps, record.entries, here),
    staffNames(deps, [...decidersOf(record.entries), ...decidersOf(mailbox.notes)]),
  ]);
  return {
    insider: { ...insider, csrf: viewer.csrf },
    now: deps.now(),
    ...{ email, ...knownOf(account, last), ...(account && { account }) },
    ...(company && { company: told(company, deps.now()) }),
    ...{ elsewhere, staff, mailbox, entries: record.entries, problems: new Map() },
    standing: standingBy(deps, record, here),
    history: { ...history, first: cursor === undefined },
  };
}

function knownOf(
  account: Person | undefined,
  last: Booking | undefined,
): Pick<PersonView, 'name' | 'mobile'> {
  const name = account?.name ?? last?.attendee.name;
  const mobile = last?.attendee.mobile;
  return { ...(name === undefined ? {} : { name }), ...(mobile === undefined ? {} : { mobile }) };
}

function told({ id, name, ruling }: Company, now: number): NonNullable<PersonView['company']> {
  const inForce = rulingInForce(ruling, now);
  return { id, name, ...(inForce && { ruling: inForce }) };
}

async function companiesOf(
  { people }: DeskDeps,
  entries: readonly Entry[],
  here: string | undefined,
): Promise<PersonView['elsewhere']> {
  const ids = new Set(entries.flatMap(({ companyId }) => companyId ?? []));
  if (here !== undefined) ids.delete(here);
  const found = await Promise.all([...ids].map((id) => people.people.company(id)));
  return found.flatMap((company) => (company === undefined ? [] : [{ id: company.id, name: company.name }]));
}

function decidersOf(entries: readonly (Entry | MailboxNote)[]): string[] {
  return entries.flatMap((entry) => ('by' in entry ? [entry.by] : []));
}
