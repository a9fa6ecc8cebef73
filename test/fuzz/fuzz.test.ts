import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { report } from '../../fuzz/report.ts';
import { fuzz, type Outcome } from '../../fuzz/run.ts';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { seedDemo } from '../../local/demo.ts';
import { givePasswords } from '../../local/demo-passwords.ts';

/** Two requests of each call and page: the long run is `npm run fuzz`. */
const REQUESTS = 250;

let cloud: Cloud;
let outcome: Outcome;

beforeAll(async () => {
  const assembly = await (await fetch(`${inject('assemblies')}/fixture-config`)).text();
  const now = Date.parse('2026-11-30T07:00:00-05:00');
  cloud = await startCloud({ port: 0, now, assembly, cold: true, print: () => undefined });
  const people = await seedDemo(cloud.engineEndpoint, cloud.tables[0]?.name ?? '', now);
  await givePasswords(cloud.stack, cloud.aws.endpoint.url, people);
  outcome = await fuzz(cloud, { requests: REQUESTS, seed: 1 });
}, 120_000);

afterAll(() => cloud?.stop());

it('whatever is asked, answers are as the API says, nothing fails, and what is refused changes nothing', () => {
  expect(outcome.findings, report(outcome, [])).toEqual([]);
});

it('what was asked for is carried out to its end: nothing is given up on', () => {
  expect(outcome.failures).toEqual([]);
});

it('every call and every page was asked for', () => {
  const sums = [...outcome.counts].map(
    ([id, { fitting, broken, odd }]) => [id, fitting + broken + odd] as const,
  );
  expect(sums.filter(([, sum]) => sum === 0)).toEqual([]);
  expect(outcome.sent).toBeGreaterThanOrEqual(REQUESTS);
});
