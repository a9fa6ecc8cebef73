import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reopenSession } from '../../../lib/app/desk/reopen-session.ts';
import { handle } from '../../../lib/app/handle.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { type Engine, makeWorld, openEngine, START, type World } from '../../world.ts';
import { book, fire, mobile, refusalOf, request } from '../acting.ts';
import { tellEverything } from '../telling.ts';

const MINUTE = 60_000;
const sam = { staffId: 'per_sam' };
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

/** One minute after the start somebody of our staff notes that they have joined. */
async function noted(): Promise<Booking> {
  const { id } = await book(world.deps);
  world.clock.now = START + MINUTE;
  const command = { type: 'join', evidence: 'staff', stamp: world.clock.now, ...sam } as const;
  return handle(world.deps, id, command);
}

/** The scheduler's timers of a booking that lie ahead, by kind. */
function held(id: string): Record<string, number> {
  const own = [...world.timers.held].filter(
    ([name, at]) => name.startsWith(`${id}.`) && at > world.clock.now,
  );
  return Object.fromEntries(own.map(([name, at]) => [name.split('.')[1] ?? '', at]));
}

describe('a join that is taken back', () => {
  it('sets the timers again and writes to nobody, and the question goes out at its time', async () => {
    const { id } = await noted();
    await tellEverything(world);
    const mails = world.mailer.sent.length;
    world.clock.now = START + 2 * MINUTE;
    const booking = await handle(world.deps, id, { type: 'withdraw-join', ...sam });
    await tellEverything(world);
    expect(world.mailer.sent).toHaveLength(mails);
    expect(world.texter.sent).toEqual([]);
    expect(held(id)).toMatchObject({
      'check-in': START + 5 * MINUTE,
      close: START + 15 * MINUTE,
      finish: START + 60 * MINUTE,
    });
    await fire(world, booking, 'check-in', START + 5 * MINUTE);
    await tellEverything(world);
    expect(world.texter.sent).toMatchObject([{ to: mobile }]);
  });
});

describe('a session that was completed too soon', () => {
  it('is taken up again with its timer, where the rest of its time is still free', async () => {
    const { id } = await noted();
    world.clock.now = START + 10 * MINUTE;
    await handle(world.deps, id, { type: 'complete', ...sam });
    await tellEverything(world);
    expect(held(id)).toEqual({});
    world.clock.now = START + 12 * MINUTE;
    await reopenSession(world.deps, id, sam);
    await tellEverything(world);
    expect(held(id)).toEqual({ finish: START + 60 * MINUTE });
  });

  it('stays completed where somebody else has the rest', async () => {
    const { id } = await noted();
    world.clock.now = START + 10 * MINUTE;
    await handle(world.deps, id, { type: 'complete', ...sam });
    const { attendee } = request();
    await handle(world.deps, 'bkg_other', {
      ...{ type: 'book', bookingId: 'bkg_other', by: 'staff', staffId: 'per_sam', reason: 'Urgent' },
      ...{ sessionType: 'live-60', minutes: 30, start: START + 30 * MINUTE, timeZone: 'Europe/Berlin' },
      ...{ attendee, consultants: ['robin'] },
    } as const);
    expect((await refusalOf(reopenSession(world.deps, id, sam))).code).toBe('slot-unavailable');
    expect((await world.deps.table.booking(id))?.status).toBe('completed');
  });
});

describe('a no-show that our staff record', () => {
  it('is told as any other, and counts like it', async () => {
    const { id } = await book(world.deps);
    world.clock.now = START + 2 * MINUTE;
    await handle(world.deps, id, { type: 'mark-no-show', reason: 'Called: nobody is coming', ...sam });
    await tellEverything(world);
    expect(world.mailer.sent.at(-1)?.mime).toContain('no-show');
    const record = await world.deps.table.record('ada@example.com');
    expect(record.entries).toMatchObject([{ kind: 'no-show', bookingId: id, reason: 'absent' }]);
    expect(JSON.stringify(record)).not.toContain('Called');
  });
});
