import { companyEventRow } from '../../lib/adapters/people-rows.ts';
import { phoneEventRow } from '../../lib/adapters/phone-rows.ts';
import { standingEventRow } from '../../lib/adapters/standing-rows.ts';
import type { RecordedPhoneEvent } from '../../lib/app/deps.ts';
import { react } from '../../lib/app/react.ts';
import { tellCompany } from '../../lib/app/tell-company.ts';
import { tellNumber } from '../../lib/app/tell-number.ts';
import { tellStanding } from '../../lib/app/tell-standing.ts';
import { everyRow } from '../adapters/whole-table.ts';
import type { World } from '../world.ts';
import { events } from './acting.ts';

export const LEASE = 30_000;

/** The stream brings every event so far, of bookings, numbers, standings and companies; those told before are told again. */
export async function tellEverything(world: World): Promise<void> {
  let before = -1;
  // Telling can make something happen, such as a number that turns out to be lost.
  for (let all = await events(world); all.length !== before; all = await events(world)) {
    before = all.length;
    for (const record of all) await react(world.deps, record, LEASE);
  }
  for (const record of await phoneEvents(world)) await tellNumber(world.deps, record, LEASE);
  for (const row of await eventRows(world, 'standing')) {
    await tellStanding(world.deps, standingEventRow().parse(row), LEASE);
  }
  for (const row of await eventRows(world, 'company')) {
    await tellCompany(world.deps, companyEventRow().parse(row), LEASE);
  }
}

async function eventRows({ table }: World, wanted: string) {
  return (await everyRow(table)).filter(({ kind, about }) => kind === 'event' && about === wanted);
}

/** The events of every number, in the order of keys. */
export async function phoneEvents(world: World): Promise<RecordedPhoneEvent[]> {
  return (await eventRows(world, 'phone')).map((row) => phoneEventRow().parse(row));
}
