import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageAssets } from '../../cdk/page-assets.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { addDays } from '../../lib/domain/calendar/zone.ts';
import { assetsOf } from '../../lib/pages/assets.ts';
import { boardCards } from '../../lib/pages/desk/board-cards.ts';
import { boardPage } from '../../lib/pages/desk/board-page.tsx';
import { boardUpdates } from '../../lib/pages/desk/board-updates.ts';
import { gridCss } from '../../lib/pages/desk/grid-css.ts';
import { pageResult } from '../../lib/pages/page.tsx';
import { paletteCss } from '../../lib/pages/palette.ts';
import { boardView, DAY, fullDay, settingsWith, someHours } from './desk-day.ts';
import { visit } from './session-visit.ts';

const KB = 1000;
const settings = settingsWith(20);
const files = [...pageAssets(undefined)].map(([name, content]) => {
  const before = { 'style.css': paletteCss(settings.brand.colour), 'desk.css': gridCss() }[name] ?? '';
  return [name, Buffer.concat([Buffer.from(before), content])] as const;
});
const assets = assetsOf(new Map(files));
const as = { ...visit(), settings, assets };
const day = boardView({ bookings: fullDay(settings), calendar: someHours(settings) });
const monday = addDays(DAY, -1);
const week = boardView({
  kind: 'week',
  first: monday,
  count: 7,
  bookings: [0, 1, 2, 3, 4].flatMap((days) => fullDay(settings, addDays(monday, days))),
  calendar: someHours(settings),
});

/** Bytes of a text as the function sends it to a browser. */
function brotli(text: string | Buffer): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

/** What a browser fetches for a first view: the page, and what it names, which API Gateway compresses by gzip at worst. */
function firstView(body: string): number {
  const named = [...body.matchAll(/"(\/assets\/[^"]+)"/gu)].map(([, url]) => url?.split('/').at(-1) ?? '');
  const beside = named.map((file) => gzipSync(assets.named(file)?.content ?? '').length);
  return brotli(body) + beside.reduce((sum, size) => sum + size, 0);
}

describe('with 20 consultants and 200 sessions a day', () => {
  it.each([
    ['day', day],
    ['week', week],
  ])('the first view of a %s is at most 60 kB, compressed, style and scripts included', (_, view) => {
    const { body = '' } = pageResult(as, boardPage(as, view));
    expect(body.match(/class="slot /gu)?.length).toBeGreaterThanOrEqual(200);
    expect(firstView(body)).toBeLessThan(60 * KB);
  });

  it('an update is at most 5 kB, though a consultant’s ten sessions have changed at once', () => {
    const seen = boardCards(as, day).map((card) => card.seen);
    const bookings = day.bookings.map((booking) =>
      booking.consultantId === 'robin' ? overnight(booking) : booking,
    );
    const updates = boardUpdates(as, { ...day, bookings }, seen);
    expect(updates.cards.length).toBeGreaterThanOrEqual(9);
    expect(Buffer.byteLength(JSON.stringify(updates))).toBeLessThan(5 * KB);
  });

  it('what a browser tells it has seen fits an address, beside its cookies', () => {
    const seen = boardCards(as, day).map((card) => card.seen);
    // API Gateway takes 10 kB of request line and headers; the cookies of a session are some 4 kB.
    expect(seen.join('').length).toBeLessThan(2 * KB);
  });
});

function overnight(booking: Booking): Booking {
  return { ...booking, attendee: { ...booking.attendee, name: 'Somebody Else' } };
}
