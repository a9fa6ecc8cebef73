import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feedOf } from '../../lib/app/feed.ts';
import { refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, openEngine, type World } from '../world.ts';
import { ask, depsOf } from './desk-world.ts';

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const path = { consultantId: 'robin' };
const replace = (seen: unknown) => ask(world, 'replaceFeedAddress', { path, body: { seen } });
const opened = ({ url }: Record<string, unknown>) =>
  feedOf(depsOf(world), decodeURIComponent(String(url).split('/feeds/')[1] ?? ''));

describe('a consultant’s feed by the API', () => {
  it('has an address, which opens it, and a number', async () => {
    const told = await ask(world, 'getFeedAddress', { path });
    expect(told).toMatchObject({ number: 1 });
    expect(await opened(told)).toContain('BEGIN:VCALENDAR');
  });

  it('gets another address in the place of the one that was seen', async () => {
    const first = await ask(world, 'getFeedAddress', { path });
    const second = await replace(1);
    expect(second).toMatchObject({ number: 2 });
    expect((await refusalOf(opened(first))).code).toBe('link-invalid');
    expect(await opened(second)).toContain('BEGIN:VCALENDAR');
    // Asked for again, or by who saw an older one, the one in force stays.
    expect(await replace(1)).toEqual(second);
    expect(await ask(world, 'getFeedAddress', { path })).toEqual(second);
  });

  it.each([0, -1, 1.5, '1', undefined, 1_000_000_000, Number.MAX_SAFE_INTEGER])(
    'is not replaced in the place of number %s',
    async (seen) => {
      const { code, facts } = await refusalOf(replace(seen));
      expect([code, facts['errors']]).toMatchObject(['invalid-input', [{ field: 'seen' }]]);
      expect(await ask(world, 'getFeedAddress', { path })).toMatchObject({ number: 1 });
    },
  );

  it('of nobody is not found, whatever the path says', async () => {
    for (const consultantId of ['nobody', '', 'x'.repeat(4000), '__proto__']) {
      const wrong = { path: { consultantId } };
      expect((await refusalOf(ask(world, 'getFeedAddress', wrong))).code).toBe('not-found');
      const replacing = ask(world, 'replaceFeedAddress', { ...wrong, body: { seen: 1 } });
      expect((await refusalOf(replacing)).code).toBe('not-found');
    }
  });
});
