import type { Booking } from '../../domain/booking/booking.ts';
import type { Company } from '../../domain/company.ts';
import type { RulingInForce } from '../../domain/standing/company-standing.ts';
import type { CompanyStanding, PersonStanding } from '../../domain/standing/standing.ts';
import type { FieldProblems } from '../field.tsx';
import type { DeskInsider } from './desk-insider.ts';
import type { SessionNotice } from './told-notice.ts';
import type { WaitingForm } from './waiting-forms.ts';

/** A page of a list of what waits. */
export interface WaitingList<Item> {
  readonly items: readonly Item[];
  /** Where the list goes on. */
  readonly next?: string;
}

/** A booking that waits for a decision since (ms), and where who it is for stands. */
export interface WaitingBooking {
  readonly since: number;
  readonly booking: Booking;
  readonly standing: PersonStanding;
  readonly company?: { readonly id: string; readonly name: string; readonly ruling?: RulingInForce };
}

/** A company that waits for a review since (ms). */
export interface WaitingReview {
  readonly since: number;
  readonly company: Company;
  readonly standing: CompanyStanding;
}

/** What waits for a decision. Where only one list is there, it is a later page of it. */
export interface WaitingView {
  readonly insider: DeskInsider & { readonly csrf: string };
  readonly now: number;
  readonly approvals?: WaitingList<WaitingBooking>;
  readonly contests?: WaitingList<WaitingBooking>;
  readonly reviews?: WaitingList<WaitingReview>;
  /** Names of our staff who decided before, by id. */
  readonly staff: ReadonlyMap<string, string>;
  /** What was pressed, and typed for it, where that was not done. */
  readonly tried?: WaitingForm;
  /** By the names of fields: each item has its own. */
  readonly problems: FieldProblems;
  readonly notice?: SessionNotice;
}
