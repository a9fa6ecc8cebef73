import type { Booking } from '../../domain/booking/booking.ts';
import type { Block } from '../../domain/standing/standing.ts';
import type { BookingFacts } from '../../messages/facts.ts';
import type { FieldProblems } from '../field.tsx';
import type { Picker } from '../picker/picker.ts';

/** All that one look at a booking's page shows. */
export interface ManageView {
  readonly booking: Booking;
  readonly facts: BookingFacts;
  readonly token: string;
  /** Until when this link changes the booking (ms). */
  readonly until: number;
  readonly now: number;
  /** Times to move to, as long as the link can move the booking. */
  readonly picker?: Picker;
  /** What a press of a button came to, where it changed nothing. */
  readonly notice?: Notice;
  readonly problems: FieldProblems;
  /** The reason as it was typed. */
  readonly reason: string;
  /** What happened, as it was typed to contest a no-show. */
  readonly text: string;
  /** Of a no-show that can be held against its attendee: the block that it led to, where it did. */
  readonly follows?: { readonly block?: Block };
}

export interface Notice {
  readonly title: string;
  readonly text: string;
}
