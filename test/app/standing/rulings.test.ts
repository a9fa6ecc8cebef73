import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handle } from '../../../lib/app/handle.ts';
import { companyStanding } from '../../../lib/app/standing/company-standing.ts';
import { personStanding } from '../../../lib/app/standing/person-standing.ts';
import { queued } from '../../../lib/app/standing/queued.ts';
import { ruleOnCompany } from '../../../lib/app/standing/rule-on-company.ts';
import { ruleOnPerson } from '../../../lib/app/standing/rule-on-person.ts';
import type { Company } from '../../../lib/domain/company.ts';
import type { Actor } from '../../../lib/domain/people/actor.ts';
import { everyRow } from '../../adapters/whole-table.ts';
import { type Engine, makeWorld, NOW, openEngine, putCompany, START, type World } from '../../world.ts';
import { book, refusalOf } from '../acting.ts';
import { attendee, DAY, HOUR, MINUTE, missed, type StaffDeps, staff, staffDeps } from './standing-world.ts';

const EMAIL = 'ada@example.com';
const COMPANY = 'example-crates';
const about = { email: EMAIL, companyId: COMPANY, reason: 'We know them' };
const member: Actor = {
  kind: 'member',
  person: {
    ...{ id: 'per_ada', name: 'Ada', email: EMAIL, staff: false, companyId: COMPANY, level: 'primary' },
    ...{ newsletters: false, status: 'active', passwordVersion: 1, revision: 1 },
    ...{ invitedAt: NOW, invitedBy: 'operator' },
  },
};

let engine: Engine;
let world: World;
let deps: StaffDeps;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  deps = staffDeps(world);
});

async function events(kind: string): Promise<unknown[]> {
  const rows = (await everyRow(world.table)).filter(({ about: of }) => of === kind);
  return rows.map(({ event }) => event);
}

describe('a decision on a person', () => {
  it('blocks them until its end, within the company it is about', async () => {
    const { record, standing } = await ruleOnPerson(deps, staff, {
      ...{ ...about, email: ' Ada+x@Example.com', decision: 'block', until: NOW + DAY },
    });
    expect(standing.block).toMatchObject({ because: 'staff', until: NOW + DAY, missed: [] });
    expect(record).toMatchObject({ email: EMAIL, revision: 1 });
    expect(await personStanding(deps, EMAIL, COMPANY)).toEqual({ record, standing });
    expect((await personStanding(deps, EMAIL, 'other')).standing.block).toBeUndefined();
    expect((await personStanding(deps, EMAIL)).standing.block).toBeUndefined();
    expect(await refusalOf(book(world.deps, { attendee: attendee(EMAIL) }))).toMatchObject({
      code: 'free-session-blocked',
    });
    world.clock.now = NOW + DAY;
    expect((await personStanding(deps, EMAIL, COMPANY)).standing.block).toBeUndefined();
  });

  it('is recorded with who, when and why, and its event names neither person nor reason', async () => {
    const { record } = await ruleOnPerson(deps, staff, { ...about, decision: 'block', until: NOW + DAY });
    const [ruling] = record.entries;
    expect(ruling).toMatchObject({ by: 'per_robin', at: NOW, reason: 'We know them', companyId: COMPANY });
    const [event] = await events('standing');
    expect(event).toEqual({
      ...{ type: 'person-blocked', at: NOW, by: 'per_robin', until: NOW + DAY },
      rulingId: expect.stringMatching(/^rul_/u),
    });
  });

  it('made twice is one', async () => {
    for (const _ of [1, 2])
      await ruleOnPerson(deps, staff, { ...about, decision: 'block', until: NOW + DAY });
    for (const _ of [1, 2]) await ruleOnPerson(deps, staff, { ...about, decision: 'lift' });
    const { standing } = await ruleOnPerson(deps, staff, { ...about, decision: 'payment' });
    expect(standing.block).toBeUndefined();
    expect(await events('standing')).toEqual([
      expect.objectContaining({ type: 'person-blocked' }),
      expect.objectContaining({ type: 'person-lifted' }),
    ]);
  });

  it('records what was paid, in the fee schedule’s currency', async () => {
    await missed(world, START);
    await missed(world, START + DAY);
    const { record, standing } = await ruleOnPerson(deps, staff, { ...about, decision: 'payment' });
    expect(standing.block).toBeUndefined();
    expect(standing.blocks).toHaveLength(1);
    expect(record.entries.at(-1)).toMatchObject({ kind: 'reinstated', amount: 100, currency: 'USD' });
    expect(await events('standing')).toEqual([
      expect.objectContaining({ type: 'person-reinstated', amount: 100, currency: 'USD' }),
    ]);
  });

  it('meets what is recorded at the same time: nothing is lost', async () => {
    const booked = await book(world.deps, { attendee: attendee(EMAIL) });
    world.clock.now = START + 10 * MINUTE;
    const rulings = [1, 2, 3].map((days) =>
      ruleOnPerson(deps, staff, { ...about, decision: 'block', until: world.clock.now + days * DAY }),
    );
    await Promise.all([
      ...rulings,
      handle(world.deps, booked.id, { type: 'due', kind: 'close', version: 1 }),
    ]);
    const { record } = await personStanding(deps, EMAIL, COMPANY);
    expect(record.revision).toBe(4);
    expect(record.entries.map(({ kind }) => kind).toSorted()).toEqual([
      'blocked',
      'blocked',
      'blocked',
      'no-show',
    ]);
  });

  it('is refused where the block would end in the past, and to whoever is no staff', async () => {
    const past = { ...about, decision: 'block', until: NOW } as const;
    expect(await refusalOf(ruleOnPerson(deps, staff, past))).toMatchObject({ code: 'invalid-input' });
    const lift = ruleOnPerson(deps, member, { ...about, decision: 'lift' });
    expect(await refusalOf(lift)).toMatchObject({ code: 'not-allowed' });
    expect(await events('standing')).toEqual([]);
  });
});

