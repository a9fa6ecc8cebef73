import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handle } from '../../../lib/app/handle.ts';
import { moveSession } from '../../../lib/app/move-session.ts';
import { receiveText } from '../../../lib/app/receive-text.ts';
import { ruleOnCompany } from '../../../lib/app/standing/rule-on-company.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { company, type Engine, makeWorld, NOW, openEngine, START, type World } from '../../world.ts';
import { book, fire, mobile } from '../acting.ts';
import { mailsTo } from '../read-mails.ts';
import { tellEverything } from '../telling.ts';
import { DAY, HOUR, MINUTE, staff, staffDeps } from './standing-world.ts';
import { ADA, STAFF } from './told-world.ts';

/** Wednesday, at the hour of START: 4 working hours before it is Tuesday, 15:00 in New York. */
const WEDNESDAY = START + DAY;
const DECIDE_BY = START + 5 * HOUR;

let engine: Engine;
let world: World;
let request: Booking;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  const until = NOW + 30 * DAY;
  const ruling = { decision: 'approval', until, reason: 'Many moves' } as const;
  await ruleOnCompany(staffDeps(world), staff, company.id, ruling);
  request = await book(world.deps, { start: WEDNESDAY });
});

const tell = () => tellEverything(world);
const subjects = (to: string) => mailsTo(world, to).map(({ subject }) => subject.replace(/:.*/u, ''));
const last = (to: string) => mailsTo(world, to).at(-1);
const approve = () => handle(world.deps, request.id, { type: 'approve', staffId: staff.id });

describe('a booking that needs approval', () => {
  it('is told to its attendee as a request and to our staff as a question, and has one timer', async () => {
    expect(request).toMatchObject({ status: 'pending', approval: { decideBy: DECIDE_BY } });
    await tell();
    await tell();
    expect(subjects(ADA)).toEqual(['Requested']);
    expect(last(ADA)?.text).toContain('We look at it first because sessions of your company need approval');
    expect(last(ADA)?.calendar).toBeUndefined();
    expect(subjects(STAFF)).toEqual(['To approve by Tue 24 Nov, 15']);
    expect(last(STAFF)?.text).toContain(request.id);
    expect([...world.timers.held]).toEqual([[`${request.id}.expire.v1`, DECIDE_BY]]);
  });

  it('is an appointment once it is approved: with an invitation and all its timers', async () => {
    await tell();
    await approve();
    await tell();
    expect(subjects(ADA)).toEqual(['Requested', 'Approved']);
    expect(last(ADA)).toMatchObject({ calendar: 'REQUEST' });
    expect([...world.timers.held.keys()].toSorted()).toEqual(
      ['check-in', 'close', 'finish', 'remind-24h', 'remind-2h'].map((kind) => `${request.id}.${kind}.v1`),
    );
  });

  it('is no question any more where it was approved before anybody was asked', async () => {
    await approve();
    await tell();
    expect(subjects(ADA)).toEqual(['Approved']);
    expect(mailsTo(world, STAFF)).toEqual([]);
  });

  it('that is declined says why, and leaves no timer', async () => {
    await tell();
    const reason = 'Please send the log first';
    await handle(world.deps, request.id, { type: 'decline', staffId: staff.id, reason });
    await tell();
    expect(subjects(ADA).at(-1)).toBe('Not approved');
    expect(last(ADA)?.text).toContain(`Reason given: ${reason}`);
    expect(last(ADA)?.calendar).toBeUndefined();
    expect(world.timers.held.size).toBe(0);
  });

  it('ends by its timer where nobody decides, and says so', async () => {
    await tell();
    await fire(world, request, 'expire', DECIDE_BY);
    await tell();
    expect(await world.deps.table.booking(request.id)).toMatchObject({ status: 'cancelled' });
    expect(subjects(ADA)).toEqual(['Requested', 'Not approved in time']);
  });

  it('that is withdrawn is told as that, and revokes no invitation', async () => {
    await tell();
    await handle(world.deps, request.id, { type: 'cancel', by: 'link', stamp: NOW });
    await tell();
    expect(subjects(ADA)).toEqual(['Requested', 'Request ended']);
    expect(last(ADA)?.calendar).toBeUndefined();
    expect(world.timers.held.size).toBe(0);
  });

  it('that is moved asks our staff anew, and waits until then', async () => {
    await tell();
    const start = WEDNESDAY + 2 * HOUR;
    await moveSession(world.deps, request.id, { start, by: 'link', stamp: NOW });
    await tell();
    await tell();
    expect(subjects(ADA)).toEqual(['Requested', 'Request moved']);
    expect(last(ADA)?.calendar).toBeUndefined();
    expect(subjects(STAFF)).toEqual(['To approve by Tue 24 Nov, 15', 'To approve by Tue 24 Nov, 17']);
    expect(last(STAFF)?.text).toContain('It was asked for Wed 25 Nov, 10:00 EST before.');
    expect([...world.timers.held.keys()]).toEqual([`${request.id}.expire.v2`]);
  });

  it('that was moved and then approved is told once, at the time that counts', async () => {
    await moveSession(world.deps, request.id, { start: WEDNESDAY + 2 * HOUR, by: 'link', stamp: NOW });
    await approve();
    await tell();
    expect(subjects(ADA)).toEqual(['Approved']);
    expect(last(ADA)?.subject).toContain('Wed 25 Nov, 18:00');
    expect(mailsTo(world, STAFF)).toEqual([]);
  });
});

describe('to a number, a booking that awaits approval', () => {
  const text = (body: string) =>
    receiveText(world.deps, { messageId: body, from: mobile, body, stamp: world.clock.now });

  it('is no session that a text could be about', async () => {
    for (const body of ['1', '2', 'HELP']) await text(body);
    await tell();
    for (const answer of world.texter.to(mobile)) expect(answer).toContain('we know of no open session');
    expect(world.texter.to(mobile)).not.toEqual([]);
    expect(await world.deps.table.booking(request.id)).toMatchObject({ status: 'pending', revision: 1 });
  });

  it('is one as soon as it is approved', async () => {
    await approve();
    world.clock.now += MINUTE;
    await text('2');
    expect(await world.deps.table.booking(request.id)).toMatchObject({ status: 'cancelled' });
  });

  it('sends no mail about texts that are switched off, and none about texts goes out later', async () => {
    await text('STOP');
    await tell();
    expect(subjects(ADA)).toEqual(['Requested']);
    await approve();
    await fire(world, request, 'check-in', WEDNESDAY + 5 * MINUTE);
    await tell();
    expect(world.texter.to(mobile)).toEqual([]);
  });
});
