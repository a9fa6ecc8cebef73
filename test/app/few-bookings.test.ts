import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BookingRequest, bookSession } from '../../lib/app/book-session.ts';
import { quoteSession } from '../../lib/app/quote-session.ts';
import { everyRow } from '../adapters/whole-table.ts';
import settings from '../fixture-config.ts';
import { CODE, type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { book, onceFor, refusalOf, request, sessionType } from './acting.ts';

const MINUTE = 60_000;
const limits = { triesPerAddress: 3, triesPerNumber: 4, triesPerSource: 6, wrongCodesPerSource: 3 };
let engine: Engine;
let world: World;
let deps: World['deps'];
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  deps = { ...world.deps, settings: { ...settings, policy: { ...settings.policy, bookings: limits } } };
});

let people = 0;
/** Somebody else each time, who asks for a time that nobody works at: it is counted, and nothing is booked. */
function ask(who: Partial<BookingRequest['attendee']>, wanted: Partial<BookingRequest> = {}) {
  people += 1;
  const attendee = { name: 'Ada Park', email: `x${people}@example.com`, ...who };
  return refusalOf(book(deps, { start: NOW + MINUTE, attendee, source: `203.0.113.${people}`, ...wanted }));
}
const codesOf = async (times: number, act: () => ReturnType<typeof ask>): Promise<string[]> => {
  const codes = [];
  for (let number = 1; number <= times; number++) codes.push((await act()).code);
  return codes;
};
const [taken, stopped] = ['slot-unavailable', 'too-many-requests'];
const bookings = async () => (await everyRow(world.table)).filter(({ sk }) => sk === 'BOOKING');

describe('bookings that are asked for', () => {
  it('are counted for a mail address, however it is written and wherever it comes from', async () => {
    const spellings = ['eva@example.com', 'EVA@example.com', 'eva+x@example.com', 'eva@example.com'];
    const codes = await codesOf(4, () => ask({ email: spellings.shift() ?? '' }));
    expect(codes).toEqual([taken, taken, taken, stopped]);
  });

  it('are counted for a mobile number', async () => {
    expect(await codesOf(5, () => ask({ mobile: '+15550100777' }))).toEqual([
      ...Array(4).fill(taken),
      stopped,
    ]);
  });

  it('are counted for a source: of version 6, for its network', async () => {
    let host = 0;
    const codes = await codesOf(7, () => ask({}, { source: `2001:db8:1:2::${++host}` }));
    expect(codes).toEqual([...Array(6).fill(taken), stopped]);
  });

  it('are let in again when the hour is over, which the refusal tells, and nothing is written before', async () => {
    world.clock.now = NOW + 10 * MINUTE;
    await codesOf(3, () => ask({ email: 'eva@example.com' }));
    const attendee = { name: 'Eva', email: 'eva@example.com' };
    const refusal = await refusalOf(book(deps, { attendee, source: '192.0.2.7' }));
    expect(refusal).toMatchObject({ code: stopped, facts: { retryAfter: 50 * 60 } });
    expect(await bookings()).toEqual([]);
    world.clock.now = NOW + 60 * MINUTE;
    expect(await book(deps, { attendee, source: '192.0.2.7' })).toMatchObject({ status: 'confirmed' });
  });

  it('are exactly as many as the limit when they come at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => ask({ email: 'crowd@example.com' })));
    expect(all.filter(({ code }) => code === taken)).toHaveLength(limits.triesPerAddress);
  });

  it('include repeats, which get their booking all the same', async () => {
    const once = onceFor('repeated');
    const wanted = request({ source: '192.0.2.8' });
    const first = await bookSession(deps, wanted, once);
    for (let repeat = 1; repeat <= 5; repeat++) expect(await bookSession(deps, wanted, once)).toEqual(first);
  });

  it('leave neither address nor number nor source in the table', async () => {
    await ask({ email: 'secret@example.com', mobile: '+15550100778' }, { source: '192.0.2.99' });
    await ask({}, { companyCode: 'NO-SUCH-CODE', source: '192.0.2.99' });
    const tallies = (await everyRow(world.table)).filter(({ pk }) => String(pk).startsWith('TALLY#'));
    expect(tallies.length).toBeGreaterThan(4);
    expect(JSON.stringify(tallies)).not.toMatch(/secret|0100778|192\.0\.2/u);
    expect(tallies.every(({ expiresAt }) => Number(expiresAt) < NOW / 1000 + 3 * 86_400)).toBe(true);
  });

  it('don’t say where a booking came from: its rows hold no source', async () => {
    await book(deps, { source: '192.0.2.98' });
    expect(JSON.stringify(await everyRow(world.table))).not.toContain('192.0.2.98');
  });
});

describe('wrong company codes', () => {
  const source = '198.51.100.1';
  const quote = (companyCode: string) =>
    quoteSession(deps, { sessionType: sessionType('live-60'), start: START, companyCode, source });

  it('are counted for their source, in bookings and in prices, and then no code is looked at any more', async () => {
    const wrong = () => ask({}, { companyCode: `WRONG-${people}`, source });
    expect(await codesOf(2, wrong)).toEqual(Array(2).fill('code-not-recognised'));
    expect((await refusalOf(quote('WRONG'))).code).toBe('code-not-recognised');
    const told = [await refusalOf(quote('WRONG')), await refusalOf(quote(CODE)), await wrong()];
    expect(new Set(told.map(({ code, facts }) => `${code} ${Number(facts['retryAfter'])}`))).toEqual(
      new Set([`${stopped} 900`]),
    );
    expect((await ask({}, { source })).code).toBe(stopped);
    expect(await bookings()).toEqual([]);
  });

  it('cost other sources nothing, and nobody after a quarter of an hour', async () => {
    await codesOf(4, () => ask({}, { companyCode: 'WRONG', source }));
    expect((await ask({}, { source: '198.51.100.2' })).code).toBe(taken);
    world.clock.now += 15 * MINUTE;
    expect((await ask({}, { source })).code).toBe(taken);
  });

  it('right ones are not counted', async () => {
    expect(await codesOf(5, () => ask({}, { source }))).toEqual(Array(5).fill(taken));
  });
});
