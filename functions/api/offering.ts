import { explainSlot as explain, findSlots } from '../../lib/app/slots.ts';
import { priceOf } from '../../lib/domain/booking/admission.ts';
import { addDays, dateAt, startOfDate } from '../../lib/domain/calendar/zone.ts';
import { wordsIn } from '../../lib/domain/language.ts';
import { readQuery, refuseField } from '../../lib/http/read.ts';
import { explainQuery, noQuery, slotsQuery } from '../../lib/http/schemas.ts';
import { sessionTypeNamed } from '../requests/named.ts';
import type { Handler } from './handler.ts';

const MINUTE = 60_000;
/** The most dates that one call looks at. */
const MAXIMUM_DAYS = 62;

export const listSessionTypes: Handler = ({ settings }, event) => {
  readQuery(event, noQuery);
  const sessionTypes = settings.sessionTypes.map((sessionType) => ({
    id: sessionType.id,
    name: wordsIn(sessionType.name, 'en'),
    description: wordsIn(sessionType.description, 'en'),
    minutes: sessionType.minutes,
    price: priceOf(sessionType, settings),
    freeWithCode: true,
  }));
  return { status: 200, body: { sessionTypes } };
};

export const listSlots: Handler = async (deps, event) => {
  const { sessionType, from, to, timeZone } = readQuery(event, slotsQuery);
  const offer = sessionTypeNamed(deps.settings, sessionType);
  if (to < from) refuseField('to', 'must not be before from');
  if (addDays(from, MAXIMUM_DAYS) <= to)
    refuseField('to', `must be at most ${MAXIMUM_DAYS} days, from included`);
  const starts = await findSlots(
    deps,
    offer,
    startOfDate(timeZone, from),
    startOfDate(timeZone, addDays(to, 1)),
  );
  return { status: 200, body: { sessionType, timeZone, days: byDate(starts, offer.minutes, timeZone) } };
};

export const explainSlot: Handler = async (deps, event) => {
  const { sessionType, start } = readQuery(event, explainQuery);
  return { status: 200, body: await explain(deps, sessionTypeNamed(deps.settings, sessionType), start) };
};

function byDate(starts: readonly number[], minutes: number, timeZone: string) {
  return Object.groupBy(
    starts.map((start) => ({
      start: new Date(start).toISOString(),
      end: new Date(start + minutes * MINUTE).toISOString(),
    })),
    ({ start }) => dateAt(timeZone, Date.parse(start)),
  );
}
