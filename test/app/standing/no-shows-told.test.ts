import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handle } from '../../../lib/app/handle.ts';
import { react } from '../../../lib/app/react.ts';
import { ruleOnPerson } from '../../../lib/app/standing/rule-on-person.ts';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { company, type Engine, makeWorld, openEngine, START, type World } from '../../world.ts';
import { book, events } from '../acting.ts';
import { mailsTo } from '../read-mails.ts';
import { LEASE, tellEverything } from '../telling.ts';
import { attendee, DAY, HOUR, lateNotice, MINUTE, missed, staff, staffDeps } from './standing-world.ts';
import { ADA, addPrimary, PRIMARY, STAFF } from './told-world.ts';

/** Wednesday and, after a holiday, Friday, at the hour of START. */
const [SECOND, THIRD] = [START + DAY, START + 3 * DAY];
const FAR = START + 400 * DAY;

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

const tell = () => tellEverything(world);
const awaited = () => world.deps.standings.blocksEnding(FAR, 10);
const subjects = (to: string) => mailsTo(world, to).map(({ subject }) => subject.replace(/:.*/u, ''));
const last = (to: string) => mailsTo(world, to).at(-1)?.text ?? '';

function excuse({ id }: Booking): Promise<Booking> {
  return handle(world.deps, id, { type: 'excuse', staffId: staff.id, reason: 'The power was out' });
}

/** What the stream has brought of one booking since. */
async function tellLatest({ id }: Booking): Promise<void> {
  const record = (await events(world)).findLast(({ bookingId }) => bookingId === id);
  if (record === undefined) throw new Error('nothing has happened');
  await react(world.deps, record, LEASE);
}

