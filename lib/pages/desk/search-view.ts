import type { Booking } from '../../domain/booking/booking.ts';
import type { Company } from '../../domain/company.ts';
import type { DeskSought } from '../../domain/desk-sought.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Told } from '../portal/told.tsx';
import type { DeskInsider } from './desk-insider.ts';

/** What a search has found of a sort, and whether there may be more. */
export interface FoundList<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
}

/** Somebody that a search has found. */
export interface FoundEntry {
  readonly email: string;
  readonly name?: string;
  readonly account?: Person;
  readonly company?: Pick<Company, 'id' | 'name'>;
}

/** What the search page shows. */
export interface SearchView {
  readonly insider: DeskInsider;
  readonly now: number;
  /** As it was typed. */
  readonly text: string;
  /** What was looked for; absent where there was nothing to look for. */
  readonly sought?: DeskSought;
  /** Where the first company is there for its code: whether anything has the text in its name as well. */
  readonly byCode?: 'alone' | 'too';
  readonly people: FoundList<FoundEntry>;
  readonly companies: FoundList<Company>;
  readonly bookings: FoundList<Booking>;
  readonly told?: Told;
}
