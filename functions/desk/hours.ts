import { addHours as add, hoursOf, previewHours, removeHours as remove } from '../../lib/app/desk/hours.ts';
import { MOST_DAYS } from '../../lib/domain/calendar/hours-exception.ts';
import { addDays, startOfDate } from '../../lib/domain/calendar/zone.ts';
import { consultantJson, hoursDoneJson, hoursJson } from '../../lib/http/desk-hours-json.ts';
import { hoursBody, hoursQuery } from '../../lib/http/desk-hours-schemas.ts';
import { readBody, readQuery, refuseField } from '../../lib/http/read.ts';
import { noBody, noQuery } from '../../lib/http/schemas.ts';
import type { DeskHandler } from './handler.ts';

export const listConsultants: DeskHandler = ({ settings }, event) => {
  readQuery(event, noQuery);
  const consultants = settings.consultants.map((consultant) => consultantJson(consultant, settings));
  return { status: 200, body: { consultants } };
};

export const listHours: DeskHandler = async (deps, event, { actor }) => {
  const { from, to } = readQuery(event, hoursQuery);
  if (to < from) refuseField('to', 'must not be before from');
  if (addDays(from, MOST_DAYS) <= to) refuseField('to', `must be at most ${MOST_DAYS} days, from included`);
  const { zone } = deps.settings;
  const [first, end] = [startOfDate(zone, from), startOfDate(zone, addDays(to, 1))];
  const found = await hoursOf(deps, actor, consultantIdIn(event), first, end);
  return { status: 200, body: { hours: found.map(hoursJson) } };
};

export const addHours: DeskHandler = async (deps, event, { actor }) => {
  const { dryRun = false, ...wish } = readBody(event, hoursBody);
  const act = dryRun ? previewHours : add;
  const { hours, bookings } = await act(deps, actor, { consultantId: consultantIdIn(event), ...wish });
  return { status: dryRun ? 200 : 201, body: hoursDoneJson(hours, bookings, deps.settings) };
};

export const removeHours: DeskHandler = async (deps, event, { actor }) => {
  readBody(event, noBody);
  const hoursId = event.pathParameters?.['hoursId'] ?? '';
  const { hours, bookings } = await remove(deps, actor, consultantIdIn(event), hoursId);
  return { status: 200, body: hoursDoneJson(hours, bookings, deps.settings) };
};

/** As the path names it: whether there is such a consultant, the configuration says. */
export function consultantIdIn({ pathParameters }: Parameters<DeskHandler>[1]): string {
  return pathParameters?.['consultantId'] ?? '';
}
