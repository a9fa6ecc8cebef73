import { calendarPart } from './calendar.ts';
import type { MailContent } from './content.ts';
import type { BookingFacts, Mail, MailKind } from './facts.ts';
import { en, type Language } from './language/en.ts';
import { letter } from './letter.tsx';
import { line } from './line.ts';
import { cancelled } from './mails/cancelled.ts';
import { confirmed } from './mails/confirmed.ts';
import { contestRejected } from './mails/contest-rejected.ts';
import { mobileLost } from './mails/mobile-lost.ts';
import { mobileRestored } from './mails/mobile-restored.ts';
import { moved } from './mails/moved.ts';
import { noShow } from './mails/no-show.ts';
import { noShowExcused } from './mails/no-show-excused.ts';
import { noShowReversed } from './mails/no-show-reversed.ts';
import { notApproved } from './mails/not-approved.ts';
import { reminder } from './mails/reminder.ts';
import { requested } from './mails/requested.ts';
import type { Telling } from './mails/telling.ts';

/**
 * A mail about a booking as HTML and plain text, times in the attendee's zone. `now` (milliseconds) is the instant
 * it is told at: it stamps the calendar part, and a deadline that has passed by then is told as passed.
 */
export function renderMail(kind: MailKind, facts: BookingFacts, now: number, language: Language = en): Mail {
  const content = compose(kind, { facts, language, now });
  const { brand } = facts;
  const footer = [language.parts.footer(line(brand.name)), language.parts.bookingId(facts.bookingId)];
  const calendar = calendarFor(kind, facts, now, language);
  return { ...letter(content, { code: language.code, brand, footer }), ...(calendar && { calendar }) };
}

function compose(kind: MailKind, telling: Telling): MailContent {
  switch (kind.kind) {
    case 'confirmed':
    case 'approved':
      return confirmed(telling, kind);
    case 'requested':
      return requested(telling, kind);
    case 'declined':
      return notApproved(telling, 'declined', kind.reason);
    case 'approval-expired':
      return notApproved(telling, 'approvalExpired');
    case 'moved':
      return moved(telling, kind);
    case 'cancelled':
      return cancelled(telling, kind);
    case 'reminder':
      return reminder(telling);
    case 'no-show':
      return noShow(telling, kind);
    case 'no-show-reversed':
      return noShowReversed(telling, kind);
    case 'no-show-excused':
      return noShowExcused(telling, kind);
    case 'contest-rejected':
      return contestRejected(telling, kind.reason);
    case 'mobile-lost':
      return mobileLost(telling, kind.reason);
    case 'mobile-restored':
      return mobileRestored(telling);
  }
}

/**
 * Only what changes a calendar carries a part for it: an invitation repeated by a reminder would ask again, and what
 * awaits approval is in no calendar yet.
 */
function calendarFor(kind: MailKind, facts: BookingFacts, now: number, language: Language): Mail['calendar'] {
  const method = methodOf(kind);
  return method === undefined ? undefined : calendarPart(method, facts, now, language);
}

function methodOf(kind: MailKind): 'REQUEST' | 'CANCEL' | undefined {
  if (kind.kind === 'confirmed' || kind.kind === 'approved') return 'REQUEST';
  if (kind.kind === 'moved') return kind.wanted === undefined ? 'REQUEST' : undefined;
  if (kind.kind === 'cancelled') return kind.wasRequest === true ? undefined : 'CANCEL';
  // It is learnt late that somebody had cancelled in time: their calendar has the session still.
  return kind.kind === 'no-show-reversed' && kind.because === 'cancelled' ? 'CANCEL' : undefined;
}
