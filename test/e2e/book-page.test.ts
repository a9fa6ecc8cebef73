import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import settings from '../fixture-config.ts';
import { Showup } from './showup.ts';
import { open, press, type Seen, send } from './visitor.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

const who = { name: 'Ada Park', email: 'ada@pages.example', companyCode: 'demo-2026' };

/** Who opens the page and picks a time: `at` as the button reads, of the day that is shown after `days` presses. */
async function picked(query: string, month: RegExp, day: RegExp, at: string): Promise<Seen> {
  const first = await open(`${showup.site}/book${query}`);
  const turned = await pressDay(await press(first, month), day);
  return press(turned, at);
}

/** Days are known by their whole name, which is not what the button shows. */
function pressDay(page: Seen, name: RegExp): Promise<Seen> {
  const id = [...page.html.matchAll(/value="(day:[\d-]+)"[^>]*aria-label="([^"]*)"/gu)].find(
    ([, , label = '']) => name.test(label),
  )?.[1];
  if (id === undefined) throw new Error(`no day ${name} in ${page.text}`);
  return press(
    {
      ...page,
      html: page.html.replaceAll(/<button[^>]*value="([^"]*)"[^>]*>.*?<\/button>/gsu, keepOnly(id)),
    },
    'this day',
  );
}

function keepOnly(value: string) {
  return (button: string, its: string): string =>
    its === value ? button.replace(/>.*</su, '>this day<') : '';
}

describe('booking without a script', () => {
  it('is a few presses: kind, month, day, time, who; then all that comes next is told', async () => {
    const first = await open(`${showup.site}/book`);
    expect(first).toMatchObject({
      status: 200,
      text: expect.stringContaining('Next free: Mon 30 Nov, 08:30 EST'),
    });
    const kind = await press(first, /^Live session, 60 minutes/u, { name: 'Ada Park' });
    expect(kind.text).toContain('US$140.00 without a company code');
    const december = await press(kind, /December/u);
    const day = await pressDay(december, /^Wednesday 2 December/u);
    expect(day.text).toContain('Free times on Wednesday, 2 December 2026');
    const time = await press(day, '14:00');
    expect(time.text).toContain('Wednesday, 2 December 2026, 14:00–15:00 (Eastern Standard Time, New York)');
    expect(time.html).toContain('value="Ada Park"');
    const booked = await press(time, 'Book this session', {
      ...who,
      mobile: '(212) 555-0170',
      topic: 'Import',
    });
    expect(new URL(booked.url).pathname).toMatch(/^\/booked\/bkg_/u);
    for (const words of [
      'You are booked',
      'Wednesday, 2 December 2026, 14:00–15:00 (Eastern Standard Time, New York)',
      'Live session, 60 minutes',
      'Free with your company’s plan',
      'on its way to ada@pages.example',
      '24 hours and 2 hours before',
      'until Wed 2 Dec, 12:55 EST',
      'by 14:05, we text +1 212 555 0170',
      'closes at 14:15',
    ])
      expect(booked.text).toContain(words);
    expect(booked.headers.get('x-robots-tag')).toBe('noindex, nofollow');
    await showup.settle();
    expect(await showup.subjects('ada@pages.example')).toHaveLength(1);
    const token = new URL(booked.url).pathname.split('/')[2] ?? '';
    expect(await showup.booking(token)).toMatchObject({
      start: '2026-12-02T19:00:00.000Z',
      topic: 'Import',
      language: 'en',
      attendee: { name: 'Ada Park', mobile: '+12125550170' },
    });
    const calendar = await fetch(`${showup.site}/manage/${token}/calendar.ics`);
    expect(calendar.headers.get('content-type')).toMatch(/^text\/calendar/u);
    expect(await calendar.text()).toContain('DTSTART:20261202T190000Z');
  });

  it('offers the next free time as one press, and keeps a time picked in whatever zone it is told', async () => {
    const taken = await press(await open(`${showup.site}/book`), /^Next free/u);
    expect(taken.text).toContain('Monday, 30 November 2026, 08:30–09:00 (Eastern Standard Time, New York)');
    const inBerlin = await press(taken, 'Show these times', { timeZone: 'Europe/Berlin' });
    expect(inBerlin.text).toContain(
      'Monday, 30 November 2026, 14:30–15:00 (Central European Standard Time, Berlin)',
    );
  });

  it('speaks German where the browser does, and so do the mails that follow', async () => {
    const page = await picked('?lang=de', /Dezember/u, /^Donnerstag, 3\. Dezember/u, '10:00');
    expect(page.html).toContain('<html lang="de"');
    expect(page.text).toContain('Lange Live-Sitzung, 90 Minuten Für größere Arbeiten');
    const booked = await press(page, 'Diesen Termin buchen', { ...who, email: 'ada@de.example' });
    expect(booked.text).toContain('Ihr Termin ist gebucht');
    await showup.settle();
    const [mail] = await showup.mailbox('ada@de.example');
    expect(mail?.html).toContain('lang="de"');
    expect(mail?.text).toContain('Donnerstag, 3. Dezember 2026');
    expect(mail?.text).toContain('Support-Anruf (30 Minuten)');
    expect(mail?.text).toContain('Installieren Sie die App zur Bildschirmfreigabe');
  });

  it('starts with what the link says; what there is not is left out, with a remark', async () => {
    const page = await open(`${showup.site}/book?sessionType=live-90&company=DEMO-2026&utm_source=mail`);
    expect(page.text).toContain(
      'Long live session, 90 minutes No time chosen yet Free with your company’s plan',
    );
    expect(page.html).toContain('value="DEMO-2026"');
    const other = await open(`${showup.site}/book?sessionType=massage&company=NOBODY`);
    expect(other).toMatchObject({
      status: 200,
      text: expect.stringContaining('a kind of session that there is not'),
    });
    expect(other.text).toContain('a company code that we don’t know');
    expect(other.html).not.toContain('value="NOBODY"');
  });
});

