import * as z from 'zod/mini';
import { type DeskAction, deskActions } from '../../domain/booking/desk-actions.ts';

/** Buttons of the card that moves, which change nothing: they show the page with what was picked. */
const picks = /^(?:show|(?:month|day|take):.{1,40})$/u;

function isButton(action: string): boolean {
  return action === 'move-typed' || picks.test(action) || deskActions.some((known) => known === action);
}

const short = z.prefault(z.string().check(z.maxLength(60, 'is too long')), '');

/** What is posted to change a session: the button, the revision of the booking that it was pressed on, and what it needs. */
export const actionForm = z.strictObject({
  /** Checked before the form is read. */
  csrf: z.prefault(z.string(), ''),
  action: z.string().check(z.refine(isButton, 'is not a button of this page')),
  revision: z.string().check(z.regex(/^[1-9]\d{0,8}$/u, 'is not one that we made')),
  back: short,
  /** More than it may hold, so that what is too long comes back to be shortened. */
  reason: z.prefault(z.string().check(z.maxLength(4000, 'is too long')), ''),
  /** HH:MM in the deployment's zone. */
  joinedAt: short,
  month: short,
  day: short,
  start: short,
  timeZone: short,
  /** As they are typed, in the deployment's zone. */
  date: short,
  time: short,
  lang: short,
});

export type ActionForm = z.output<typeof actionForm>;

/** Whether what was pressed only picks a time to move to. */
export function isPick({ action }: Pick<ActionForm, 'action'>): boolean {
  return picks.test(action);
}

/** What a form is about to do, or was opened for. */
export function actionIn({ action }: Pick<ActionForm, 'action'>): DeskAction {
  return deskActions.find((known) => known === action) ?? 'move';
}
