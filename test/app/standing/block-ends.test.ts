import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handle } from '../../../lib/app/handle.ts';
import { type PersonRuling, ruleOnPerson } from '../../../lib/app/standing/rule-on-person.ts';
import { sweepBlocks } from '../../../lib/app/sweep.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { company, type Engine, makeWorld, openEngine, putCompany, START, type World } from '../../world.ts';
import { mailsTo } from '../read-mails.ts';
import { LEASE, tellEverything } from '../telling.ts';
import { DAY, MINUTE, missed, staff, staffDeps } from './standing-world.ts';
import { ADA } from './told-world.ts';

const ENDED = 'You can book free sessions again';
/** 60 days after the second of two sessions on the first two days, at its hour in New York. */
const END = START + 61 * DAY;

let engine: Engine;
let world: World;
let second: Booking;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  await missed(world, START);
  second = await missed(world, START + DAY);
  await tellEverything(world);
});

type Decision =
  | { readonly decision: 'block'; readonly until: number }
  | { readonly decision: 'lift' | 'payment' };

function onAda(decision: Decision, companyId: string = company.id) {
  const wish = { email: ADA, companyId, reason: 'We have talked', ...decision } as PersonRuling;
  return ruleOnPerson(staffDeps(world), staff, wish);
}

async function sweepAt(at: number) {
  world.clock.now = at;
  return sweepBlocks(world.deps, LEASE);
}

/** How often Ada was told that a block has ended. */
const told = () =>
  mailsTo(world, ADA).filter(({ text }) => text.includes('The block on free sessions ended'));

describe('the end of a block', () => {
  it('is told once, when it has come', async () => {
    expect(await sweepAt(END - 1)).toEqual({ looked: 0, errors: [] });
    expect(told()).toEqual([]);
    expect(await sweepAt(END + 4 * MINUTE)).toEqual({ looked: 1, errors: [] });
    expect(await sweepAt(END + 9 * MINUTE)).toEqual({ looked: 0, errors: [] });
    expect(told()).toMatchObject([{ to: ADA, subject: ENDED }]);
    expect(told()[0]?.text).toContain('ended on Sunday, 24 January 2027, 16:00');
  });

  it.each(['lift', 'payment'] as const)('is not told after a %s, told already or not', async (decision) => {
    await onAda({ decision });
    await sweepAt(END);
    expect(told()).toEqual([]);
    await tellEverything(world);
    expect(await sweepAt(END + MINUTE)).toEqual({ looked: 0, errors: [] });
    expect(told()).toEqual([]);
  });

  it('is not told where the no-show was excused, told already or not', async () => {
    await handle(world.deps, second.id, { type: 'excuse', staffId: staff.id, reason: 'No power' });
    await sweepAt(END);
    expect(told()).toEqual([]);
  });

  it('is told when the longer one ends where there is one now', async () => {
    await onAda({ decision: 'block', until: END + 10 * DAY });
    await sweepAt(END);
    expect(told()).toEqual([]);
    expect(await sweepAt(END + 10 * DAY)).toEqual({ looked: 1, errors: [] });
    expect(told()).toHaveLength(1);
    expect(told()[0]?.text).toContain('ended on Wednesday, 3 February 2027, 16:00');
  });

  it('is told by the next sweep where the mail failed', async () => {
    world.mailer.interrupt = () => {
      throw new Error('the mail service is away');
    };
    expect((await sweepAt(END)).errors).toHaveLength(1);
    world.mailer.interrupt = undefined;
    expect(await sweepAt(END + 5 * MINUTE)).toEqual({ looked: 1, errors: [] });
    expect(told()).toHaveLength(1);
  });

  it('is told once by two sweeps at a time', async () => {
    world.clock.now = END;
    await Promise.all([sweepBlocks(world.deps, LEASE), sweepBlocks(world.deps, LEASE)]);
    await sweepAt(END + 5 * MINUTE);
    expect(told()).toHaveLength(1);
  });

  it('is told once where a sweep died after the mail, before it had marked that', async () => {
    const marked = Promise.withResolvers<void>();
    const markDone = () => {
      marked.resolve();
      return new Promise<never>(() => undefined);
    };
    world.clock.now = END;
    void sweepBlocks({ ...world.deps, outbox: { ...world.deps.outbox, markDone } }, LEASE);
    await marked.promise;
    expect((await sweepAt(END + LEASE - 1)).errors).toHaveLength(1);
    expect(told()).toHaveLength(1);
    await sweepAt(END + 5 * MINUTE);
    // It can't be known that the first arrived: the second has the same id.
    expect(
      new Set(world.mailer.sent.slice(-2).map(({ mime }) => /^Message-ID: .*$/imu.exec(mime)?.[0])),
    ).toHaveLength(1);
  });

  it('is told in spite of another event that was told after it, before the sweep came', async () => {
    world.clock.now = END + MINUTE;
    await onAda({ decision: 'block', until: END + 2 * MINUTE }, 'other');
    await tellEverything(world);
    await sweepAt(END + MINUTE);
    expect(told()).toHaveLength(1);
  });

  it('is told for each company by itself', async () => {
    await putCompany(world.table, { id: 'other', name: 'Other', planUntil: '2027-12-31' }, 'OTHER');
    await onAda({ decision: 'block', until: END + DAY }, 'other');
    await tellEverything(world);
    await sweepAt(END);
    expect(told()[0]?.text).toContain('Company: Example Crates');
    await sweepAt(END + DAY);
    expect(told()).toHaveLength(2);
    expect(told()[1]?.text).toContain('Company: Other');
  });

  it('is told to nobody who was erased', async () => {
    const record = await world.deps.table.record(ADA);
    await world.deps.standings.eraseRecord(record, 'per_gone');
    await sweepAt(END);
    await sweepAt(END + 5 * MINUTE);
    expect(told()).toEqual([]);
    expect(await world.deps.standings.blocksEnding(END + DAY, 10)).toEqual([]);
  });
});
