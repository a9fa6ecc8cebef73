import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followed, loggedBy, metricsOf } from './followed.ts';
import { type Booked, minutesAfter, Showup } from './showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

describe('the whole life of a booking with a mobile, when nobody comes', () => {
  const start = '2026-12-02T15:00:00Z';
  const mobile = '+15550100001';
  const email = 'whole.life@example.com';
  let booking: Booked;

  it('begins with a confirmation that carries everything a member needs, and a calendar invitation', async () => {
    booking = await showup.book({ start, mobile, email });
    const [mail] = await showup.mailbox(email);
    expect(mail?.subject).toMatch(/Wed/u);
    for (const needed of [
      'https://meet.example.com/',
      'https://meet.example.com/dial-in',
      '200 300 10',
      booking.manageUrl,
      '10:00',
      'Eastern Standard Time',
    ]) {
      expect(mail?.text).toContain(needed);
      expect(mail?.html).toContain(needed);
    }
    const invitation = mail?.attachments.find(({ contentType }) => /method=REQUEST/u.test(contentType));
    expect(invitation?.content).toContain('DTSTART:20261202T150000Z');
  });

  it('holds five timers, each told its booking and version', async () => {
    expect(await showup.timers()).toEqual([
      timer(booking, 'remind-24h', '2026-12-01T15:00:00.000Z'),
      timer(booking, 'remind-2h', '2026-12-02T13:00:00.000Z'),
      timer(booking, 'check-in', '2026-12-02T15:05:00.000Z'),
      timer(booking, 'close', '2026-12-02T15:15:00.000Z'),
      timer(booking, 'finish', '2026-12-02T16:00:00.000Z'),
    ]);
  });

  it('reminds 24 hours and 2 hours before, at those times', async () => {
    await showup.clockTo(minutesAfter(start, -24 * 60 - 1));
    expect(await showup.mailbox(email)).toHaveLength(1);
    await showup.clockTo(minutesAfter(start, -24 * 60));
    expect(await showup.mailbox(email)).toHaveLength(2);
    await showup.clockTo(minutesAfter(start, -2 * 60));
    const mails = await showup.mailbox(email);
    expect(mails.map(({ at }) => at.slice(0, 16))).toEqual([
      expect.any(String),
      '2026-12-01T15:00',
      '2026-12-02T13:00',
    ]);
    expect(mails[2]?.text).toContain(booking.manageUrl);
  });

  it('asks by text 5 minutes after the start', async () => {
    await showup.clockTo(minutesAfter(start, 4));
    expect(await showup.texts(mobile)).toEqual([]);
    await showup.clockTo(minutesAfter(start, 5));
    const [question, ...others] = await showup.texts(mobile);
    expect(others).toEqual([]);
    expect(question).toMatchObject({ direction: 'out', at: expect.stringContaining('2026-12-02T15:05') });
    expect(question?.body).toMatch(/\b1\b/u);
    expect(question?.body).not.toMatch(/\b(?:CANCEL|END|QUIT|REMOVE)\b/u);
  });

  it('closes 15 minutes after the start as a no-show, and says so by mail and text', async () => {
    await showup.clockTo(minutesAfter(start, 14));
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'confirmed' });
    expect(await reasonsAt(minutesAfter(start, 30))).toContain('booked');
    await showup.clockTo(minutesAfter(start, 15));
    expect(await showup.booking(booking.token)).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'absent' },
    });
    expect(await showup.texts(mobile)).toHaveLength(2);
    const mails = await showup.mailbox(email);
    expect(mails).toHaveLength(4);
    expect(mails[3]?.text).toContain('support@example.com');
  });

  it("frees the consultant's time after the close, and leaves no timer", async () => {
    expect(await reasonsAt(minutesAfter(start, 30))).not.toContain('booked');
    expect(await showup.timers()).toEqual([]);
    await showup.clockTo(minutesAfter(start, 24 * 60));
    expect(await showup.mailbox(email)).toHaveLength(4);
  });

  it('can be followed in the logs from the request to the mail about the no-show, by the id of the request', async () => {
    const lines = await loggedBy(showup);
    const id = lines.find(
      ({ bookingId, event }) => bookingId === booking.id && event === 'booked',
    )?.correlation;
    const told = followed(lines, String(id)).map(({ message, event, kind }) => event ?? kind ?? message);
    expect(told).toEqual([
      ...['booked', 'mail sent'],
      ...['remind-24h', 'reminder-due', 'mail sent', 'remind-2h', 'reminder-due', 'mail sent'],
      ...['check-in', 'check-in-asked', 'text sent'],
      ...['close', 'no-show-recorded', expect.stringMatching(/sent$/u), expect.stringMatching(/sent$/u)],
    ]);
    // Every answer tells the id, and a problem in its body too.
    const { headers, body } = await showup.get('/v1/manage/nobody');
    expect(headers.get('x-request-id')).toBe(headers.get('apigw-requestid'));
    expect(body.instance).toBe(`urn:request:${headers.get('x-request-id')}`);
    // What a timer did has an id of its own, and names the request as its cause.
    const [closing] = lines.filter(({ event }) => event === 'no-show-recorded');
    expect(closing).toMatchObject({ cause: id, correlation: expect.not.stringMatching(`^${id}$`) });
  });

  it('is counted once, and so is what it gave back: the 45 minutes after the close', async () => {
    await showup.misbehave({ repeatEvents: true });
    expect(await metricsOf(showup)).toMatchObject({
      ...{ Booked: 1, NoShows: 1, CheckInsAsked: 1, TextsSent: 2, MinutesSaved: 45, OldestOverdue: 0 },
    });
  });
});

