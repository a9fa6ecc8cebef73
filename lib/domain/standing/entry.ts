import type { NoShowReason } from '../booking/booking.ts';

/** What counts for or against somebody, dated. Entries are only ever added: a later one takes an earlier one back. */
export type Entry = BookingEntry | Ruling;

interface OfBooking {
  readonly bookingId: string;
  /** Number of the booking's event that it comes from. */
  readonly number: number;
  /** When that was decided (ms). */
  readonly at: number;
  /** Start of the session that it is about (ms). */
  readonly start: number;
  readonly companyId?: string;
}

/** What became of a booking, as far as it counts. */
export type BookingEntry = OfBooking &
  (
    | { readonly kind: 'no-show'; readonly reason: NoShowReason }
    /** It was learnt that there had been none. */
    | { readonly kind: 'no-show-reversed' }
    /** It stays one and doesn't count. `by` is the id of who of our staff excused it. */
    | { readonly kind: 'no-show-excused'; readonly by: string }
    /** Given back by the member on the session's own date, in the deployment's zone. `stamp` is when they did (ms). */
    | { readonly kind: 'same-day-change'; readonly change: 'cancelled' | 'moved'; readonly stamp: number }
  );

/** What one of our staff decided on a person, within a company where there is one. */
export type Ruling = {
  /** `rul_` and a sortable unique id. */
  readonly id: string;
  readonly at: number;
  /** Id of who of our staff decided. */
  readonly by: string;
  /** Told to the person. */
  readonly reason: string;
  readonly companyId?: string;
} & (
  | { readonly kind: 'blocked'; readonly until: number }
  /** Ends every block, and the need for approval, that was recorded before it. */
  | { readonly kind: 'lifted' }
  /** The fee was paid: ends every block that was recorded before it. */
  | { readonly kind: 'reinstated'; readonly amount: number; readonly currency: string }
);

export type RulingKind = Ruling['kind'];

/** What our staff decided on a company, after a review or without one. */
export interface CompanyRuling {
  readonly decision: 'nothing' | 'approval' | 'block';
  readonly at: number;
  readonly by: string;
  /** Told to the company's people. */
  readonly reason: string;
  /** When an approval or a block ends (ms); absent for `nothing`. */
  readonly until?: number;
}
