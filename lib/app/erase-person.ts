import type { Booking } from '../domain/booking/booking.ts';
import { mayTakePlace } from '../domain/booking/erase.ts';
import { type Actor, nameOf, requireStaff } from '../domain/people/actor.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import { erasePerson as erase } from '../domain/people/erase.ts';
import type { Person } from '../domain/people/person.ts';
import { isErased } from '../domain/people/tombstone.ts';
import { Refusal } from '../domain/refusal.ts';
import { bookingPage } from './booking-page.ts';
import type { BookingList } from './deps.ts';
import type { DeskDeps } from './desk/search-bookings.ts';
import { handle } from './handle.ts';
import { commitPerson } from './people/commit-decision.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { StandingDeps } from './standing-deps.ts';
import { untilCommitted } from './until-committed.ts';

export type ErasureDeps = DeskDeps & { readonly people: PeopleDeps; readonly standing: StandingDeps };

/** Whose identity is to be forgotten, and why. */
export interface ErasureWish {
  readonly email: string;
  /** For the record, which must not name the person either. */
  readonly reason: string;
}

export interface Erasure {
  readonly tombstone: string;
  readonly bookings: number;
  readonly numbers: number;
  readonly account: boolean;
}

/**
 * Forgets who has a mail address, wherever it stands: a tombstone takes its place, and what happened stays and counts.
 * What was begun and broken off is finished by doing it again. Throws `not-allowed`, `not-found` where nothing is on
 * record, `open-sessions` as long as one of theirs may still take place, and `busy`.
 */
export async function erasePerson(deps: ErasureDeps, actor: Actor, wish: ErasureWish): Promise<Erasure> {
  requireStaff(actor);
  const email = normalizedEmail(wish.email);
  const found = await everythingOf(deps, email);
  refuseOpen(found.bookings, deps.now());
  const { bookings, accounts, tombstone } = found;
  const by = nameOf(actor);
  await deps.standing.standings.noteErasure({ tombstone, by, reason: wish.reason, at: deps.now() });
  // Numbers before the bookings that name them, and the account last, whose id is the tombstone: whatever breaks off,
  // what is still to do can be found, and goes under the same one.
  const numbers = await eraseNumbers(deps, email, bookings);
  await deps.standing.standings.eraseMailbox(email);
  for (const { id } of bookings) await handle(deps, id, { type: 'erase', staffId: by, tombstone });
  await untilCommitted(deps, async () =>
    deps.standing.standings.eraseRecord(await deps.table.record(email), tombstone),
  );
  for (const account of accounts) await eraseAccount(deps, actor, account, tombstone);
  refuseOpen(await bookingsOf(deps, { of: 'person', id: email }), deps.now());
  return { tombstone, bookings: bookings.length, numbers, account: accounts.length > 0 };
}

interface Everything {
  readonly bookings: readonly Booking[];
  readonly accounts: readonly Person[];
  readonly tombstone: string;
}

async function everythingOf(deps: ErasureDeps, email: string): Promise<Everything> {
  const { people } = deps.people;
  const [holder, holders, record, bookings] = await Promise.all([
    people.personByEmail(email),
    people.everyHolderOf(email),
    deps.table.record(email),
    bookingsOf(deps, { of: 'person', id: email }),
  ]);
  if (isErased(email) || (holder === undefined && record.revision === 0 && bookings.length === 0)) {
    throw new Refusal('not-found', 'Nothing is on record of who has this mail address.');
  }
  // Who has it now comes last: the address names the others only as long as it is there.
  const former = holders.filter(({ id }) => id !== holder?.id);
  const accounts = [...former, ...(holder === undefined ? [] : [holder])];
  const tombstone = holder?.id ?? record.id ?? deps.standing.newStandingId();
  return { bookings, accounts, tombstone };
}

function refuseOpen(bookings: readonly Booking[], now: number): void {
  const open = bookings.filter((booking) => mayTakePlace(booking, now));
  if (open.length === 0) return;
  throw new Refusal(
    'open-sessions',
    'There are sessions still to come. Cancel them first, or wait for their end.',
    {
      sessions: open.map(({ id }) => id),
    },
  );
}

/** Forgets the numbers of the bookings, but those that somebody else's bookings have too. Gives how many they were. */
async function eraseNumbers(deps: ErasureDeps, email: string, bookings: readonly Booking[]): Promise<number> {
  const numbers = new Set(bookings.flatMap(({ attendee }) => attendee.mobile ?? []));
  for (const mobile of numbers) {
    const all = await bookingsOf(deps, { of: 'mobile', id: mobile });
    const others = all.filter(({ attendee }) => normalizedEmail(attendee.email) !== email);
    if (others.length === 0) await deps.standing.standings.erasePhone(mobile);
  }
  return numbers.size;
}

async function eraseAccount(
  deps: ErasureDeps,
  actor: Actor,
  { id }: Person,
  tombstone: string,
): Promise<void> {
  await untilCommitted(deps, async () => {
    const person = await deps.people.people.person(id);
    if (person === undefined) return;
    await commitPerson(deps.people, person, erase(actor, person, tombstone, deps.now()));
  });
}

/** All of a list, not only a page. Those that were erased already have left it, though the list may lag behind. */
async function bookingsOf(deps: ErasureDeps, list: BookingList): Promise<Booking[]> {
  const found: Booking[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await bookingPage(
      deps,
      (on) => deps.search.bookingsIn(list, { from: END_OF_TIME, direction: 'back', ...on }),
      ({ attendee }) =>
        (list.of === 'person' ? normalizedEmail(attendee.email) : attendee.mobile) === list.id,
      { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
    );
    found.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return found;
}

/** Later than any session starts (ms). */
const END_OF_TIME = 8.64e15;