describe('what can’t be booked as it is', () => {
  it('is told on top and at each field, and everything typed is still there', async () => {
    const page = await press(await open(`${showup.site}/book`), 'Book this session', {
      name: '',
      email: '"Ada" <ada@',
      mobile: '12345',
      topic: 'Tom & "Jerry" </textarea><b>',
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain('<title>Error: ');
    const links = [...page.html.matchAll(/<a href="#(field-\w+)">/gu)].map(([, id = '']) => id);
    expect(links).toEqual(['field-start', 'field-name', 'field-email', 'field-mobile', 'field-companyCode']);
    for (const id of links) expect(page.html).toContain(` id="${id}"`);
    for (const id of links.slice(1)) {
      const control = new RegExp(`<input[^>]* id="${id}"[^>]*>`, 'u').exec(page.html)?.[0] ?? '';
      expect(control).toContain('aria-invalid="true"');
      expect(page.html).toContain(` id="${/aria-describedby="(?:[^"]+ )?([^" ]+)"/u.exec(control)?.[1]}"`);
    }
    expect(page.html).toContain('value="&quot;Ada&quot; &lt;ada@"');
    expect(page.html).toContain('Tom &amp; &quot;Jerry&quot; &lt;/textarea>&lt;b></textarea>');
  });

  it.each([
    ['a code that nobody has', { companyCode: 'NOBODY' }, 422, 'no company has this one'],
    [
      'no code',
      { companyCode: '' },
      402,
      'without one this session costs US$75.00. To pay, write to support@example.com',
    ],
    [
      'a release that has ended',
      { release: '4.8' },
      422,
      'no sessions for Release 4.8 any more. Write to support@example.com',
    ],
    ['a number that is none', { mobile: 'x' }, 422, 'we can’t text this one'],
  ])('with %s is told so at the field, and nothing is booked', async (_, changes, status, words) => {
    const email = `never-${Object.values(changes)[0]}@pages.example`;
    const time = await press(await open(`${showup.site}/book`), /^Next free/u);
    const page = await press(time, 'Book this session', { ...who, email, ...changes });
    expect(page).toMatchObject({ status, text: expect.stringContaining(words) });
    await showup.settle();
    expect(await showup.mailbox(email)).toEqual([]);
  });

  it('with a release of limited support is told so, and books', async () => {
    const time = await picked('', /December/u, /^Friday 4 December/u, '11:00');
    const shown = await press(time, 'Show these times', { ...who, release: '5.2' });
    expect(shown.text).toContain('Release 5.2 gets limited support');
    const booked = await press(shown, 'Book this session');
    expect(booked.text).toContain('You are booked');
    expect(booked.text).toContain('Release 5.2 gets limited support');
  });

  it('because the time went while typing: all is kept, and the nearest times book in one press', async () => {
    const mine = await picked('', /December/u, /^Monday 7 December/u, '11:00');
    for (const email of ['first@pages.example', 'second@pages.example']) {
      await showup.book({ sessionType: 'call-30', start: '2026-12-07T11:00:00-05:00', email });
    }
    const lost = await press(mine, 'Book this session', {
      ...who,
      email: 'late@pages.example',
      topic: 'My topic',
    });
    expect(lost).toMatchObject({
      status: 409,
      text: expect.stringContaining('Mon 7 Dec, 11:00 EST is not free any more'),
    });
    expect(lost.html).toContain('My topic</textarea>');
    const offered = [...lost.text.matchAll(/Book (Mon 7 Dec, \d\d:\d\d) EST instead/gu)].map(
      ([, time]) => time,
    );
    expect(offered).toEqual(['Mon 7 Dec, 10:00', 'Mon 7 Dec, 10:30', 'Mon 7 Dec, 11:30']);
    const booked = await press(lost, 'Book Mon 7 Dec, 11:30 EST instead');
    expect(booked.text).toContain('You are booked');
    expect(booked.text).toContain('11:30–12:00');
  });
});

describe('one form books once', () => {
  it('however often its button is pressed, in a row or at once', async () => {
    const time = await picked('', /December/u, /^Tuesday 8 December/u, '10:00');
    const typed = { ...who, email: 'twice@pages.example' };
    const answers = await Promise.all([1, 2, 3].map(() => send(time, 'Book this session', typed)));
    const again = await send(time, 'Book this session', typed);
    const places = [...answers, again].map((answer) => answer.headers.get('location'));
    expect([...answers, again].map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(places).size).toBe(1);
    await showup.settle();
    expect(await showup.subjects('twice@pages.example')).toHaveLength(1);
  });

  it('and with other details than before leads to the booking that it made, or starts anew', async () => {
    const time = await picked('', /December/u, /^Wednesday 9 December/u, '10:00');
    const typed = { ...who, email: 'again@pages.example' };
    const booked = await press(time, 'Book this session', typed);
    const already = await press(time, 'Book this session', { ...typed, topic: 'Another matter' });
    expect(already).toMatchObject({ status: 422, text: expect.stringContaining('You have booked already') });
    expect(already.html).toContain(`href="${new URL(booked.url).pathname}"`);
    const anew = await press(already, 'Book another session');
    expect(anew.text).toContain('No time chosen yet');
    expect(anew.html).toContain('Another matter');
    const second = await press(await press(anew, /^Next free/u), 'Book this session');
    expect(second.text).toContain('You are booked');
    expect(second.url).not.toBe(booked.url);
    await showup.settle();
    expect(await showup.subjects('again@pages.example')).toHaveLength(2);
  });
});

describe('what is sent', () => {
  it('comes with a strict policy, uncached, whatever the page', async () => {
    for (const path of ['/book', '/book?embed=1', '/booked/nonsense', '/nowhere', '/']) {
      const { headers } = await fetch(`${showup.site}${path}`, { redirect: 'manual' });
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('cache-control'), path).toBe('no-store');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    }
  });

  it('may stand in a frame of the sites that are named, and of no other, and only where it asks to', async () => {
    const framers = async (path: string) =>
      /frame-ancestors ([^;]*)/u.exec(
        (await open(`${showup.site}${path}`)).headers.get('content-security-policy') ?? '',
      )?.[1];
    expect(await framers('/book?embed=1')).toBe(settings.embed.origins.join(' '));
    expect(await framers('/book')).toBe("'none'");
    const { body, headers } = await showup.get('/embed.js');
    expect(headers.get('content-type')).toMatch(/^text\/javascript/u);
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(body).toContain('/book?embed=1');
  });

  it('holds nothing inline, and loads nothing but its own files, which are kept for good', async () => {
    const { html } = await open(`${showup.site}/book`);
    expect(html).not.toMatch(
      /<style|style="|<script(?! type="module" src="\/assets\/)| on\w+="|src="(?!\/assets\/)/u,
    );
    const files = [...html.matchAll(/(?:src|<link rel="stylesheet" href)="([^"]+)"/gu)].map(
      ([, path = '']) => path,
    );
    expect(files).toHaveLength(2);
    for (const path of files) {
      const { status, headers } = await showup.get(path);
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toContain('immutable');
    }
    expect((await showup.get('/assets/style.css')).status).toBe(404);
  });

  it('is small: page, style and script together stay under 30 kB', async () => {
    const { html } = await open(`${showup.site}/book`);
    const paths = [...html.matchAll(/"(\/assets\/[^"]+)"/gu)].map(([, path = '']) => path);
    const sizes = await Promise.all(['/book', ...paths].map((path) => bytesOf(path)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000);
  });

  it('is a page in the reader’s language even where there is none', async () => {
    const page = await open(`${showup.site}/nowhere?lang=de`);
    expect(page).toMatchObject({ status: 404, text: expect.stringContaining('Diese Seite gibt es nicht') });
    expect(await open(`${showup.site}/booked/bkg_1.abc`)).toMatchObject({
      status: 404,
      text: expect.stringContaining('This link does not work'),
    });
  });

  it.each([
    ['a field that is not ours', 'key=1dd4a9a8-0a58-4a9e-9a28-3c1f8b4e4f10&action=book&free=1'],
    ['a key that is not ours', 'key=1&action=book'],
    ['a button that is not ours', 'key=1dd4a9a8-0a58-4a9e-9a28-3c1f8b4e4f10&action=delete'],
    ['no form at all', '{"a":1}'],
    ['too much', `key=1dd4a9a8-0a58-4a9e-9a28-3c1f8b4e4f10&topic=${'x'.repeat(20_000)}`],
  ])('in with %s is refused, as a page', async (_, body) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(`${showup.site}/book`, { method: 'POST', body, headers });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('We could not read that');
  });
});

/** Bytes on the wire, packed as a browser gets them. */
async function bytesOf(path: string): Promise<number> {
  const { headers } = await fetch(`${showup.site}${path}`, { headers: { 'accept-encoding': 'br' } });
  return Number(headers.get('content-length'));
}