/** Why a call can't be booked at an instant: while the session holds the consultant's time, `booked` is among the reasons. */
async function reasonsAt(start: string): Promise<string[]> {
  const { body } = await showup.get(`/v1/slots/explain?sessionType=call-30&start=${start}`);
  return body.reasons.map(({ code }: { code: string }) => code);
}

function timer(booking: Booked, kind: string, at: string) {
  return {
    name: `${booking.id}.${kind}.v1`,
    at,
    payload: { kind, bookingId: booking.id, version: 1, cause: expect.any(String) },
  };
}

describe('a session that somebody comes to, or answers for', () => {
  it('stays open when 1 is answered at +14, and ends as kept open but never joined', async () => {
    const start = '2026-12-07T15:00:00Z';
    const mobile = '+15550100002';
    const email = 'answers@example.com';
    const booking = await showup.book({ start, mobile, email });
    await showup.clockTo(minutesAfter(start, 14));
    await showup.text(mobile, '1');
    await showup.clockTo(minutesAfter(start, 16));
    expect(await showup.booking(booking.token)).toMatchObject({
      status: 'confirmed',
      checkIn: { answer: 'keep', answeredAt: expect.stringContaining('15:14') },
    });
    expect((await showup.texts(mobile)).map(({ direction }) => direction)).toEqual(['out', 'in', 'out']);
    await showup.clockTo(minutesAfter(start, 60));
    expect(await showup.booking(booking.token)).toMatchObject({
      status: 'no_show',
      outcome: { reason: 'never_joined_after_keeping_open' },
    });
  });

  it('gets no text at all when somebody joins at +3, and is completed at its end', async () => {
    const start = '2026-12-08T15:00:00Z';
    const mobile = '+15550100003';
    const booking = await showup.book({ start, mobile, email: 'joins@example.com' });
    await showup.clockTo(minutesAfter(start, 3));
    const joined = await showup.post(`/v1/manage/${booking.token}/join`, {});
    expect(joined).toMatchObject({
      status: 200,
      body: {
        meetingUrl: expect.stringContaining('https://meet.example.com/'),
        dialIn: { conferenceId: expect.any(String) },
      },
    });
    await showup.clockTo(minutesAfter(start, 59));
    expect(await showup.booking(booking.token)).toMatchObject({
      status: 'in_progress',
      attendance: { evidence: 'link' },
    });
    await showup.clockTo(minutesAfter(start, 60));
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'completed' });
    expect(await showup.texts(mobile)).toEqual([]);
  });

  it('can be joined with the link that may be passed on to colleagues, which changes nothing else', async () => {
    const start = '2026-12-09T15:00:00Z';
    const booking = await showup.book({ start, email: 'colleagues@example.com' });
    const joinToken = new URL(booking.joinUrl).pathname.split('/').at(-1);
    expect((await showup.post(`/v1/manage/${joinToken}/cancel`, {})).status).toBe(404);
    const early = await showup.post(`/v1/manage/${joinToken}/join`, {});
    expect(early).toMatchObject({
      status: 422,
      body: { code: 'outside-join-window', from: minutesAfter(start, -15) },
    });
    await showup.clockTo(minutesAfter(start, -15));
    expect((await showup.post(`/v1/manage/${joinToken}/join`, {})).status).toBe(200);
  });
});

describe('a session that is booked without a mobile, or late', () => {
  it('closes 10 minutes after the start when there is no mobile to ask', async () => {
    const start = '2026-12-10T15:00:00Z';
    const booking = await showup.book({ start, email: 'no.mobile@example.com' });
    await showup.clockTo(minutesAfter(start, 9));
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'confirmed' });
    await showup.clockTo(minutesAfter(start, 10));
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'no_show' });
  });

  it('gets no reminder, then or later, when booked 90 minutes ahead', async () => {
    const start = '2026-12-11T15:00:00Z';
    const email = 'ninety@example.com';
    await showup.clockTo(minutesAfter(start, -90));
    await showup.book({ start, email });
    await showup.clockTo(minutesAfter(start, 5));
    expect(await showup.mailbox(email)).toHaveLength(1);
  });
});
