import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booked, minutesAfter, Showup, type TimerPayload } from './showup.ts';

let showup: Showup;
beforeAll(async () => {
  // Two minutes past a multiple of five: between the time at which something is due and the next sweep lie two minutes.
  showup = await Showup.start('2026-11-30T07:02:00-05:00');
});
afterAll(() => showup.stop());

const kinds = ['remind-24h', 'remind-2h', 'check-in', 'close', 'finish'] as const;
type Kind = (typeof kinds)[number];

/** A booking with the address and number that only it has. */
interface Case {
  readonly booking: Booked;
  readonly start: string;
  readonly email: string;
  readonly mobile: string;
}

let cases = 0;

async function book(start: string): Promise<Case> {
  const email = `case${++cases}@example.com`;
  const mobile = `+1555010${String(cases).padStart(4, '0')}`;
  return { booking: await showup.book({ start, email, mobile }), start, email, mobile };
}

/** All that anybody can see of a booking. */
async function seen({ booking, email, mobile }: Case): Promise<unknown> {
  return {
    booking: await showup.booking(booking.token),
    mails: await showup.mailbox(email),
    texts: await showup.texts(mobile),
    timers: (await showup.timers()).filter(({ name }) => name.startsWith(booking.id)),
  };
}

async function sent({ email, mobile }: Case): Promise<{ mails: number; texts: number }> {
  const texts = (await showup.texts(mobile)).filter(({ direction }) => direction === 'out');
  return { mails: (await showup.mailbox(email)).length, texts: texts.length };
}

function payload({ booking }: Case, kind: Kind, version = 1): TimerPayload {
  return { kind, bookingId: booking.id, version };
}

/** A timer arrives that the scheduler doesn't hold. */
async function arrive(timer: TimerPayload): Promise<void> {
  await showup.misbehave({ fireTimer: { payload: timer } });
}

async function lose({ booking }: Case, kind: Kind, version = 1): Promise<void> {
  await showup.misbehave({ loseTimer: { name: `${booking.id}.${kind}.v${version}` } });
}

/** Does something that must change nothing. */
async function changesNothing(one: Case, what: () => Promise<void>): Promise<void> {
  const before = await seen(one);
  await what();
  expect(await seen(one)).toEqual(before);
}

async function arriveAll(one: Case, version = 1): Promise<void> {
  for (const kind of kinds) await arrive(payload(one, kind, version));
}

