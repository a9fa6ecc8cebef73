import type { Booking } from '../../domain/booking/booking.ts';
import { dateAt, isDate, isZone } from '../../domain/calendar/zone.ts';
import { isMonth } from '../picker/month.ts';
import type { Picked } from '../picker/picker.ts';

/**
 * What was picked so far, by the fields and the button of the picker; what can't be read counts as not picked.
 * Who has picked nothing sees the days around the booking, in its own zone.
 */
export function pickedIn(fields: URLSearchParams, booking: Pick<Booking, 'start' | 'timeZone'>): Picked {
  const timeZone = zoneIn(fields, booking);
  const [verb, value] = verbOf(fields.get('action') ?? '');
  const start = Date.parse(verb === 'take' ? value : (fields.get('start') ?? ''));
  const month = verb === 'month' ? value : (fields.get('month') ?? '');
  const day = verb === 'day' ? value : (fields.get('day') ?? '');
  // The button says what is shown; what was shown before gives way to it.
  const picked = {
    ...(verb !== 'take' && verb !== 'day' && isMonth(month) && { month }),
    ...(verb !== 'take' && verb !== 'month' && isDate(day) && { day }),
    ...(Number.isNaN(start) ? {} : { start }),
  };
  const nothing = Object.keys(picked).length === 0;
  return { timeZone, ...(nothing ? { day: dateAt(timeZone, booking.start) } : picked) };
}

function zoneIn(fields: URLSearchParams, { timeZone }: Pick<Booking, 'timeZone'>): string {
  const chosen = fields.get('timeZone') ?? '';
  return isZone(chosen) ? chosen : timeZone;
}

function verbOf(action: string): [verb: string, value: string] {
  const colon = action.indexOf(':');
  return colon < 0 ? [action, ''] : [action.slice(0, colon), action.slice(colon + 1)];
}
