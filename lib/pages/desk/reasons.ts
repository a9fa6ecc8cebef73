import type { DeskAction } from '../../domain/booking/desk-actions.ts';

/** What is asked of our staff's reason for an action. */
export interface ReasonWanted {
  readonly optional: boolean;
  /** Whether the attendee reads it; else it is for the record alone. */
  readonly told: boolean;
}

/** Actions that take a reason. */
export const reasonOf: Readonly<Partial<Record<DeskAction, ReasonWanted>>> = {
  approve: { optional: true, told: false },
  decline: { optional: false, told: true },
  'no-show': { optional: true, told: false },
  excuse: { optional: false, told: false },
  'reject-contest': { optional: false, told: true },
  move: { optional: false, told: true },
  cancel: { optional: false, told: true },
};