describe('a timer of every kind', () => {
  let absent: Case;
  let present: Case;

  it('that arrives early changes nothing, and stays to do its work', async () => {
    absent = await book('2026-12-02T15:00:00Z');
    await changesNothing(absent, async () => {
      for (const kind of kinds) {
        await showup.misbehave({ fireTimer: { name: `${absent.booking.id}.${kind}.v1` } });
      }
    });
    expect(await showup.timers()).toHaveLength(kinds.length);
  });

  it('that arrives again at its time has done its work once', async () => {
    const { start } = absent;
    for (const [kind, minutes, expected] of [
      ['remind-24h', -24 * 60, { mails: 2, texts: 0 }],
      ['remind-2h', -2 * 60, { mails: 3, texts: 0 }],
      ['check-in', 5, { mails: 3, texts: 1 }],
      ['close', 15, { mails: 4, texts: 2 }],
    ] as const) {
      await showup.clockTo(minutesAfter(start, minutes));
      expect(await sent(absent), kind).toEqual(expected);
      await changesNothing(absent, async () => {
        await arrive(payload(absent, kind));
        await arrive(payload(absent, kind));
      });
    }
  });

  it('that arrives after the close changes nothing', async () => {
    await showup.clockTo(minutesAfter(absent.start, 61));
    expect(await showup.booking(absent.booking.token)).toMatchObject({ status: 'no_show' });
    await changesNothing(absent, () => arriveAll(absent));
  });

  it('that arrives once more in or after a session that somebody came to changes nothing', async () => {
    present = await book('2026-12-04T15:00:00Z');
    await showup.clockTo(present.start);
    await showup.post(`/v1/manage/${present.booking.token}/join`, {});
    await showup.settle();
    await showup.clockTo(minutesAfter(present.start, 16));
    await changesNothing(present, () => arriveAll(present));
    await showup.clockTo(minutesAfter(present.start, 60));
    expect(await showup.booking(present.booking.token)).toMatchObject({ status: 'completed' });
    await changesNothing(present, () => arriveAll(present));
    expect(await sent(present)).toEqual({ mails: 3, texts: 0 });
  });

  it('that arrives late, but before the sweep, does its work once', async () => {
    const late = await book('2026-12-08T15:00:00Z');
    for (const [kind, minutes, expected] of [
      ['remind-24h', -24 * 60, { mails: 2, texts: 0 }],
      ['remind-2h', -2 * 60, { mails: 3, texts: 0 }],
      ['check-in', 5, { mails: 3, texts: 1 }],
      ['close', 15, { mails: 4, texts: 2 }],
    ] as const) {
      await lose(late, kind);
      await showup.clockTo(minutesAfter(late.start, minutes + 0.5));
      await arrive(payload(late, kind));
      expect(await sent(late), kind).toEqual(expected);
      await changesNothing(late, () => showup.clockTo(minutesAfter(late.start, minutes + 5)));
    }
  });

  it('that was set before a move changes nothing when it arrives at the time of the new one', async () => {
    const moved = await book('2026-12-14T15:00:00Z');
    const start = '2026-12-15T15:00:00Z';
    await showup.post(`/v1/manage/${moved.booking.token}/reschedule`, { start });
    await showup.settle();
    for (const [kind, minutes, expected] of [
      ['remind-24h', -24 * 60, { mails: 3, texts: 0 }],
      ['remind-2h', -2 * 60, { mails: 4, texts: 0 }],
      ['check-in', 5, { mails: 4, texts: 1 }],
      ['close', 15, { mails: 5, texts: 2 }],
    ] as const) {
      await lose(moved, kind, 2);
      await showup.clockTo(minutesAfter(start, minutes));
      await changesNothing(moved, async () => {
        await arrive(payload(moved, kind, 1));
        await arrive(payload(moved, kind, 3));
      });
      await arrive(payload(moved, kind, 2));
      expect(await sent(moved), kind).toEqual(expected);
    }
  });

  it('that arrives after a cancellation changes nothing', async () => {
    const cancelled = await book('2026-12-17T15:00:00Z');
    await showup.post(`/v1/manage/${cancelled.booking.token}/cancel`, {});
    await showup.settle();
    await changesNothing(cancelled, () => arriveAll(cancelled));
    for (const minutes of [-24 * 60, -2 * 60, 5, 15, 60]) {
      await showup.clockTo(minutesAfter(cancelled.start, minutes));
      await changesNothing(cancelled, () => arriveAll(cancelled));
    }
    expect(await sent(cancelled)).toEqual({ mails: 2, texts: 0 });
  });

  it('for a booking that is not there changes nothing', async () => {
    const before = [await showup.mailbox(''), await showup.texts(''), await showup.timers()];
    for (const kind of kinds) {
      await arrive({ kind, bookingId: 'bkg_00000000000000000000000000', version: 1 });
    }
    expect([await showup.mailbox(''), await showup.texts(''), await showup.timers()]).toEqual(before);
  });
});

