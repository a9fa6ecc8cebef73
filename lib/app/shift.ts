import { inCompany } from '../domain/standing/entries-of.ts';
import type { BookingEntry, Entry } from '../domain/standing/entry.ts';
import { standingOf } from '../domain/standing/person-standing.ts';
import type { StandingRecord } from '../domain/standing/record.ts';
import type { Block, PersonStanding, Rules } from '../domain/standing/standing.ts';

/** What an event of a booking did to where its attendee stands: what it entered, and how things are with and without it. */
export interface Shift {
  readonly entries: readonly BookingEntry[];
  readonly without: PersonStanding;
  readonly standing: PersonStanding;
}

/** Undefined where the event entered nothing. What is known by now counts, also what was entered since. */
export function shiftBy(
  { bookingId, number }: Pick<BookingEntry, 'bookingId' | 'number'>,
  { entries }: StandingRecord,
  rules: Rules,
  now: number,
): Shift | undefined {
  const own = entries.filter((entry) => isOf(entry, bookingId, number));
  const [first] = own;
  if (first === undefined) return undefined;
  const known = inCompany(entries, first.companyId);
  const others = known.filter((entry) => !isOf(entry, bookingId, number));
  return {
    entries: own,
    without: standingOf(others, rules, now),
    standing: standingOf(known, rules, now),
  };
}

/** The strikes that there are only with the event. */
export function strikesGained({ without, standing }: Shift): Block[] {
  return strikesBeyond(standing, without);
}

/** The strikes that there would be without the event. */
export function strikesLost({ without, standing }: Shift): Block[] {
  return strikesBeyond(without, standing);
}

/** Every block of the policy is a strike. Which one it is shows by the no-show that started it. */
function strikesBeyond(one: PersonStanding, other: PersonStanding): Block[] {
  const known = new Set(strikesOf(other).map(starterOf));
  return strikesOf(one).filter((block) => !known.has(starterOf(block)));
}

function strikesOf({ blocks }: PersonStanding): readonly Block[] {
  return blocks.filter(({ because }) => because === 'no-shows');
}

/** Id of the booking whose no-show started the block. */
export function starterOf({ missed }: Block): string | undefined {
  return missed.at(-1)?.bookingId;
}

function isOf(entry: Entry, bookingId: string, number: number): entry is BookingEntry {
  return 'bookingId' in entry && entry.bookingId === bookingId && entry.number === number;
}