describe('where a company stands', () => {
  const companyNow = async (): Promise<Company> => {
    const found = await deps.people.people.company(COMPANY);
    if (found === undefined) throw new Error('there is no company');
    return found;
  };
  const standing = async () =>
    companyStanding({ ...deps, standings: world.deps.standings }, await companyNow());

  it('tells a strike for each block of its people, gone when one of the no-shows is excused', async () => {
    const first = await missed(world, START);
    const second = await missed(world, START + DAY);
    await missed(world, START + 3 * DAY, 'kim@example.com');
    expect((await standing()).strikes).toEqual([
      {
        email: EMAIL,
        since: second.outcome?.at,
        missed: [
          expect.objectContaining({ bookingId: first.id }),
          expect.objectContaining({ bookingId: second.id }),
        ],
      },
    ]);
    await handle(world.deps, first.id, { type: 'excuse', staffId: 'per_robin', reason: 'Ill' });
    expect((await standing()).strikes).toEqual([]);
  });

  it('keeps the strike of who was erased, under the tombstone', async () => {
    for (const days of [0, 1]) {
      const { id } = await missed(world, START + days * DAY);
      world.clock.now += HOUR;
      await handle(world.deps, id, { type: 'erase', staffId: 'per_robin', tombstone: 'gone_ada' });
    }
    expect((await standing()).strikes).toEqual([
      expect.objectContaining({ email: 'gone_ada@erased.invalid' }),
    ]);
  });

  /** Cancels on the session's own date. */
  async function sameDay(days: number): Promise<void> {
    const start = START + days * DAY;
    world.clock.now = start - 2 * DAY;
    const { id } = await book(world.deps, { start, attendee: attendee('kim@example.com') });
    world.clock.now = start - 2 * HOUR;
    await handle(world.deps, id, { type: 'cancel', by: 'link', stamp: world.clock.now });
    const { review } = await standing();
    if (review !== undefined) await world.deps.standings.hintReview(COMPANY, review.since);
  }

  it('opens a review with the fourth same-day change, until somebody decides; those before don’t count again', async () => {
    for (const days of [0, 1, 3]) await sameDay(days);
    const reviews = () => queued(deps, 'reviews', { limit: 10 });
    expect(await reviews()).toEqual({ items: [] });
    await sameDay(6);
    const since = START + 6 * DAY - 2 * HOUR;
    expect((await reviews()).items).toEqual([
      {
        since,
        company: await companyNow(),
        standing: expect.objectContaining({ sameDayChanges: expect.any(Array) }),
      },
    ]);
    const { company, standing: after } = await ruleOnCompany(deps, staff, COMPANY, {
      ...{ decision: 'nothing', reason: 'A bad month', seen: 0 },
    });
    expect(company.ruling).toMatchObject({ decision: 'nothing', by: 'per_robin', at: world.clock.now });
    expect(after.review).toBeUndefined();
    expect(await reviews()).toEqual({ items: [] });
    await sameDay(7);
    expect((await standing()).review).toBeUndefined();
    expect((await standing()).sameDayChanges).toHaveLength(5);
  });
});

