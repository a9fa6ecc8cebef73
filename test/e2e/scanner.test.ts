import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Mail, minutesAfter, Showup } from './showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

const start = '2026-12-02T15:00:00Z';
const email = 'scanned@example.com';

it('a scanner that opens every link in every mail with GET and HEAD changes nothing', async () => {
  const booking = await showup.book({ start, email, mobile: '+15550100030' });
  const moved = minutesAfter(start, 60);
  await showup.post(`/v1/manage/${booking.token}/reschedule`, { start: moved });
  // In every window of the booking's life: long before, when links are over, when it can be joined, when it is asked.
  for (const minutes of [-24 * 60, -120, -64, -15, 0, 5, 14]) {
    await showup.clockTo(minutesAfter(moved, minutes));
    const before = await stateOf(booking.token);
    await scan();
    await showup.settle();
    expect([minutes, await stateOf(booking.token)]).toEqual([minutes, before]);
  }
  await showup.clockTo(minutesAfter(moved, 15));
  expect(await showup.booking(booking.token)).toMatchObject({ status: 'no_show' });
  const after = await stateOf(booking.token);
  await scan();
  expect(await stateOf(booking.token)).toEqual(after);
});

/** Opens what mails link to on our site, and whatever is linked from there, as greedy scanners do. */
async function scan(): Promise<void> {
  const opened = new Set<string>();
  const queue = (await showup.mailbox(email)).flatMap(linksOf);
  expect(queue.some((link) => link.includes('/manage/'))).toBe(true);
  expect(queue.some((link) => link.includes('/join/'))).toBe(true);
  for (let link = queue.pop(); link !== undefined; link = queue.pop()) {
    if (opened.has(link) || !link.startsWith(showup.site)) continue;
    opened.add(link);
    const head = await fetch(link, { method: 'HEAD' });
    if (!link.endsWith('.json')) expect([link, head.status, await head.text()]).toEqual([link, 200, '']);
    await fetch(link, { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch' } });
    const page = await fetch(link);
    expect([link, page.status]).toEqual([link, 200]);
    if (opened.size < 60) queue.push(...hrefsIn(await page.text(), link));
  }
}

function linksOf({ html, text }: Mail): string[] {
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"]+/gu)].map(([url]) => url);
  return [...hrefsIn(html, showup.site), ...inText];
}

function hrefsIn(html: string, base: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/gu)].map(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), base);
    url.hash = '';
    return url.href;
  });
}

/** All that anybody could see of a change. */
async function stateOf(token: string) {
  return {
    booking: await showup.booking(token),
    mails: await showup.subjects(email),
    texts: await showup.texts('+15550100030'),
    timers: await showup.timers(),
  };
}
