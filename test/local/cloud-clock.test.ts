import { afterEach, describe, expect, it } from 'vitest';
import { ClockError, Dial } from '../../local/clock.ts';
import type { Part } from '../../local/parts.ts';
import { createQueues } from '../../local/queues.ts';
import { createTicks } from '../../local/rules/ticks.ts';

const start = Date.parse('2026-11-23T14:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A part that fires at the given instants and says so in a diary. */
function diary(name: string, dial: Dial, entries: string[], at: number[], during?: () => void): Part {
  const waiting = at.toSorted((a, b) => a - b);
  return {
    nextDue: () => waiting[0],
    async runDue(now) {
      while (waiting[0] !== undefined && waiting[0] <= now) {
        const due = waiting.shift() ?? 0;
        entries.push(`${name} +${(due - start) / minute} at +${(dial.now() - start) / minute}`);
        during?.();
      }
    },
  };
}

const dials: Dial[] = [];
function newDial(): Dial {
  const dial = new Dial(start);
  dials.push(dial);
  return dial;
}
afterEach(async () => {
  await Promise.all(dials.splice(0).map((dial) => dial.stop()));
});

describe('moving the dial', () => {
  it('fires what falls due across all parts in order of time, each at its own instant', async () => {
    const dial = newDial();
    const entries: string[] = [];
    dial.add(diary('a', dial, entries, [start + 30 * minute, start + 5 * minute]));
    dial.add(diary('b', dial, entries, [start + 10 * minute, start + 60 * minute, start + 61 * minute]));
    await dial.moveTo(start + hour);
    expect(entries).toEqual(['a +5 at +5', 'b +10 at +10', 'a +30 at +30', 'b +60 at +60']);
    expect(dial.now()).toBeGreaterThanOrEqual(start + hour);
    expect(dial.now()).toBeLessThan(start + hour + minute);
  });

  it('fires work that due work makes on the way', async () => {
    const dial = newDial();
    const entries: string[] = [];
    const later: number[] = [];
    dial.add(diary('first', dial, entries, [start + minute], () => later.push(start + 2 * minute)));
    dial.add({
      nextDue: () => later[0],
      runDue: async () => {
        entries.push(`made +${((later.shift() ?? 0) - start) / minute}`);
      },
    });
    await dial.moveTo(start + 3 * minute);
    expect(entries).toEqual(['first +1 at +1', 'made +2']);
  });

  it('lets everything settle between two instants', async () => {
    const dial = newDial();
    const entries: string[] = [];
    const open: (() => void)[] = [];
    let pending = Promise.resolve();
    let begun = 0;
    const begin = (): void => {
      begun += 1;
      pending = new Promise((done) => {
        open.push(() => {
          entries.push(`settled at +${(dial.now() - start) / minute}`);
          done();
        });
      });
      setImmediate(() => open.shift()?.());
    };
    dial.watch({ settled: () => pending, begun: () => begun });
    dial.add(diary('due', dial, entries, [start + minute, start + 2 * minute], begin));
    await dial.moveTo(start + 2 * minute);
    expect(entries).toEqual(['due +1 at +1', 'settled at +1', 'due +2 at +2', 'settled at +2']);
  });

  it('settles what one source begins while another settles', async () => {
    const dial = newDial();
    const entries: string[] = [];
    let second = Promise.resolve();
    let begun = 0;
    const beginSecond = (): void => {
      begun += 1;
      second = new Promise((done) => {
        setImmediate(() => {
          entries.push('second');
          done();
        });
      });
    };
    const first = new Promise<void>((done) => {
      setImmediate(() => {
        entries.push('first');
        beginSecond();
        done();
      });
    });
    dial.watch({ settled: () => second, begun: () => begun });
    dial.watch({ settled: () => first, begun: () => 1 });
    await dial.settle();
    expect(entries).toEqual(['first', 'second']);
  });

  it('backwards is refused, and says from where to where', async () => {
    const dial = newDial();
    await dial.moveTo(start + day);
    const back = dial.moveTo(start);
    await expect(back).rejects.toThrow(ClockError);
    await expect(back).rejects.toThrow(/2026-11-23T14:00:00.000Z is before 2026-11-24T14:00/);
    expect(dial.now()).toBeGreaterThanOrEqual(start + day);
  });

  it('is done one move at a time, and a refused move does not hold up the next', async () => {
    const dial = newDial();
    const entries: string[] = [];
    dial.add(diary('a', dial, entries, [start + minute, start + 2 * minute, start + 3 * minute]));
    const moves = [dial.moveTo(start + minute), dial.moveTo(start), dial.advance(2 * minute + 1)];
    const outcomes = await Promise.allSettled(moves);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(entries).toEqual(['a +1 at +1', 'a +2 at +2', 'a +3 at +3']);
  });
});

describe('between moves', () => {
  it('due work fires by itself as real time passes', async () => {
    const dial = newDial();
    const fired = new Promise<number>((done) => {
      let due: number | undefined = start + 20;
      dial.add({
        nextDue: () => due,
        runDue: async (now) => {
          due = undefined;
          done(now);
        },
      });
    });
    dial.start();
    expect(await fired).toBeGreaterThanOrEqual(start + 20);
  });
});

describe('the ticks of a rule', () => {
  const rule = {
    logicalId: 'Rule',
    arn: 'arn:rule',
    everyMs: 5 * minute,
    targets: [{ functionArn: 'sweep', input: undefined, deadLetterArn: undefined }],
  };

  function ticking(dial: Dial): string[] {
    const ticks: string[] = [];
    const invokeAsync = async (_name: string, event: unknown): Promise<void> => {
      ticks.push((event as { time: string }).time);
    };
    const around = { functions: { invokeAsync }, queues: createQueues(dial, []), report: () => undefined };
    dial.add(createTicks(rule, dial, around), 'background');
    return ticks;
  }

  it('follow the dial', async () => {
    const dial = newDial();
    const ticks = ticking(dial);
    await dial.advance(16 * minute);
    expect(ticks).toHaveLength(3);
    expect(Date.parse(ticks[0] ?? '')).toBeGreaterThanOrEqual(start + 5 * minute - 1000);
  });

  it('are all fired near other work and the target, and every six hours in between', async () => {
    const dial = newDial();
    const ticks = ticking(dial);
    const entries: string[] = [];
    const work = start + 2 * day;
    dial.add(diary('work', dial, entries, [work]));
    await dial.moveTo(start + 4 * day);
    expect(entries).toHaveLength(1);
    const near = (from: number, to: number): number =>
      ticks.filter((tick) => Date.parse(tick) > from && Date.parse(tick) <= to).length;
    const quarter = 15 * minute;
    expect(near(start, start + quarter)).toBeGreaterThanOrEqual(2);
    expect(near(start + quarter + 5 * minute, work - quarter)).toBeLessThan(10);
    expect(near(work, work + quarter)).toBe(3);
    expect(near(start + 4 * day - quarter, start + 4 * day)).toBeGreaterThanOrEqual(2);
    const gaps = ticks.slice(1).map((tick, index) => Date.parse(tick) - Date.parse(ticks[index] ?? ''));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6 * hour);
  });
});
