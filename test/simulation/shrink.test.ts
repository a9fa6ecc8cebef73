import { describe, expect, it } from 'vitest';
import { drawScript } from '../../simulation/draw.ts';
import { houseOf } from '../../simulation/house.ts';
import type { Act, Script } from '../../simulation/script.ts';
import settings from '../../simulation/settings.ts';
import { shrink } from '../../simulation/shrink.ts';

const script = drawScript(
  { seed: 5, bookings: 40, faults: 2, start: '2026-11-30T07:00:00-05:00' },
  houseOf(settings),
);
const moved = script.acts.find((act) => act.do === 'move');
const repeated = script.acts.find((act) => act.do === 'book' && act.repeats !== undefined);
const has = ({ acts }: Script, act: Act | undefined): boolean => acts.some(({ id }) => id === act?.id);

describe('a script that goes wrong', () => {
  it('is shrunk to the one booking and the one act that it takes', async () => {
    const smallest = await shrink(script, async (one) => has(one, moved));
    expect(smallest.faults).toEqual([]);
    expect(smallest.acts.map((act) => act.do)).toEqual(['book', 'move']);
    expect(smallest.cast.people).toHaveLength(2);
  });

  it('keeps a fault and two bookings where it takes all three', async () => {
    const [fault] = script.faults;
    const takes = async (one: Script): Promise<boolean> =>
      has(one, moved) && has(one, repeated) && one.faults.some(({ id }) => id === fault?.id);
    const smallest = await shrink(script, takes);
    expect(smallest.faults.map(({ id }) => id)).toEqual([fault?.id]);
    expect(smallest.acts.filter((act) => act.do === 'book').length).toBeLessThanOrEqual(2);
    expect(has(smallest, moved) && has(smallest, repeated)).toBe(true);
    expect(smallest.acts.length).toBeLessThanOrEqual(3);
    // It takes the booking, and not that it is made twice.
    expect(smallest.acts.some((act) => act.do === 'book' && act.repeats !== undefined)).toBe(false);
  });

  it('aims a fault anew, for with fewer acts the same call has another number', async () => {
    const aimed = { id: 'f', kind: 'timer', nth: script.acts.length, how: 'lost' } as const;
    const takes = async ({ acts, faults }: Script): Promise<boolean> =>
      has({ ...script, acts }, moved) && faults.some((fault) => 'nth' in fault && fault.nth <= acts.length);
    const smallest = await shrink({ ...script, faults: [aimed] }, takes);
    expect(smallest.acts).toHaveLength(2);
    expect(smallest.faults).toMatchObject([{ id: 'f', nth: expect.any(Number) }]);
  });

  it('is tried no more often than was said, and each smaller one is told of', async () => {
    let tried = 0;
    const lengths: number[] = [];
    const takes = async (one: Script): Promise<boolean> => {
      tried += 1;
      return has(one, moved);
    };
    await shrink(script, takes, {
      tries: 4,
      onSmaller: ({ acts, faults }) => lengths.push(acts.length + faults.length),
    });
    expect(tried).toBe(4);
    expect(lengths).toEqual(lengths.toSorted((one, other) => other - one));
    expect(lengths.length).toBeGreaterThan(0);
  });
});
