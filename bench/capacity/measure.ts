import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { bookingKey } from '../../lib/adapters/keys.ts';
import { instantOn } from '../../lib/domain/calendar/zone.ts';
import type { Catalogue } from '../../lib/domain/catalogue.ts';
import { type RunningCloud, startSeededCloud } from '../running-cloud.ts';
import { startFilledEngine } from './filled-engine.ts';
import { type Operations, operateOnce } from './operations.ts';
import type { Row } from './past-bookings.ts';
import { Visitor } from './visitor.ts';
import { watchCalls } from './watched-calls.ts';

const hour = 3_600_000;
/** A Thursday: the booking that is copied is over on the Monday on which all begins. */
const THURSDAY = '2027-02-25';
const [began, cold] = [Date.parse(`${THURSDAY}T07:00:00-05:00`), true];

/** What each operation takes with so many bookings in the table, by how many there are, fewest first. */
export async function measureCapacity(
  assembly: string,
  catalogue: Catalogue,
  sizes: readonly number[],
  say: (line: string) => void = () => undefined,
): Promise<ReadonlyMap<number, Operations>> {
  const original = await rowOfOneOver(assembly, catalogue);
  const measured = new Map<number, Operations>();
  for (const size of sizes) {
    const from = performance.now();
    // One more is made as the first.
    const engine = await startFilledEngine(assembly, original, size - 1);
    try {
      say(
        `${size.toLocaleString('en-US')} bookings, after ${Math.round((performance.now() - from) / 1000)} s`,
      );
      const running = await startSeededCloud(assembly, began, { cold, engine });
      try {
        await liveOne(running, catalogue);
        measured.set(size, await operateOnce(running, watchCalls(running.cloud), catalogue));
      } finally {
        await running.stop();
      }
    } finally {
      await engine.stop();
    }
  }
  return measured;
}

async function rowOfOneOver(assembly: string, catalogue: Catalogue): Promise<Row> {
  const running = await startSeededCloud(assembly, began, { cold });
  try {
    const id = await liveOne(running, catalogue);
    const { client, name } = running.table;
    const { Item } = await client.send(new GetCommand({ TableName: name, Key: bookingKey(id) }));
    if (Item === undefined) throw new Error(`there is no booking ${id}`);
    return Item;
  } finally {
    await running.stop();
  }
}

/**
 * A booking of today with all that a booking may have, joined and over; the clock stands on the next Monday after it. What is
 * written once, such as the policy as it is, has been written then.
 */
async function liveOne({ cloud }: RunningCloud, { zone }: Catalogue): Promise<string> {
  const visitor = new Visitor(cloud);
  const start = instantOn(zone, THURSDAY, 10 * 60);
  const wish = { start: new Date(start).toISOString(), email: 'over@example.com', mobile: '+12025559999' };
  const booked = await visitor.book({ ...wish, companyCode: 'DEMO-2026' });
  await cloud.clock.moveTo(start + 60_000);
  await visitor.join(booked);
  await cloud.clock.moveTo(start + 96 * hour - 3 * hour);
  return booked.id;
}
