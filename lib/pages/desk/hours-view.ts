import type { Booking } from '../../domain/booking/booking.ts';
import type { HoursException } from '../../domain/calendar/hours-exception.ts';
import type { Consultant } from '../../domain/catalogue.ts';
import type { FieldProblems } from '../field.tsx';
import type { Told } from '../portal/told.tsx';
import type { DeskInsider } from './desk-insider.ts';

/** What the page of everybody's hours shows. */
export interface EveryonesHoursView extends DeskInsider {
  /** In the order of the configuration, with what is coming next. */
  readonly consultants: readonly {
    readonly consultant: Consultant;
    readonly coming: readonly HoursException[];
  }[];
}

/** What the page of one consultant's hours shows. */
export interface HoursView extends DeskInsider {
  readonly csrf: string;
  readonly consultant: Consultant;
  readonly now: number;
  /** In which the consultant's times are told. */
  readonly zone: string;
  readonly coming: readonly ListedHours[];
  readonly feed: { readonly url: string; readonly number: number };
  readonly typed: TypedHours;
  readonly problems: FieldProblems;
  readonly preview?: HoursPreview;
  readonly told?: Told;
  /** What is left in time that was closed a moment ago. */
  readonly left: readonly Booking[];
}

/** Time off or extra hours, the sessions that lie in time off, and who of our staff added it. */
export interface ListedHours {
  readonly hours: HoursException;
  readonly bookings: readonly Booking[];
  readonly by: string;
}

/** What a press of the button would do. `there` where what is to be added is on record already. */
export type HoursPreview = { readonly hours: HoursException; readonly bookings: readonly Booking[] } & (
  | { readonly do: 'add'; readonly there: boolean }
  | { readonly do: 'remove' }
);

/** As it is typed: dates, and times that may be left empty. */
export interface TypedHours {
  readonly kind: string;
  readonly fromDate: string;
  readonly fromTime: string;
  readonly toDate: string;
  readonly toTime: string;
  readonly reason: string;
}

export const blankHours: TypedHours = {
  ...{ kind: '', fromDate: '', fromTime: '', toDate: '', toTime: '', reason: '' },
};
