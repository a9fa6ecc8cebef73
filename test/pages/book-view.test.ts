import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { viewOf } from '../../functions/pages/book-view.ts';
import { type BookForm, blankForm } from '../../lib/pages/book/form.ts';
import { book } from '../app/acting.ts';
import { type Engine, makeWorld, openEngine, putCompany, START, type World } from '../world.ts';
import { visit } from './session-visit.ts';

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const form: BookForm = blankForm('1dd4a9a8-0a58-4a9e-9a28-3c1f8b4e4f10', 'America/New_York', 'live-60');
const start = new Date(START).toISOString();

function view(changes: Partial<BookForm>, wantedToBook = false, query = '') {
  return viewOf(world.deps, visit(query), { ...form, ...changes }, { wantedToBook });
}

describe('what the booking page says of price and code', () => {
  it('is the price without a code, and free with a good one, however it is spelled', async () => {
    expect(await view({})).toMatchObject({ price: { amount: 140, currency: 'USD' }, codeGood: false });
    const free = await view({ companyCode: ' demo-2026 ' });
    expect(free).toMatchObject({ codeGood: true, problems: new Map() });
    expect(free).not.toHaveProperty('price');
  });

  it('is, for a plan that ends before the session, the date and the price; on its last day it is free', async () => {
    const ends = { id: 'ends', name: 'Ends', planUntil: '2026-11-24' };
    await putCompany(world.table, ends, 'ENDS');
    expect((await view({ companyCode: 'ENDS', start })).codeGood).toBe(true);
    const later = new Date(START + 86_400_000).toISOString();
    const ended = await view({ companyCode: 'ENDS', start: later });
    expect(ended).toMatchObject({ codeGood: false, price: { amount: 140 } });
    expect(ended.problems.get('companyCode')).toBe(
      'Company code: the maintenance plan behind it ends on Tuesday, 24 November 2026, before the session. Without a plan the session costs US$140.00.',
    );
    const german = await view({ companyCode: 'ENDS', start: later }, false, 'lang=de');
    expect(german.problems.get('companyCode')).toContain('endet am Dienstag, 24. November 2026');
  });

  it('misses the code only from who wants to book', async () => {
    expect((await view({})).problems.size).toBe(0);
    expect([...(await view({}, true)).problems.keys()]).toEqual(['companyCode']);
  });
});

describe('what the booking page makes of what was posted', () => {
  it('is another kind, zone or release where there is none such, rather than a failure', async () => {
    const odd = await view({
      sessionType: 'massage',
      timeZone: 'Mars/Olympus',
      release: 'x',
      start: 'x',
      day: 'y',
    });
    expect(odd).toMatchObject({ sessionType: { id: 'call-30' }, form: { timeZone: 'America/New_York' } });
    expect(odd.picker).not.toHaveProperty('lost');
  });

  it('is a time that is lost once nobody can give it, or that the chosen kind does not fit', async () => {
    expect((await view({ start })).picker).toMatchObject({ start: START });
    await book(world.deps);
    expect((await view({ start })).picker).toMatchObject({ start: START });
    await book(world.deps);
    expect((await view({ start })).picker).toMatchObject({ lost: START });
    const evening = { start: new Date(START + 7 * 3_600_000).toISOString() };
    expect((await view({ ...evening, sessionType: 'call-30' })).picker).toMatchObject({
      start: START + 7 * 3_600_000,
    });
    expect((await view({ ...evening, sessionType: 'live-60' })).picker).toMatchObject({
      lost: START + 7 * 3_600_000,
    });
  });
});
