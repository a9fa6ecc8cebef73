import { CELL_MS } from '../../domain/calendar/cells.ts';
import { dateAt } from '../../domain/calendar/zone.ts';
import { type Catalogue, consultantOf } from '../../domain/catalogue.ts';
import { consultantJson, hoursJson } from '../../http/desk-hours-json.ts';
import type { deskHoursOperations } from '../../http/desk-hours-operations.ts';
import type { Example } from './example.ts';
import { HOURS_ID, PERSON_ID } from './path-names.ts';

const DAY_MS = 86_400_000;

/** Who is signed in: without it, nothing of the desk is answered. */
const headers = { Authorization: 'Bearer YOUR-ID-TOKEN' };

/** Examples of our staff's calls about consultants' hours and feeds, some days after `now` (ms). */
export function deskHoursExamples(
  catalogue: Catalogue,
  siteUrl: string,
  now: number,
): Record<keyof typeof deskHoursOperations, Example> {
  const consultant = consultantOf(catalogue, '');
  const from = Math.ceil(now / CELL_MS) * CELL_MS + 7 * DAY_MS;
  const to = from + DAY_MS;
  const off = { id: HOURS_ID, consultantId: consultant.id, kind: 'off', from, to } as const;
  const hours = { ...off, reason: 'A day of training', by: PERSON_ID, at: now };
  const { kind, reason, ...told } = hoursJson(hours);
  const asked = { kind, from: told.from, to: told.to, reason };
  const removed = hoursJson({ ...hours, removed: { by: PERSON_ID, at: now } });
  const feed = (number: number) => ({
    url: `${siteUrl}/feeds/${encodeURIComponent(`${consultant.id}.${number}.8Qm2vX0pLr5sT9wYb3NcKA`)}`,
    number,
  });
  return {
    listConsultants: {
      headers,
      answer: { consultants: catalogue.consultants.map((one) => consultantJson(one, catalogue)) },
    },
    listHours: {
      headers,
      query: { from: dateAt(catalogue.zone, from), to: dateAt(catalogue.zone, to) },
      answer: { hours: [hoursJson(hours)] },
    },
    addHours: { headers, body: asked, answer: { hours: hoursJson(hours), bookings: [] } },
    removeHours: { headers, body: {}, answer: { hours: removed, bookings: [] } },
    getFeedAddress: { headers, answer: feed(1) },
    replaceFeedAddress: { headers, body: { seen: 1 }, answer: feed(2) },
  };
}