describe('timers that are lost', () => {
  it('are made up for by the sweep within 5 minutes, and the close leaves its full 10 minutes for an answer', async () => {
    const lost = await book('2026-12-21T15:00:00Z');
    for (const kind of kinds) await lose(lost, kind);
    await showup.clockTo(minutesAfter(lost.start, -24 * 60));
    expect(await sent(lost)).toEqual({ mails: 1, texts: 0 });
    await showup.clockTo(minutesAfter(lost.start, -24 * 60 + 5));
    expect(await sent(lost)).toEqual({ mails: 2, texts: 0 });
    await showup.clockTo(minutesAfter(lost.start, -2 * 60 + 5));
    expect(await sent(lost)).toEqual({ mails: 3, texts: 0 });
    await showup.clockTo(minutesAfter(lost.start, 5));
    expect(await sent(lost)).toEqual({ mails: 3, texts: 0 });
    await showup.clockTo(minutesAfter(lost.start, 10));
    expect(await sent(lost)).toEqual({ mails: 3, texts: 1 });

    const { checkIn } = await showup.booking(lost.booking.token);
    expect(Date.parse(checkIn.askedAt)).toBeGreaterThan(Date.parse(minutesAfter(lost.start, 6)));
    await showup.clockTo(Date.parse(checkIn.askedAt) + 10 * 60_000 - 1000);
    expect(await showup.booking(lost.booking.token)).toMatchObject({ status: 'confirmed' });
    await showup.clockTo(minutesAfter(checkIn.askedAt, 15));
    const closed = await showup.booking(lost.booking.token);
    expect(closed).toMatchObject({ status: 'no_show', outcome: { reason: 'absent' } });
    expect(Date.parse(closed.outcome.at)).toBeGreaterThanOrEqual(
      Date.parse(minutesAfter(checkIn.askedAt, 10)),
    );
    expect(await sent(lost)).toEqual({ mails: 4, texts: 2 });
  });

  it('close and finish are made up for within 5 minutes too', async () => {
    const closes = await book('2026-12-23T15:00:00Z');
    const finishes = await book('2026-12-23T15:00:00Z');
    await lose(closes, 'close');
    await lose(finishes, 'finish');
    await showup.clockTo(closes.start);
    await showup.post(`/v1/manage/${finishes.booking.token}/join`, {});
    await showup.clockTo(minutesAfter(closes.start, 15));
    expect(await showup.booking(closes.booking.token)).toMatchObject({ status: 'confirmed' });
    await showup.clockTo(minutesAfter(closes.start, 20));
    expect(await showup.booking(closes.booking.token)).toMatchObject({ status: 'no_show' });
    await showup.clockTo(minutesAfter(closes.start, 60));
    expect(await showup.booking(finishes.booking.token)).toMatchObject({ status: 'in_progress' });
    await showup.clockTo(minutesAfter(closes.start, 65));
    expect(await showup.booking(finishes.booking.token)).toMatchObject({ status: 'completed' });
  });
});

describe('a text that the carrier brings twice', () => {
  it('has one effect and one answer, in time, too late, unclear, or from a stranger', async () => {
    const one = await book('2026-12-29T15:00:00Z');
    const late = await book('2026-12-29T15:00:00Z');
    await showup.clockTo(minutesAfter(one.start, 6));
    expect(await twice(one, 'unclear', 'what?')).toEqual({ mails: 3, texts: 2 });
    expect(await twice(one, 'in-time', '1')).toEqual({ mails: 3, texts: 3 });
    // A help text is given again once something happened since; not for the text that was helped already.
    expect(await twice(one, 'unclear', 'what?')).toEqual({ mails: 3, texts: 3 });
    await showup.clockTo(minutesAfter(late.start, 16));
    expect(await twice(late, 'too-late', '1')).toEqual({ mails: 4, texts: 3 });
    const stranger = { ...one, email: 'stranger@example.com', mobile: '+15550199999' };
    expect(await twice(stranger, 'stray', 'hello')).toEqual({ mails: 0, texts: 1 });
  });

  /** What was sent after the text was brought once; bringing it again must change nothing. */
  async function twice(one: Case, id: string, body: string): Promise<{ mails: number; texts: number }> {
    await showup.carry(id, one.mobile, body);
    const after = await sent(one);
    await changesNothing(one, () => showup.carry(id, one.mobile, body));
    return after;
  }
});

describe('all events, delivered once more', () => {
  it('send no second mail or text, and set no second timer', async () => {
    const open = await book('2026-12-31T15:00:00Z');
    const joined = await book('2026-12-31T15:00:00Z');
    const moved = await book('2026-12-31T17:00:00Z');
    await showup.post(`/v1/manage/${moved.booking.token}/reschedule`, { start: '2027-01-04T16:00:00Z' });
    await showup.clockTo(open.start);
    await showup.post(`/v1/manage/${joined.booking.token}/join`, {});
    await showup.clockTo(minutesAfter(open.start, 6));
    await showup.post(`/v1/manage/${moved.booking.token}/cancel`, {});
    await showup.settle();
    const world = async () => [await showup.mailbox(''), await showup.texts(''), await showup.timers()];
    const before = await world();
    // Set again by its event, and so the sign that events did come again.
    await lose(open, 'finish');
    for (const time of ['once', 'twice', 'thrice']) {
      await showup.misbehave({ repeatEvents: true });
      expect(await world(), time).toEqual(before);
    }
    await showup.clockTo(minutesAfter(open.start, 15));
    expect(await sent(open)).toEqual({ mails: 4, texts: 2 });
  });
});
