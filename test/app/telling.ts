import { phoneEventRow } from '../../lib/adapters/phone-rows.ts';
import type { RecordedPhoneEvent } from '../../lib/app/deps.ts';
import { react } from '../../lib/app/react.ts';
import { tellNumber } from '../../lib/app/tell-number.ts';
import { everyRow } from '../adapters/whole-table.ts';
import type { World } from '../world.ts';
import { events } from './acting.ts';

const LEASE = 30_000;

/** The stream brings every event so far, of bookings and of numbers; those told before are told again. */
export async function tellEverything(world: World): Promise<void> {
  let before = -1;
  // Telling can make something happen, such as a number that turns out to be lost.
  for (let all = await events(world); all.length !== before; all = await events(world)) {
    before = all.length;
    for (const record of all) await react(world.deps, record, LEASE);
  }
  for (const record of await phoneEvents(world)) await tellNumber(world.deps, record, LEASE);
}

/** The events of every number, in the order of keys. */
export async function phoneEvents({ table }: World): Promise<RecordedPhoneEvent[]> {
  const rows = (await everyRow(table)).filter(({ kind, about }) => kind === 'event' && about === 'phone');
  return rows.map((row) => phoneEventRow.parse(row));
}
