import { describe, expect, it } from 'vitest';
import { Random } from '../../simulation/random.ts';

const drawn = (random: Random): number[] => Array.from({ length: 50 }, () => random.between(1, 1000));

describe('random numbers of a seed', () => {
  it('are the same each time, and others for another seed', () => {
    expect(drawn(new Random(7))).toEqual(drawn(new Random(7)));
    expect(drawn(new Random(7))).not.toEqual(drawn(new Random(8)));
  });

  it('of a fork depend on its name alone, and not on what was drawn elsewhere', () => {
    const [one, other] = [new Random(7), new Random(7)];
    drawn(one);
    one.fork('faults').unit();
    expect(drawn(one.fork('cast'))).toEqual(drawn(other.fork('cast')));
    expect(drawn(other.fork('cast'))).not.toEqual(drawn(other.fork('faults')));
  });

  it('are spread evenly, within their ends', () => {
    const die = new Random('die');
    const thrown = Array.from({ length: 6000 }, () => die.between(1, 6));
    for (const face of [1, 2, 3, 4, 5, 6]) {
      expect(thrown.filter((one) => one === face).length).toBeGreaterThan(900);
      expect(thrown.filter((one) => one === face).length).toBeLessThan(1100);
    }
    expect(thrown.every((one) => one >= 1 && one <= 6)).toBe(true);
  });

  it('choose by weight, and never what weighs nothing', () => {
    const random = new Random('weights');
    const chosen = Array.from({ length: 1000 }, () => random.weighted({ often: 9, rarely: 1, never: 0 }));
    expect(chosen.filter((one) => one === 'often').length).toBeGreaterThan(850);
    expect(chosen.filter((one) => one === 'rarely').length).toBeGreaterThan(50);
    expect(chosen).not.toContain('never');
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
