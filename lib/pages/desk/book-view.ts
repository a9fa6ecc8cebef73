import type { Booking } from '../../domain/booking/booking.ts';
import type { Timer } from '../../domain/booking/timer.ts';
import type { Reason } from '../../domain/calendar/explain.ts';
import type { HoursException } from '../../domain/calendar/hours-exception.ts';
import type { Consultant } from '../../domain/catalogue.ts';
import type { FieldProblems } from '../field.tsx';
import type { DeskBookForm } from './book-form.ts';
import type { DeskInsider } from './desk-insider.ts';

/** All that one look at the page of emergency appointments shows. */
export interface DeskBookView {
  readonly insider: DeskInsider & { readonly csrf: string };
  readonly form: DeskBookForm;
  readonly problems: FieldProblems;
  readonly now: number;
  /** What booking it would meet and lead to, once all is known that it needs. */
  readonly preview?: BookPreview;
  readonly notice?: BookNotice;
}

export interface BookNotice {
  readonly title: string;
  readonly text: string;
  readonly way?: { readonly href: string; readonly label: string };
}

/** What is in the way of an appointment, and what is sent for it. Instants are ms. */
export interface BookPreview {
  readonly start: number;
  readonly end: number;
  readonly timeZone: string;
  readonly consultant: Consultant;
  readonly email: string;
  /** E.164, where it is texted. */
  readonly mobile?: string;
  /** Sessions that hold the time: an appointment beside them has to be wanted. */
  readonly sessions: readonly Booking[];
  readonly off: readonly HoursException[];
  /** What else is unusual about the time. */
  readonly reasons: readonly Reason[];
  readonly timers: readonly Timer[];
  /** Tells what was shown from what has changed since. */
  readonly mark: string;
}
