import type { Booking } from '../../domain/booking/booking.ts';
import type { DeskAction } from '../../domain/booking/desk-actions.ts';
import type { DeskStanding } from '../../domain/booking/desk-state.ts';
import type { Evidence } from '../../domain/booking/evidence.ts';
import type { BookingFacts } from '../../messages/facts.ts';
import type { FieldProblems } from '../field.tsx';
import type { Picker } from '../picker/picker.ts';
import type { ActionForm } from './action-form.ts';
import type { DeskInsider } from './desk-insider.ts';
import type { SessionNotice } from './told-notice.ts';

/** All that one look at a session from the desk shows. */
export interface SessionView {
  readonly insider: DeskInsider & { readonly csrf: string };
  readonly booking: Booking;
  readonly facts: BookingFacts;
  readonly standing: DeskStanding;
  readonly actions: readonly DeskAction[];
  readonly record: Pick<Evidence, 'events' | 'messages' | 'replies'>;
  /** Names of our staff who had to do with it, by id. */
  readonly staff: ReadonlyMap<string, string>;
  /** Absent where it was booked without one. */
  readonly company?: { readonly id: string; readonly name: string };
  readonly now: number;
  /** Times to move to, as long as it can be moved. */
  readonly picker?: Picker;
  /** Who would give it at the time that was picked. */
  readonly mover?: string;
  /** Where the browser is to go after a press that was done; here where absent. */
  readonly back?: string;
  /** What was pressed, and typed for it, where that was not done. */
  readonly tried?: ActionForm;
  readonly problems: FieldProblems;
  readonly notice?: SessionNotice;
}
