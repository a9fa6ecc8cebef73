import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dynamoTable } from '../../../lib/adapters/table.ts';
import { type CountingDeps, countTry, type Try } from '../../../lib/app/people/few-tries.ts';
import { networkOf } from '../../../lib/app/tally-names.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import settings from '../../fixture-config.ts';
import { type Engine, NOW, openEngine } from '../../world.ts';

const MINUTE = 60_000;
let engine: Engine;
let deps: CountingDeps;
let clock: { now: number };
let rows: () => ReturnType<typeof everyRow>;

beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  const table = await engine.freshTable();
  clock = { now: NOW };
  const signIn = { triesPerAddress: 3, triesPerSource: 5 };
  const policy = { ...settings.policy, signIn };
  deps = { settings: { ...settings, policy }, now: () => clock.now, table: dynamoTable(table) };
  rows = () => everyRow(table);
});

let addresses = 0;
const tried = (over: Partial<Try> = {}): Promise<boolean> =>
  countTry(deps, {
    what: 'sign-in',
    email: `x${++addresses}@crates.example`,
    source: '192.0.2.1',
    ...over,
  }).then(
    () => true,
    () => false,
  );
const times = async (count: number, over?: Partial<Try>): Promise<boolean[]> => {
  const all = [];
  for (let number = 1; number <= count; number++) all.push(await tried(over));
  return all;
};

describe('tries', () => {
  it('are counted for an address, however it is written and wherever they come from', async () => {
    const spellings = [
      'ada@crates.example',
      'ADA@crates.example',
      'ada+x@crates.example',
      ' ada@crates.example',
    ];
    const all = [];
    for (const [index, email] of spellings.entries())
      all.push(await tried({ email, source: `192.0.2.${index}` }));
    expect(all).toEqual([true, true, true, false]);
  });

  it('are counted for a place, whatever the addresses', async () => {
    expect(await times(6)).toEqual([true, true, true, true, true, false]);
    expect(await tried({ source: '192.0.2.2' })).toBe(true);
  });

  it('are counted at once by all instances: of many at the same time, no more pass than may', async () => {
    const many = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        tried({ email: 'ada@crates.example', source: `192.0.2.${index}` }),
      ),
    );
    expect(many.filter(Boolean)).toHaveLength(3);
  });

  it('begin anew with each quarter of an hour, which the refusal tells in seconds', async () => {
    clock.now = NOW + 4 * MINUTE;
    const ada = { email: 'ada@crates.example' };
    await times(3, ada);
    const asking = countTry(deps, { what: 'sign-in', source: '192.0.2.9', ...ada });
    await expect(asking).rejects.toMatchObject({ code: 'too-many-requests', facts: { retryAfter: 660 } });
    clock.now = NOW + 15 * MINUTE - 1;
    expect(await tried(ada)).toBe(false);
    clock.now = NOW + 15 * MINUTE;
    expect(await tried(ada)).toBe(true);
  });

  it('of one kind don’t count for another', async () => {
    const ada = { email: 'ada@crates.example' };
    expect(await times(3, ada)).toEqual([true, true, true]);
    expect(await tried({ ...ada, what: 'password-link' })).toBe(true);
  });

  it('leave neither the address nor the place in the table', async () => {
    await tried({ email: 'ada@crates.example' });
    const written = JSON.stringify(await rows());
    expect(written).toContain('sign-in address');
    expect(written).not.toMatch(/ada@|192\.0/u);
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
    ['2001:db8:0:1::1', '2001:db8:0:1'],
    ['2001:0DB8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
