import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handle } from '../../../lib/app/handle.ts';
import { type CompanyRulingWish, ruleOnCompany } from '../../../lib/app/standing/rule-on-company.ts';
import { type PersonRuling, ruleOnPerson } from '../../../lib/app/standing/rule-on-person.ts';
import { company, type Engine, makeWorld, NOW, openEngine, START, type World } from '../../world.ts';
import { book } from '../acting.ts';
import { mailsTo } from '../read-mails.ts';
import { tellEverything } from '../telling.ts';
import { attendee, DAY, HOUR, missed, staff, staffDeps } from './standing-world.ts';
import { ADA, addPrimary, PRIMARY, STAFF } from './told-world.ts';

const FAR = START + 400 * DAY;
const UNTIL = START + 30 * DAY;

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  await addPrimary(world);
});

type Decision =
  | { readonly decision: 'block'; readonly until: number }
  | { readonly decision: 'lift' | 'payment' };

const tell = () => tellEverything(world);
const awaited = () => world.deps.standings.blocksEnding(FAR, 10);
const subjects = (to: string) => mailsTo(world, to).map(({ subject }) => subject);
const last = (to: string) => mailsTo(world, to).at(-1)?.text ?? '';
const onCompany = (wish: CompanyRulingWish) => ruleOnCompany(staffDeps(world), staff, company.id, wish);

function onAda(decision: Decision, reason = 'We have talked') {
  world.clock.now += 1;
  const wish = { email: ADA, companyId: company.id, reason, ...decision } as PersonRuling;
  return ruleOnPerson(staffDeps(world), staff, wish);
}

describe('a block that our staff set', () => {
  it('is told once with its end and the reason, and its end is awaited', async () => {
    await onAda({ decision: 'block', until: UNTIL });
    await tell();
    await tell();
    expect(subjects(ADA)).toEqual(['Free sessions are blocked for a while']);
    expect(last(ADA)).toContain('Blocked until: Thursday, 24 December 2026, 10:00');
    expect(last(ADA)).toContain('Company: Example Crates\nReason given: We have talked');
    expect(await awaited()).toEqual([ADA]);
  });

  it('is not told where it was lifted meanwhile, and nothing is awaited', async () => {
    await onAda({ decision: 'block', until: UNTIL });
    await onAda({ decision: 'lift' });
    await tell();
    expect(subjects(ADA)).toEqual(['You can book free sessions again']);
    expect(await awaited()).toEqual([]);
  });

  it('is told to the address of the account, in its language', async () => {
    await missed(world, START, 'Primary+texts@example.com');
    const wish = { email: 'PRIMARY@example.com', companyId: company.id, reason: 'Enough' } as const;
    await ruleOnPerson(staffDeps(world), staff, { ...wish, decision: 'block', until: UNTIL });
    await tell();
    expect(subjects(PRIMARY)).toEqual(['Free sessions are blocked for a while']);
  });

  it('is told to the address of the last session where there is no account', async () => {
    await missed(world, START, 'ada+texts@example.com');
    await onAda({ decision: 'block', until: UNTIL });
    await tell();
    expect(subjects('ada+texts@example.com').at(-1)).toBe('Free sessions are blocked for a while');
    expect(last('ada+texts@example.com')).toContain('Hello Ada Park,');
    // In the zone of that session.
    expect(last('ada+texts@example.com')).toContain('16:00 (Central European Standard Time, Berlin)');
  });
});

describe('a payment', () => {
  it('is thanked for, also where a no-show has blocked free sessions again since', async () => {
    await missed(world, START);
    await missed(world, START + DAY);
    await onAda({ decision: 'payment' });
    await tell();
    expect(subjects(ADA).at(-1)).toBe('Thank you for your payment');
    expect(last(ADA)).toContain('We have received US$100.00');
    expect(last(ADA)).toContain('You can book free sessions again at once.');
    expect(await awaited()).toEqual([]);
  });
});

describe('a decision on a company', () => {
  const until = UNTIL;

  it('is told to its primaries, once, with its end and the reason', async () => {
    await onCompany({ decision: 'block', until, reason: 'Too many moves' });
    await tell();
    await tell();
    expect(subjects(PRIMARY)).toEqual(['Free sessions are blocked for Example Crates']);
    expect(last(PRIMARY)).toContain('Blocked until: Thursday, 24 December 2026, 10:00');
    expect(last(PRIMARY)).toContain('Reason given: Too many moves');
  });

  it('that nothing follows is told only where something was in force', async () => {
    await onCompany({ decision: 'nothing', reason: 'Fine' });
    await tell();
    expect(subjects(PRIMARY)).toEqual([]);
    world.clock.now += HOUR;
    await onCompany({ decision: 'approval', until, reason: 'Too many moves' });
    await tell();
    world.clock.now += HOUR;
    await onCompany({ decision: 'nothing', reason: 'We have talked' });
    await tell();
    expect(subjects(PRIMARY)).toEqual([
      'Sessions of Example Crates need approval',
      'Example Crates can book freely again',
    ]);
  });

  it('is not told where another one came since', async () => {
    await onCompany({ decision: 'block', until, reason: 'Too many moves' });
    world.clock.now += HOUR;
    await onCompany({ decision: 'approval', until, reason: 'On second thoughts' });
    await tell();
    expect(subjects(PRIMARY)).toEqual(['Sessions of Example Crates need approval']);
  });
});

describe('sessions that are given back on their own date', () => {
  /** So many bookings of this morning, cancelled by their links. */
  async function givenBack(count: number): Promise<void> {
    for (let one = 0; one < count; one++) {
      world.clock.now += 1;
      const start = NOW + (2 + (one % 4)) * HOUR;
      const { id } = await book(world.deps, { start, attendee: attendee(`member${one}@example.com`) });
      await handle(world.deps, id, { type: 'cancel', by: 'link', stamp: world.clock.now });
    }
  }

  const reviews = async () => (await world.deps.standings.queued('reviews', { limit: 10 })).items;

  it('are put before our staff once they are too many: one mail, and a place on the list', async () => {
    await givenBack(3);
    await tell();
    expect(mailsTo(world, STAFF)).toEqual([]);
    expect(await reviews()).toEqual([]);
    await givenBack(2);
    await tell();
    await tell();
    expect(subjects(STAFF)).toEqual(['To review: same-day changes by Example Crates']);
    expect(last(STAFF)).toContain('have cancelled or moved more than 3 sessions within 30 days');
    expect((await reviews()).map(({ id }) => id)).toEqual([company.id]);
  });

  it('are put before them again only after a decision, and as many new ones', async () => {
    await givenBack(4);
    await tell();
    world.clock.now += 1;
    await onCompany({ decision: 'nothing', reason: 'A bad week' });
    await givenBack(3);
    await tell();
    expect(subjects(STAFF)).toHaveLength(1);
    expect(await reviews()).toEqual([]);
    await givenBack(1);
    await tell();
    expect(subjects(STAFF)).toHaveLength(2);
    expect((await reviews()).map(({ id }) => id)).toEqual([company.id]);
  });
});
