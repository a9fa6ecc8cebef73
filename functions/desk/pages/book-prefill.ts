import { isBookingId } from '../../../lib/app/booking-page.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { dateAt } from '../../../lib/domain/calendar/zone.ts';
import { blankBookForm, type DeskBookForm } from '../../../lib/pages/desk/book-form.ts';
import type { Visit } from '../../../lib/pages/visit.ts';
import type { DeskDeps } from '../handler.ts';

/** Fields that an address may fill in. */
const named = [
  ...['consultant', 'sessionType', 'date', 'time', 'name', 'email', 'mobile', 'timeZone', 'company'],
  ...['topic', 'reason', 'back'],
] as const;

const STEP_MS = 5 * 60_000;

/**
 * The form as its address fills it in: by field; `start` as date and time; `from` as the booking whose attendee it is for.
 * What is said by field wins. Without a time it is for as soon as can be; without one on another day, for none yet.
 */
export async function prefilled(
  deps: DeskDeps,
  { query, language }: Visit,
  key: string,
): Promise<DeskBookForm> {
  const { settings } = deps;
  const soon = momentOf(nextStep(deps.now()), settings.zone);
  const isForSoon = (query.get('date') ?? soon.date) === soon.date;
  const usual = blankBookForm(key, {
    consultant: settings.consultants.length === 1 ? (settings.consultants[0]?.id ?? '') : '',
    sessionType: settings.sessionTypes[0]?.id ?? '',
    date: soon.date,
    timeZone: settings.zone,
    language: language.code,
  });
  const from = query.get('from') ?? '';
  const booking = isBookingId(from) ? await deps.table.booking(from) : undefined;
  const said = named.flatMap((field) => {
    const value = query.get(field);
    return value === null ? [] : [[field, value.slice(0, 500)] as const];
  });
  return {
    ...usual,
    ...(isForSoon && { time: soon.time }),
    ...(booking === undefined || booking.erasedAt !== undefined ? {} : ofBooking(booking)),
    ...atStart(query.get('start') ?? '', settings.zone),
    ...Object.fromEntries(said),
  };
}

function ofBooking(booking: Booking): Partial<DeskBookForm> {
  const { attendee, consultantId, sessionType, timeZone, companyId = '', topic = '', language } = booking;
  const { name, email, mobile = '' } = attendee;
  return {
    ...{ name, email, mobile, consultant: consultantId, sessionType, timeZone, company: companyId, topic },
    ...(language && { language }),
  };
}

function atStart(typed: string, zone: string): Partial<DeskBookForm> {
  const start = Date.parse(typed);
  return Number.isNaN(start) ? {} : momentOf(start, zone);
}

/** The next full five minutes (ms). */
function nextStep(now: number): number {
  return (Math.floor(now / STEP_MS) + 1) * STEP_MS;
}

function momentOf(start: number, zone: string): Pick<DeskBookForm, 'date' | 'time'> {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(start);
  return { date: dateAt(zone, start), time };
}
