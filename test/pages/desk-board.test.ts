import { beforeAll, describe, expect, it } from 'vitest';
import { deskStates } from '../../lib/domain/booking/desk-state.ts';
import { type Assets, assetsOf } from '../../lib/pages/assets.ts';
import { boardPage } from '../../lib/pages/desk/board-page.tsx';
import { type BoardView, boardWish } from '../../lib/pages/desk/board-view.ts';
import type { Visit } from '../../lib/pages/visit.ts';
import { at, boardView, DAY, fullDay, session, settingsWith, someHours } from './desk-day.ts';
import { shown, visit } from './session-visit.ts';

const names = ['style.css', 'desk.css', 'desk.js', 'countdown.js'];
let assets: Assets;
beforeAll(() => {
  assets = assetsOf(new Map(names.map((name) => [name, Buffer.from(name)])));
});

/** Somebody's look at the desk of two consultants. */
function look(query = ''): Visit {
  return { ...visit(query), settings: settingsWith(2), assets };
}

function board(more: Partial<BoardView> = {}, query = '') {
  const as = look(query);
  return shown(boardPage(as, boardView(more)), as);
}

/** The card of who is told, as HTML. */
function card(html: string, name: string): string {
  return html.split('<li').find((part) => part.includes('class="slot') && part.includes(name)) ?? '';
}

