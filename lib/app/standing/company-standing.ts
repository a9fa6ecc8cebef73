import type { Company } from '../../domain/company.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import { type CompanyEntry, companyStandingOf } from '../../domain/standing/company-standing.ts';
import type { BookingEntry } from '../../domain/standing/entry.ts';
import type { CompanyStanding } from '../../domain/standing/standing.ts';
import type { Deps } from '../deps.ts';
import type { StandingTable } from '../standing-deps.ts';

/** What deriving a company's standing needs. */
export type CompanyStandingDeps = Pick<Deps, 'table' | 'settings' | 'now'> & {
  readonly standings: Pick<StandingTable, 'entriesOf'>;
};

/** How many bookings are read at once. */
const AT_ONCE = 25;

/** Where a company stands by all that is recorded of its people. */
export async function companyStanding(
  deps: CompanyStandingDeps,
  company: Pick<Company, 'id' | 'ruling' | 'formerRulings'>,
): Promise<CompanyStanding> {
  const entries = await deps.standings.entriesOf(company.id, 0);
  return companyStandingOf(await withEmails(deps, entries), company, deps.settings, deps.now());
}

/** Whose an entry is, the booking's row tells: of somebody who was erased, their tombstone. */
async function withEmails(
  { table }: Pick<Deps, 'table'>,
  entries: readonly BookingEntry[],
): Promise<CompanyEntry[]> {
  const ids = [...new Set(entries.map(({ bookingId }) => bookingId))];
  const emails = new Map<string, string>();
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const bookings = await Promise.all(ids.slice(first, first + AT_ONCE).map((id) => table.booking(id)));
    for (const booking of bookings) {
      if (booking !== undefined) emails.set(booking.id, normalizedEmail(booking.attendee.email));
    }
  }
  return entries.flatMap((entry) => {
    const email = emails.get(entry.bookingId);
    return email === undefined ? [] : [{ ...entry, email }];
  });
}
