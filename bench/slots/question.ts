import { startOfDate } from '../../lib/domain/calendar/zone.ts';
import type { Catalogue } from '../../lib/domain/catalogue.ts';
import settings from '../config.ts';
import { manyConsultants } from '../consultants.ts';
import { halfBooked } from './half-booked.ts';
import type { Asked } from './with-dayjs.ts';

const days = 28;
const first = '2027-03-01';

/** The Monday on which all is asked, before anybody works. The clocks change within its four weeks. */
export const asked = { first, last: '2027-03-28', days, now: Date.parse(`${first}T07:00:00-05:00`) };

/** Four weeks of so many consultants, half booked: which starts are free for a session of an hour? */
export function questionFor(consultants: number): Asked {
  const catalogue: Catalogue = { ...settings, consultants: manyConsultants(consultants) };
  const from = startOfDate(catalogue.zone, first);
  const to = startOfDate(catalogue.zone, '2027-03-29');
  const sessions = halfBooked(catalogue, from, days, consultants);
  return { catalogue, minutes: 60, sessions, now: asked.now, from, to };
}