describe('the board of a day', () => {
  it('holds no token and no secret, so that it may be compressed, and is kept by nobody', () => {
    const { html, headers } = board({ bookings: [session('upcoming', { start: at('14:00') })] });
    expect(html).not.toMatch(/csrf|method="post"|manage\/|join\//u);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-robots-tag']).toContain('noindex');
  });

  it('carries nothing inline that its policy would refuse', () => {
    expect(board().html).not.toMatch(/ style="|<style|<script(?! type="module" src="\/assets)| on\w+="/u);
  });

  it('tells of each session who, when, with whom and how it stands, and leads to it', () => {
    const { html } = board({
      bookings: [session('upcoming', { start: at('14:00'), name: 'Bo Lind', id: 'bkg_two' })],
    });
    const told = card(html, 'Bo Lind');
    expect(told).toContain('href="/desk/bookings/bkg_two"');
    for (const word of ['14:00', '15:00', 'Robin Hale', 'Booked']) expect(told).toContain(word);
  });

  it.each(deskStates)('tells that a session is %s in words, and by a shape of its own', (state) => {
    const start = at('11:15');
    const told = card(board({ bookings: [session(state, { start })] }).html, 'Ada Park');
    const seen = state === 'upcoming' ? 'waiting' : state;
    expect(told).toContain(`class="slot ${seen}"`);
    expect(told).toMatch(/<em>[\w-]+<\/em>/u);
  });

  it('tells when a session closes by itself, and until when to count', () => {
    const told = card(board({ bookings: [session('asked', { start: at('11:15') })] }).html, 'Ada Park');
    expect(told).toContain(`data-closes="${at('11:30')}"`);
    expect(told).toContain('closes at 11:30');
  });

  it('has what is now and next before what is over, each in its order', () => {
    const { text } = board({
      bookings: [
        session('completed', { start: at('09:00'), name: 'Over First' }),
        session('joined', { start: at('11:00'), name: 'Now There' }),
        session('upcoming', { start: at('13:00'), name: 'Next Kim', consultant: 'kim' }),
      ],
    });
    const order = ['Now There', 'Next Kim', 'Over First'].map((name) => text.indexOf(name));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
  });

  it('leaves a session that begins at any minute all the quarters that it touches', () => {
    const told = card(
      board({ bookings: [session('upcoming', { start: at('12:07'), minutes: 30 })] }).html,
      'Ada',
    );
    // From 12:00 to 12:45, in a day that begins at 8:30 in the second column.
    expect(told).toContain('class="c16 w3 r2"');
  });

  it('gives sessions that overlap a lane each, and moves the consultants below down', () => {
    const overlapping = [
      session('upcoming', { start: at('12:00'), name: 'First Here' }),
      session('upcoming', { start: at('12:30'), name: 'Beside It' }),
      session('upcoming', { start: at('13:00'), name: 'After It' }),
      session('upcoming', { start: at('12:00'), name: 'Of Kim', consultant: 'kim' }),
    ];
    const { html } = board({ bookings: overlapping });
    const rows = overlapping.map(({ attendee }) => / r(\d+)"/u.exec(card(html, attendee.name))?.[1]);
    expect(rows).toEqual(['2', '3', '2', '4']);
  });

  it('shows sessions outside of everybody’s hours as well', () => {
    const { html } = board({ bookings: [session('upcoming', { start: at('21:00') })] });
    expect(html).toContain('22:00');
    expect(card(html, 'Ada Park')).toMatch(/class="c52 w4/u);
  });

  it('gives cancelled sessions no place in the day, and tells of them below', () => {
    const { html } = board({
      bookings: [
        session('cancelled', { start: at('12:00'), name: 'Gone One' }),
        session('upcoming', { start: at('12:00'), name: 'Here Now' }),
      ],
    });
    expect(card(html, 'Here Now')).toContain(' r2"');
    expect(card(html, 'Gone One')).not.toContain('class="c');
    expect(html).toMatch(/<summary>1 cancelled<\/summary>/u);
  });

  it('tells time off and extra hours in words, and that somebody doesn’t work', () => {
    const hours = someHours(settingsWith(3));
    const as = { ...look(), settings: settingsWith(3) };
    const { text } = shown(boardPage(as, boardView({ calendar: hours })), as);
    expect(text).toContain('Time off 13:00–17:30');
    expect(text).toContain('Extra hours 17:30–19:00');
    expect(board({ first: '2026-11-28' }).text).toContain('not working');
  });

  it('says clearly that a day is empty, and leads to an appointment on it', () => {
    const { text, html } = board({ first: '2026-11-28' });
    expect(text).toContain('No session is booked on this day.');
    expect(html).toContain('href="/desk/book?date=2026-11-28"');
  });

  it('leads to the day before, today and the day after', () => {
    const { html } = board({ first: '2026-11-26' });
    expect(html).toContain('href="/desk?date=2026-11-25"');
    expect(html).toContain('href="/desk?date=2026-11-27"');
    expect(html).toMatch(/href="\/desk"[^>]*>Today/u);
  });

  it('counts what wants somebody first', () => {
    const bookings = [
      session('asked', { start: at('11:15') }),
      session('joined', { start: at('11:00') }),
      session('cancelled', { start: at('12:00') }),
    ];
    expect(board({ bookings }).text).toContain('2 sessions · 1 asked · 1 joined');
  });

  it('tells how much waits for a decision, and nothing where nothing does', () => {
    expect(board().html).toMatch(/id="desk-waiting" class="badge"><.*?<b>3<\/b>/u);
    const insider = { name: 'Kim', waiting: { count: 0, more: false } };
    expect(board({ insider }).html).toMatch(/id="desk-waiting" class="badge" hidden/u);
    const many = { name: 'Kim', waiting: { count: 20, more: true } };
    expect(board({ insider: many }).html).toContain('<b>20+</b>');
  });

  it('names nobody who was erased', () => {
    const erased = {
      ...session('completed', { start: at('09:00'), name: 'Ada Park' }),
      erasedAt: at('10:00'),
    };
    const { text } = board({ bookings: [erased] });
    expect(text).not.toContain('Ada Park');
    expect(text).toContain('Erased');
  });

  it('is told in German, and keeps to it in its links', () => {
    const { text, html } = board({ bookings: [session('asked', { start: at('11:15') })] }, 'lang=de');
    for (const word of ['Heute', 'Woche', 'Dienstag, 24. November 2026', 'Gefragt', 'schließt um 11:30'])
      expect(text).toContain(word);
    expect(html).toMatch(/href="\/desk\/bookings\/[^"]+\?lang=de"/u);
  });
});

describe('the board of a week', () => {
  const monday = '2026-11-23';
  const week = (more: Partial<BoardView> = {}, query = '') =>
    board({ kind: 'week', first: monday, count: 7, ...more }, query);

  it('has a list for each day on which somebody works, and consultant, with the sessions in it', () => {
    const bookings = [
      session('completed', { start: at('09:00', monday), name: 'On Monday' }),
      session('upcoming', { start: at('14:00'), consultant: 'kim', name: 'With Kim' }),
    ];
    const { html } = week({ bookings });
    const listed = (list: string) => html.split(`<ol id="${list}">`)[1]?.split('</ol>')[0];
    expect(listed(`w-${monday}-robin`)).toContain('On Monday');
    expect(listed(`w-${DAY}-kim`)).toContain('With Kim');
    expect(html).not.toContain('id="w-2026-11-28-robin"');
  });

  it('has from today on first, and what is past of the week after it', () => {
    const { html } = week();
    expect(html.indexOf(`data-day="${DAY}"`)).toBeLessThan(html.indexOf(`data-day="${monday}"`));
  });

  it('shows a weekend on which a session is booked', () => {
    const bookings = [session('upcoming', { start: at('12:00', '2026-11-28') })];
    expect(week({ bookings }).html).toContain('id="w-2026-11-28-robin"');
  });

  it('names the days that it asks about one after the other, the weekend among them', () => {
    expect(/data-dates="([^"]*)"/u.exec(week().html)?.[1]?.split(' ')).toHaveLength(7);
  });

  it('leads to the weeks before and after, and to the day', () => {
    const { html } = week();
    expect(html).toContain('href="/desk?view=week&amp;date=2026-11-16"');
    expect(html).toContain('href="/desk?view=week&amp;date=2026-11-30"');
    expect(html).toMatch(/href="\/desk"[^>]*>Day</u);
  });
});

describe('what the address of the board asks for', () => {
  const wish = (query: string) => boardWish(look(query), at('11:27'));

  it('is today where it names no date, or none that exists', () => {
    for (const query of ['', 'date=2026-02-30', 'date=tomorrow'])
      expect(wish(query)).toMatchObject({ kind: 'day', first: DAY, count: 1, follows: true });
  });

  it('is the week of the date, from its Monday on', () => {
    expect(wish('view=week&date=2026-11-29')).toMatchObject({
      first: '2026-11-23',
      count: 7,
      follows: false,
    });
    expect(wish('view=week&date=2026-11-30')).toMatchObject({ first: '2026-11-30' });
  });

  it('goes by the deployment’s zone, wherever the server is', () => {
    // Half past nine in the evening in New York is the next day in UTC.
    expect(boardWish(look(), at('21:30')).first).toBe(DAY);
  });
});

describe('a full day', () => {
  it('has every session of every consultant once', () => {
    const settings = settingsWith(20);
    const bookings = fullDay(settings);
    const as = { ...look(), settings };
    const { html } = shown(boardPage(as, boardView({ bookings, calendar: someHours(settings) })), as);
    expect(html.match(/class="slot /gu)).toHaveLength(200);
    expect(new Set(html.match(/\/desk\/bookings\/bkg_\w+/gu)).size).toBe(200);
  });
});