describe('a first no-show', () => {
  it('is told with how many count, how many block, and how to contest it', async () => {
    await missed(world, START);
    await tell();
    expect(last(ADA)).toContain(
      'You now have 1 no-show within 6 months. With 2, free sessions are blocked for 60 days.',
    );
    expect(last(ADA)).toMatch(/Contest the no-show:\nhttps:\/\/showup\.example\/manage\/\S+#contest\n/u);
  });

  it('is no strike, and starts no block to await the end of', async () => {
    await missed(world, START);
    await tell();
    expect(mailsTo(world, PRIMARY)).toEqual([]);
    expect(await awaited()).toEqual([]);
  });

  it('is not told where it has been excused meanwhile', async () => {
    await excuse(await missed(world, START));
    await tell();
    expect(subjects(ADA)).toEqual(['No-show excused']);
    expect(last(ADA)).not.toMatch(/block|strike/u);
  });
});

describe('a second no-show', () => {
  beforeEach(async () => {
    await missed(world, START);
  });

  it('is told with the block, its end, and the sessions that led to it', async () => {
    await missed(world, SECOND);
    await tell();
    for (const said of [
      'You now have 2 no-shows within 6 months, so free sessions are blocked for you.',
      // In the zone of the attendee, which is Berlin.
      'Blocked until: Sunday, 24 January 2027, 16:00',
      'Missed session: Tue 24 Nov, 16:00 CET\nMissed session: Wed 25 Nov, 16:00 CET',
      'A payment of US$100.00 opens the free ones again at once: write to support@example.com.',
    ])
      expect(last(ADA)).toContain(said);
    expect(await awaited()).toEqual([ADA]);
  });

  it('is told to every primary of the company as a strike, each once', async () => {
    const other = 'second@example.com';
    await addPrimary(world, other);
    await missed(world, SECOND);
    await tell();
    await tell();
    for (const to of [PRIMARY, other]) {
      expect(subjects(to)).toEqual(['A strike on Example Crates']);
      expect(last(to)).toContain('Ada Park has missed too many sessions');
      // In the zone of the deployment.
      expect(last(to)).toContain('Blocked until: Sunday, 24 January 2027, 10:00');
    }
  });

  it('is told to the primaries once more with the next delivery where the mail failed, and to nobody twice', async () => {
    const second = await missed(world, SECOND);
    let failures = 0;
    world.mailer.interrupt = () => {
      if (failures++ === 0) throw new Error('the mail service is away');
    };
    await expect(tellLatest(second)).rejects.toThrow('1 effects failed');
    world.mailer.interrupt = undefined;
    await tellLatest(second);
    await tellLatest(second);
    expect(subjects(PRIMARY)).toEqual(['A strike on Example Crates']);
    expect(mailsTo(world, ADA)).toHaveLength(1);
  });

  it('that is excused takes block and strike with it, and who was told of them hears so', async () => {
    const second = await missed(world, SECOND);
    await tell();
    await excuse(second);
    await tell();
    await tell();
    expect(last(ADA)).toContain('The block on free sessions and the strike on your company are gone with it');
    expect(subjects(PRIMARY)).toEqual([
      'A strike on Example Crates',
      'A strike on Example Crates is taken back',
    ]);
    expect(await awaited()).toEqual([]);
  });

  it('goes the same way where the first is excused instead', async () => {
    await missed(world, SECOND);
    await tell();
    const [first] = await events(world);
    await excuse({ id: first?.bookingId } as Booking);
    await tell();
    expect(last(ADA)).toContain('are gone with it');
    expect(subjects(PRIMARY).at(-1)).toBe('A strike on Example Crates is taken back');
  });

  it('leaves the primaries in peace where it is excused before they were told', async () => {
    const second = await missed(world, SECOND);
    await excuse(second);
    await tell();
    await tell();
    expect(mailsTo(world, PRIMARY)).toEqual([]);
    expect(subjects(ADA)).toEqual(['Recorded as a no-show', 'No-show excused']);
    expect(await awaited()).toEqual([]);
  });

  it('that is taken back takes block and strike with it', async () => {
    world.clock.now = SECOND - 2 * DAY;
    const { id, version } = await book(world.deps, {
      start: SECOND,
      attendee: { ...attendee(ADA), mobile: '+15550100123' },
    });
    for (const [kind, at] of [
      ['check-in', 5],
      ['close', 15],
    ] as const) {
      world.clock.now = SECOND + at * MINUTE;
      await handle(world.deps, id, { type: 'due', kind, version });
    }
    await tell();
    expect(subjects(PRIMARY)).toEqual(['A strike on Example Crates']);
    const stamp = SECOND + 8 * MINUTE;
    await handle(world.deps, id, { type: 'reply', meaning: 'coming', stamp, messageId: 'late' });
    await tell();
    expect(last(ADA)).toContain('We have taken the no-show back. It does not count.');
    expect(last(ADA)).toContain('are gone with it');
    expect(subjects(PRIMARY).at(-1)).toBe('A strike on Example Crates is taken back');
  });

  it('that is excused leaves what our staff have decided besides', async () => {
    const second = await missed(world, SECOND);
    const until = world.clock.now + 10 * DAY;
    await ruleOnPerson(staffDeps(world), staff, {
      ...{ email: ADA, companyId: company.id, reason: 'Enough' },
      ...{ decision: 'block', until },
    });
    await excuse(second);
    await tell();
    const told = mailsTo(world, ADA).find(({ subject }) => subject.startsWith('No-show excused'))?.text;
    expect(told).toContain('The strike on your company is gone with it.');
    expect(told).toContain('Free sessions stay blocked until');
    expect(await awaited()).toEqual([ADA]);
  });
});

describe('a third late notice', () => {
  it('is told with the approval that bookings need from then on', async () => {
    await lateNotice(world, START);
    await lateNotice(world, SECOND);
    const paid = { email: ADA, companyId: company.id, reason: 'Invoice 7' };
    await ruleOnPerson(staffDeps(world), staff, { ...paid, decision: 'payment' });
    await lateNotice(world, THIRD);
    await tell();
    const told = mailsTo(world, ADA).find(({ subject }) => subject.includes('Fri 27 Nov'))?.text;
    expect(told).toContain('Late notices by now: 3. So until');
    expect(told).toContain('a person here approves each of your free sessions first.');
  });
});

describe('a contest', () => {
  const contested = async () => {
    const booking = await missed(world, START);
    await handle(world.deps, booking.id, { type: 'contest', text: 'The waiting room kept me out' });
    return booking;
  };

  it('is told to our staff in its own words, once', async () => {
    await contested();
    await tell();
    await tell();
    expect(subjects(STAFF)).toEqual(['No-show contested']);
    expect(last(STAFF)).toContain('The waiting room kept me out');
    expect(last(STAFF)).toContain('https://showup.example/desk');
  });

  it('that was rejected is told to the attendee with the reason, and to our staff no more', async () => {
    const { id } = await contested();
    const reason = 'The meeting shows nobody';
    await handle(world.deps, id, { type: 'reject-contest', staffId: staff.id, reason });
    await tell();
    expect(mailsTo(world, STAFF)).toEqual([]);
    expect(subjects(ADA).at(-1)).toBe('The no-show stays');
    expect(last(ADA)).toContain('Reason given: The meeting shows nobody');
  });

  it('that led to an excuse is told as that', async () => {
    await excuse(await contested());
    await tell();
    expect(mailsTo(world, STAFF)).toEqual([]);
    expect(subjects(ADA)).toEqual(['No-show excused']);
  });
});

describe('who was erased', () => {
  it('is told nothing, whatever of them has not been told yet', async () => {
    await missed(world, START);
    const second = await missed(world, SECOND);
    await handle(world.deps, second.id, { type: 'contest', text: 'I was there' });
    world.clock.now = SECOND + 2 * HOUR;
    const bookings = new Set((await events(world)).map(({ bookingId }) => bookingId));
    for (const id of bookings) {
      await handle(world.deps, id, { type: 'erase', staffId: staff.id, tombstone: 'per_gone' });
    }
    await tell();
    expect(world.mailer.sent).toEqual([]);
    expect(world.texter.sent).toEqual([]);
  });
});
