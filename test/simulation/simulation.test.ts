import { beforeAll, describe, expect, inject, it } from 'vitest';
import { drawScript } from '../../simulation/draw.ts';
import { houseOf } from '../../simulation/house.ts';
import { judgeOf } from '../../simulation/judge.ts';
import { type Run, run } from '../../simulation/run.ts';
import settings from '../../simulation/settings.ts';
import { storyOf } from '../../simulation/story.ts';

// Functions in the cloud see UTC; the zone of a process holds for all its threads.
process.env['TZ'] = 'UTC';

const judged = { zone: settings.zone, staffMail: settings.brand.supportMail };
/** Each seed looks at the pages of a few functions: together at all. */
const lookedAt = new Map([
  [11, ['api', 'desk']],
  [12, ['pages']],
  [13, ['portal']],
]);
const start = '2026-11-30T07:00:00-05:00';

let assembly: string;
beforeAll(async () => {
  assembly = await (await fetch(`${inject('assemblies')}/fixture-config-accounts`)).text();
});

async function played(seed: number, bookings: number, faults: number): Promise<Run> {
  const script = drawScript({ seed, bookings, faults, start }, houseOf(settings));
  const judge = judgeOf({ ...judged, pagesBy: lookedAt.get(seed) ?? [] });
  const result = await run(script, { assembly, judge });
  const { violations } = result;
  if (violations.length > 0) expect.fail(storyOf(script, violations, settings.zone));
  return result;
}

describe('every invariant holds', () => {
  it('in a calm world, where nobody is answered with a failure of ours', async () => {
    const { log, figures } = await played(11, 7, 0);
    expect(figures.strikes).toBe(0);
    expect(
      log.flatMap(({ answers }) => answers.filter(({ status }) => status === 0 || status >= 500)),
    ).toEqual([]);
    expect(log.filter(({ bookingId }) => bookingId !== undefined).length).toBeGreaterThan(6);
    expect(log.map(({ act }) => act.do)).toEqual(expect.arrayContaining(['sign-in', 'new-password']));
  });

  it.for([12, 13])('in a world in which much goes wrong, by seed %i', async (seed) => {
    const { figures } = await played(seed, 8, 3);
    expect(figures.strikes).toBeGreaterThan(7);
  });
});
