import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booked, minutesAfter, Showup } from './showup.ts';
import { open, press, send } from './visitor.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

const managed = ({ token }: Booked): string => `${showup.site}/manage/${token}`;

describe('moving', () => {
  it('takes a day, a time and one button, and the page tells of it ever after', async () => {
    const email = 'moves@example.com';
    const booking = await showup.book({ start: '2026-12-02T15:00:00Z', email });
    const first = await open(managed(booking));
    expect(first.text).toContain('Wednesday, 2 December 2026, 10:00–11:00 (Eastern Standard Time, New York)');
    const day = await press(first, '3');
    expect(day.text).toContain('Free times on Thursday, 3 December 2026');
    const time = await press(day, '11:30');
    expect(await showup.booking(booking.token)).toMatchObject({ version: 1 });
    const moved = await press(time, 'Move to Thu 3 Dec, 11:30 EST');
    expect(moved).toMatchObject({ status: 200, url: managed(booking) });
    expect(moved.text).toContain('Your session has a new time');
    expect(moved.text).toContain('Thursday, 3 December 2026, 11:30–12:30 (Eastern Standard Time, New York)');
    expect((await open(managed(booking))).text).toBe(moved.text);
    await showup.settle();
    expect(await showup.subjects(email)).toEqual([
      'Booked: Live session, Wed 2 Dec, 10:00 EST',
      'Moved: Live session, now Thu 3 Dec, 11:30 EST',
    ]);
  });

  it('shows the month around the booking, counts its own time as free, and offers all but that', async () => {
    const start = '2026-12-16T15:00:00Z';
    const booking = await showup.book({ start, email: 'overlaps@example.com' });
    await showup.book({ start, email: 'beside@example.com' });
    const page = await open(managed(booking));
    expect(page.text).toContain('Free times on Wednesday, 16 December 2026');
    expect(page.html).toContain(`value="take:${minutesAfter(start, -30)}"`);
    expect(page.html).toContain(`value="take:${minutesAfter(start, 30)}"`);
    expect(page.html).not.toContain(`value="take:${minutesAfter(start, 0)}"`);
  });

  it('tells times in another zone to who chooses one', async () => {
    const booking = await showup.book({ start: '2026-12-17T15:00:00Z', email: 'travels@example.com' });
    const page = await press(await open(managed(booking)), 'Show these times', {
      timeZone: 'Asia/Kathmandu',
    });
    expect(page.text).toContain('All times are in Nepal Time, Kathmandu.');
    expect((await press(page, '19:15')).text).toContain('Move to Thu 17 Dec, 19:15 GMT+5:45');
  });

  it('offers the nearest free times where the one picked went to somebody else', async () => {
    const wanted = '2026-12-04T18:00:00Z';
    const booking = await showup.book({ start: '2026-12-04T15:00:00Z', email: 'slow@example.com' });
    const picked = await press(await open(managed(booking)), '13:00');
    await showup.book({ start: wanted, email: 'fast1@example.com' });
    await showup.book({ start: wanted, email: 'fast2@example.com' });
    const lost = await press(picked, 'Move to Fri 4 Dec, 13:00 EST');
    expect(lost.status).toBe(409);
    expect(lost.text).toContain('Fri 4 Dec, 13:00 EST is not free any more');
    expect(await showup.booking(booking.token)).toMatchObject({ version: 1 });
    const taken = await press(lost, 'Take Fri 4 Dec, 12:00 EST');
    const moved = await press(taken, 'Move to Fri 4 Dec, 12:00 EST');
    expect(moved.text).toContain('Your session has a new time');
    expect(await showup.booking(booking.token)).toMatchObject({
      version: 2,
      start: '2026-12-04T17:00:00.000Z',
    });
  });

  it('happens once, however often the button is pressed', async () => {
    const email = 'impatient@example.com';
    const booking = await showup.book({ start: '2026-12-07T15:00:00Z', email });
    const picked = await press(await open(managed(booking)), '12:00');
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(picked, /^Move to/u)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    await showup.settle();
    expect(await showup.booking(booking.token)).toMatchObject({ version: 2 });
    expect(await showup.mailbox(email)).toHaveLength(2);
  });
});

