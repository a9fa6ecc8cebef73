import { instantOn } from '../../lib/domain/calendar/zone.ts';
import type { Catalogue } from '../../lib/domain/catalogue.ts';
import { startSeededCloud } from '../running-cloud.ts';
import { type Operations, operateOnce } from './operations.ts';
import { fillWithPast } from './past-bookings.ts';
import { Visitor } from './visitor.ts';
import { watchCalls } from './watched-calls.ts';

const hour = 3_600_000;

/** What each operation takes with so many bookings in the table, by how many there are, fewest first. */
export async function measureCapacity(
  assembly: string,
  catalogue: Catalogue,
  sizes: readonly number[],
  say: (line: string) => void = () => undefined,
): Promise<ReadonlyMap<number, Operations>> {
  // A Thursday: the booking that is copied is over on the Monday on which all begins.
  const running = await startSeededCloud(assembly, Date.parse('2027-02-25T07:00:00-05:00'), { cold: true });
  try {
    const over = await liveOne(running, catalogue);
    const calls = watchCalls(running.cloud);
    const measured = new Map<number, Operations>();
    let filled = 1;
    for (const size of sizes) {
      const began = performance.now();
      await fillWithPast(running.table, over, { from: filled, to: size });
      await running.cloud.clock.advance(0);
      filled = size;
      say(
        `${size.toLocaleString('en-US')} bookings, after ${Math.round((performance.now() - began) / 1000)} s`,
      );
      measured.set(size, await operateOnce(running, calls, catalogue, measured.size + 1));
    }
    return measured;
  } finally {
    await running.stop();
  }
}

/**
 * A booking of today with all that a booking may have, joined and over; the clock stands on the next Monday after it. What is
 * written once, such as the policy as it is, has been written then.
 */
async function liveOne(
  { cloud }: Awaited<ReturnType<typeof startSeededCloud>>,
  { zone }: Catalogue,
): Promise<string> {
  const visitor = new Visitor(cloud);
  const start = instantOn(zone, '2027-02-25', 10 * 60);
  const wish = { start: new Date(start).toISOString(), email: 'over@example.com', mobile: '+12025559999' };
  const booked = await visitor.book({ ...wish, companyCode: 'DEMO-2026' });
  await cloud.clock.moveTo(start + 60_000);
  await visitor.join(booked);
  await cloud.clock.moveTo(start + 96 * hour - 3 * hour);
  return booked.id;
}