describe('a decision on a company', () => {
  const block = { decision: 'block', until: NOW + DAY, reason: 'Too many' } as const;

  it('is recorded with who, when, why and until when, and the one before it is kept', async () => {
    const first = await ruleOnCompany(deps, staff, COMPANY, { ...block, seen: 0 });
    expect(first.standing.ruling).toMatchObject({ ...block, by: 'per_robin', at: NOW });
    const second = await ruleOnCompany(deps, { kind: 'staff', id: 'per_sam' }, COMPANY, {
      ...{ decision: 'nothing', reason: 'They called', seen: NOW },
    });
    expect(second.standing.ruling).toBeUndefined();
    expect(second.company.formerRulings).toEqual([first.company.ruling]);
    expect(await events('company')).toEqual([
      expect.objectContaining({ type: 'company-ruled', decision: 'block', until: NOW + DAY }),
      expect.objectContaining({ type: 'company-ruled', decision: 'nothing', by: 'per_sam' }),
    ]);
    expect(JSON.stringify(await events('company'))).not.toContain('Too many');
  });

  it('made twice is one; of two people who saw the same, the second is told', async () => {
    const once = await ruleOnCompany(deps, staff, COMPANY, { ...block, seen: 0 });
    expect(await ruleOnCompany(deps, staff, COMPANY, { ...block, seen: 0 })).toEqual(once);
    const other = ruleOnCompany(deps, { kind: 'staff', id: 'per_sam' }, COMPANY, { ...block, seen: 0 });
    expect(await refusalOf(other)).toMatchObject({ code: 'changed-meanwhile' });
    expect(await events('company')).toHaveLength(1);
  });

  it('is refused to members, and about no company', async () => {
    expect(await refusalOf(ruleOnCompany(deps, member, COMPANY, block))).toMatchObject({
      code: 'not-allowed',
    });
    expect(await refusalOf(ruleOnCompany(deps, staff, 'nobody', block))).toMatchObject({ code: 'not-found' });
  });
});

describe('a list of what waits', () => {
  it('is told page by page, of what the rows say waits, though the list may hold more', async () => {
    await putCompany(world.table, { id: 'other', name: 'Other', planUntil: '2027-12-31' }, 'OTHER');
    for (const id of ['other', COMPANY, 'gone']) await world.deps.standings.hintReview(id, NOW);
    expect(await queued(deps, 'reviews', { limit: 1 })).toEqual({ items: [] });
    await ruleOnCompany(deps, staff, COMPANY, {
      decision: 'approval',
      until: NOW + 30 * DAY,
      reason: 'Often late',
    });
    const made = [];
    for (const hours of [0, 1, 2, 3, 4]) {
      world.clock.now = NOW + hours;
      const { id } = await book(world.deps, {
        start: START + 6 * DAY + hours * HOUR,
        attendee: attendee(EMAIL),
      });
      made.push(id);
    }
    const [first = ''] = made;
    await handle(world.deps, first, { type: 'cancel', by: 'link', stamp: world.clock.now });
    const told: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await queued(deps, 'approvals', { limit: 2, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      told.push(...page.items.map(({ booking }) => booking.id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(told).toEqual(made.slice(1));
  });
});