describe('cancelling', () => {
  it('takes one button, and the page tells of it ever after, with the reason', async () => {
    const email = 'cancels@example.com';
    const booking = await showup.book({ start: '2026-12-08T15:00:00Z', email });
    const page = await open(managed(booking));
    const cancelled = await press(page, 'Cancel this session', { reason: 'Solved.\r\nThank you.' });
    expect(cancelled).toMatchObject({ status: 200, url: managed(booking) });
    expect(cancelled.text).toContain('Your session is cancelled');
    expect(cancelled.text).toContain('Reason given Solved. Thank you.');
    expect(cancelled.html).not.toContain('<form');
    const again = await press(page, 'Cancel this session');
    expect(again).toMatchObject({ status: 200, text: cancelled.text });
    await showup.settle();
    expect(await showup.mailbox(email)).toHaveLength(2);
  });

  it('keeps a reason that is too long, and says so at the field', async () => {
    const booking = await showup.book({ start: '2026-12-09T15:00:00Z', email: 'talks@example.com' });
    const page = await open(managed(booking));
    const refused = await press(page, 'Cancel this session', { reason: `because ${'x'.repeat(500)}` });
    expect(refused.status).toBe(422);
    expect(refused.html).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>because x{500}<\/textarea>/u);
    expect(refused.text).toContain('Reason: at most 500 characters, please.');
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'confirmed' });
  });
});

describe('two tabs', () => {
  it('a press on a page from before a move does nothing, and says so', async () => {
    const booking = await showup.book({ start: '2026-12-10T15:00:00Z', email: 'tabs@example.com' });
    const stale = await press(await open(managed(booking)), '14:00');
    const other = await press(stale, '12:00');
    await press(other, 'Move to Thu 10 Dec, 12:00 EST');
    for (const label of ['Cancel this session', 'Move to Thu 10 Dec, 14:00 EST']) {
      const told = await press(stale, label);
      expect(told.status).toBe(409);
      expect(told.text).toContain('This booking was changed meanwhile');
      expect(told.text).toContain('The session is now on Thu 10 Dec, 12:00 EST.');
    }
    expect(await showup.booking(booking.token)).toMatchObject({ version: 2, status: 'confirmed' });
    expect((await press(await press(stale, '14:00'), /^Move to/u)).text).toContain('14:00–15:00');
  });

  it('moving what was cancelled in the other is refused in words', async () => {
    const booking = await showup.book({ start: '2026-12-11T15:00:00Z', email: 'tabs2@example.com' });
    const picked = await press(await open(managed(booking)), '14:00');
    await press(picked, 'Cancel this session');
    const told = await press(picked, /^Move to/u);
    expect(told.status).toBe(409);
    expect(told.text).toContain('Your session is cancelled');
    expect(told.text).toContain('The session was over when you pressed the button.');
  });
});

it('refuses a form that no page of ours has sent, and changes nothing', async () => {
  const booking = await showup.book({ start: '2026-12-14T15:00:00Z', email: 'forged@example.com' });
  const forms = [
    '',
    'action=cancel',
    'action=remove&version=1',
    'action=cancel&version=1&version=1',
    'action=cancel&version=one',
    'action=cancel&version=1&extra=1',
    `action=cancel&version=1&reason=${'x'.repeat(4001)}`,
    'action=move&version=1&start=soon',
    'action=move&version=1',
  ];
  for (const body of forms) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const { status } = await fetch(managed(booking), { method: 'POST', body, headers });
    expect([body.slice(0, 40), status]).toEqual([
      body.slice(0, 40),
      body.startsWith('action=move') ? 422 : 400,
    ]);
  }
  const asJson = await fetch(managed(booking), {
    method: 'POST',
    body: '{"action":"cancel","version":"1"}',
    headers: { 'content-type': 'application/json' },
  });
  expect(asJson.status).toBe(400);
  expect(await showup.booking(booking.token)).toMatchObject({ status: 'confirmed', version: 1 });
});

it('tells of a link that is no link in words, and opens nothing with a link to join', async () => {
  const booking = await showup.book({ start: '2026-12-15T15:00:00Z', email: 'links@example.com' });
  const joining = new URL(booking.joinUrl).pathname.split('/').at(-1) ?? '';
  for (const token of ['x', `${booking.token}x`, booking.token.slice(0, -1), joining]) {
    const page = await open(`${showup.site}/manage/${token}`);
    expect(page.status).toBe(404);
    expect(page.text).toContain('This link does not work');
  }
});

