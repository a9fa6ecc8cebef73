import type { Booking } from '../../domain/booking/booking.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { moment, shortMoment } from '../../messages/time.ts';
import type { Language } from '../language/en.ts';
import type { Notice } from './view.ts';

/** Why a press changed nothing; undefined where the picker says it: it offers other times. */
export function noticeOf({ code, facts }: Refusal, booking: Booking, language: Language): Notice | undefined {
  const { manage, problems } = language;
  if (code === 'slot-unavailable') return undefined;
  if (code === 'already-over') return { title: manage.over, text: manage.overText };
  if (code === 'busy') return { title: manage.busy, text: manage.busyText };
  if (code === 'approval-required') return { title: manage.tooSoon, text: manage.tooSoonText };
  if (code === 'not-a-no-show') return { title: manage.contest.settled, text: manage.contest.settledText };
  if (code === 'changed-meanwhile') return contestedAlready(booking, language);
  if (code !== 'outside-change-window') return problems.invalid;
  const until = moment(Date.parse(String(facts['until'])), booking.timeZone, language.messages);
  return { title: manage.tooLate, text: manage.tooLateText(until) };
}

/** The no-show was excused, or contested in other words before. */
function contestedAlready({ outcome }: Booking, { manage: { contest } }: Language): Notice {
  return outcome?.excused === undefined && outcome?.contest !== undefined
    ? { title: contest.already, text: contest.alreadyText }
    : { title: contest.settled, text: contest.settledText };
}

/** The booking has moved since the page was loaded on which a button was pressed. */
export function staleNotice({ start, timeZone }: Booking, { manage, messages }: Language): Notice {
  return { title: manage.stale, text: manage.staleText(shortMoment(start, timeZone, messages)) };
}
