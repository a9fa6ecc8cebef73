import { calendarEntry } from '../../lib/app/calendar-entry.ts';
import { factsOf } from '../../lib/app/facts.ts';
import { hoursOf } from '../../lib/domain/booking/timer.ts';
import { mailLossOf } from '../../lib/domain/mailbox.ts';
import { normalizedEmail } from '../../lib/domain/people/email.ts';
import { alwaysSent } from '../../lib/pages/always-sent.ts';
import { bookedPage } from '../../lib/pages/booked/booked-page.tsx';
import { pageResult, seeOther } from '../../lib/pages/page.tsx';
import { waitingFor } from '../../lib/pages/session/undecided.ts';
import { hrefOf } from '../../lib/pages/visit.ts';
import { managing, openLink } from '../requests/link.ts';
import type { PageHandler } from './page-handler.ts';

/** The confirmation, as long as the booking stands; what became of it otherwise is on the page that manages it. */
export const showBooked: PageHandler = async (deps, event, visit) => {
  const { booking, token } = await openLink(deps, event, managing);
  if (booking.status !== 'confirmed' && booking.status !== 'pending') {
    return seeOther(visit, hrefOf({ ...visit, embedded: false }, `/manage/${token}`));
  }
  const waiting = waitingFor(booking);
  // The booking is marked only once its mail is about to go out.
  const lost = mailLossOf(await deps.table.mailbox(normalizedEmail(booking.attendee.email)));
  const reminders = booking.due.flatMap(({ kind }) => hoursOf(kind) ?? []);
  return pageResult(
    visit,
    bookedPage(visit, {
      facts: await factsOf(deps, booking, visit.language.code),
      reminders,
      token,
      now: deps.now(),
      ...(waiting && { waiting }),
      ...(lost && { mailLost: lost.reason }),
    }),
  );
};

/** The booking as a file for calendars. */
export const getCalendar: PageHandler = async (deps, event) => {
  const { booking } = await openLink(deps, event, managing);
  const { method, content } = await calendarEntry(deps, booking);
  return {
    statusCode: 200,
    headers: {
      'content-type': `text/calendar; charset=utf-8; method=${method}`,
      'content-disposition': 'attachment; filename="session.ics"',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
      ...alwaysSent,
    },
    body: content,
  };
};