it('speaks the language that was asked for, through the whole of a move', async () => {
  const booking = await showup.book({ start: '2026-12-18T15:00:00Z', email: 'deutsch@example.com' });
  const picked = await press(await open(`${managed(booking)}?lang=de`), '14:00');
  const moved = await press(picked, 'Auf Fr., 18. Dez., 14:00 Uhr EST verschieben');
  expect(moved.text).toContain('Ihr Termin ist verschoben');
  expect(moved.text).toContain('Live-Sitzung (60 Minuten)');
});

it('is sent so that nothing keeps it, indexes it or tells other sites of it', async () => {
  const booking = await showup.book({ start: '2026-12-18T20:00:00Z', email: 'headers@example.com' });
  for (const url of [managed(booking), booking.joinUrl, `${managed(booking)}/calendar.ics`]) {
    const { headers } = await open(url);
    expect([
      url,
      headers.get('cache-control'),
      headers.get('x-robots-tag'),
      headers.get('referrer-policy'),
    ]).toEqual([url, 'no-store', 'noindex, nofollow', 'no-referrer']);
  }
  const { html, headers } = await open(managed(booking));
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('content-security-policy')).toContain("form-action 'self';");
  expect(html).not.toMatch(/<(?:script|link|img)[^>]*(?:src|href)="(?!\/|data:)/u);
});

describe('the day of the session', () => {
  const start = '2026-12-21T15:00:00Z';

  it('a deadline that passed while the page was open is told, with the page as it is by then', async () => {
    const booking = await showup.book({ start, email: 'late@example.com' });
    await showup.clockTo(minutesAfter(start, -66));
    const page = await press(await open(managed(booking)), '14:00');
    expect(page.text).toMatch(/, in (?:1 min|less than a minute) \./u);
    await showup.clockTo(minutesAfter(start, -65));
    for (const label of [/^Move to/u, 'Cancel this session']) {
      const told = await press(page, label);
      expect(told.status).toBe(422);
      expect(told.text).toContain('That came too late');
      expect(told.text).toContain('This could be done here until Monday, 21 December 2026, 08:55');
      expect(told.text).toContain('You can still move or cancel by');
      expect(told.html).not.toContain('<form');
    }
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'confirmed', version: 1 });
    const forced = await fetch(managed(booking), {
      method: 'POST',
      body: new URLSearchParams({ action: 'cancel', version: '1' }),
    });
    expect(forced.status).toBe(422);
  });

  it('joining is one button from 15 minutes before, which records it and leads to the meeting', async () => {
    const email = 'joins@example.com';
    const booking = await showup.book({ start: minutesAfter(start, 60), email, mobile: '+15550100020' });
    const early = await open(booking.joinUrl);
    expect(early.text).toContain('You can join from Monday, 21 December 2026, 10:45');
    expect(early.html).not.toContain('<form');
    const tooEarly = await fetch(booking.joinUrl, { method: 'POST', body: new URLSearchParams() });
    expect([tooEarly.status, await tooEarly.text()]).toEqual([422, expect.stringContaining('You are early')]);
    await showup.clockTo(minutesAfter(start, 45));
    const page = await open(booking.joinUrl);
    expect(page.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://meet.example.com;",
    );
    expect(await showup.booking(booking.token)).not.toHaveProperty('attendance');
    const gone = await press(page, 'Join now');
    expect(gone.leftFor).toMatch(/^https:\/\/meet\.example\.com\/(?:robin|kim)$/u);
    expect(gone.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await showup.booking(booking.token)).toMatchObject({ status: 'in_progress' });
    expect((await press(page, 'Join now')).leftFor).toBe(gone.leftFor);
    expect((await open(managed(booking))).text).toContain('Your session is under way');
    await showup.clockTo(minutesAfter(start, 121));
    const over = await press(page, 'Join now');
    expect(over.status).toBe(409);
    expect(over.text).toContain('This session is over');
    expect(await showup.texts('+15550100020')).toEqual([]);
  });

  it('a session that nobody joined says so on both pages, and takes no press any more', async () => {
    const next = '2026-12-22T15:00:00Z';
    const booking = await showup.book({ start: next, email: 'absent@example.com' });
    await showup.clockTo(minutesAfter(next, 9));
    const page = await open(`${showup.site}/join/${booking.token}`);
    await showup.clockTo(minutesAfter(next, 10));
    const late = await press(page, 'Join now');
    expect(late.status).toBe(409);
    for (const text of [late.text, (await open(managed(booking))).text, (await open(booking.joinUrl)).text]) {
      expect(text).toContain('Recorded as a no-show');
      expect(text).toContain('So the session closed at 10:10 and was recorded as a no-show.');
    }
  });
});
