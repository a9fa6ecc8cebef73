import type { Booking } from '../../domain/booking/booking.ts';
import type { Reason } from '../../domain/calendar/explain.ts';
import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import { shortMoment } from '../../messages/time.ts';
import { deskIn } from '../language/desk.ts';
import type { DeskWords } from '../language/en/desk.ts';
import { hrefOf, type Visit } from '../visit.ts';
import { type ActionForm, actionIn } from './action-form.ts';
import { reasonsWords } from './obstacle-words.ts';
import { meanwhile } from './session-told.ts';
import type { SessionView } from './session-view.ts';
import type { SessionNotice } from './told-notice.ts';

/** What was done, as the address of the page after it says. */
export function doneNotice({ query, language }: Visit): SessionNotice | undefined {
  const { done } = deskIn(language).session;
  const deed = query.get('done') ?? '';
  return isDeed(deed, done) ? { good: true, title: done[deed] } : undefined;
}

/**
 * Why nothing was done. Where the session has changed since it was looked at, it is that change which is told: whoever was
 * first decided. `start` is the time that was asked for (ms), where one was.
 */
export function refusedNotice(
  visit: Visit,
  view: Pick<SessionView, 'booking' | 'record' | 'staff' | 'actions'>,
  refusal: Refusal,
  form: ActionForm,
  start: number | undefined,
): SessionNotice {
  const { refused } = deskIn(visit.language).session;
  const since = meanwhile(visit, view, Number(form.revision));
  const typed = form.reason.trim();
  const isGone = !view.actions.includes(actionIn(form));
  const wrote = isGone && typed !== '' ? { wrote: typed } : {};
  if (since.length > 0)
    return { good: false, title: refused.faster, text: refused.fasterText, list: since, ...wrote };
  const told = { good: false, title: refused.title, ...wrote };
  if (refusal.code !== 'slot-unavailable') return { ...told, text: whyNot(visit, view.booking, refusal) };
  if (start === undefined) return { ...told, text: refused.because.taken };
  const reasons = refusal.facts['reasons'] as readonly Reason[] | undefined;
  const list = reasonsWords(reasons ?? [], visit);
  const way = { href: emergencyAt(visit, view.booking, start), label: refused.emergency };
  return { ...told, text: refused.because.notFree, ...(list.length > 0 && { list }), way };
}

/** The page that puts an emergency appointment at an instant (ms), filled in with who the session is for. */
export function emergencyAt(visit: Visit, booking: Booking, start?: number): string {
  return hrefOf(visit, '/desk/book', {
    from: booking.id,
    ...(start === undefined ? {} : { start: new Date(start).toISOString() }),
  });
}

/** What is said to a refusal that has no more to tell. */
const plainWords: Partial<Record<RefusalCode, keyof DeskWords['session']['refused']['because']>> = {
  'already-over': 'over',
  'outside-change-window': 'tooLate',
  'somebody-joined': 'joined',
  'join-stands': 'joinStands',
  'nobody-joined': 'nobodyJoined',
  'not-begun': 'notBegun',
  'not-completed': 'notCompleted',
  'not-a-no-show': 'notNoShow',
  'not-pending': 'notPending',
  'not-contested': 'notContested',
  'approval-required': 'tooSoon',
  busy: 'busy',
};

/** Why something was not done to a session, in a sentence. */
export function whyNot({ settings, language }: Visit, booking: Booking, { code, facts }: Refusal): string {
  const { refused } = deskIn(language).session;
  if (code !== 'outside-join-window') return refused.because[plainWords[code] ?? 'failed'];
  if (booking.status === 'pending') return refused.because.notYet;
  const from = Date.parse(String(facts['from']));
  return refused.tooEarly(shortMoment(from, settings.zone, language.messages));
}

function isDeed<Deeds extends object>(text: string, deeds: Deeds): text is Extract<keyof Deeds, string> {
  return Object.hasOwn(deeds, text);
}
