import { randomUUID } from 'node:crypto';
import type { Answered, Asked, Asking } from './asking.ts';

export interface Seen extends Answered {
  readonly what: string;
}

export interface Habits {
  readonly asking: Asking;
  readonly random: () => number;
  /** Dates between which sessions are looked for. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/**
 * One person's visits, one after another until told to stop: the booking page twice, free times three times, a booking, its
 * page, and the session moved or not and then cancelled, so that there is always something free.
 */
export async function visit(habits: Habits, isOver: () => boolean): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const { asking, random } = habits;
  const ask = async (what: string, asked: Asked): Promise<Answered> => {
    const answered = await asking.ask(asked);
    seen.push({ what, ...answered, body: answered.status < 400 ? '' : answered.body });
    return answered;
  };
  for (let number = 1; !isOver(); number += 1) {
    await ask('booking page', { method: 'GET', path: '/book' });
    const starts = await look(ask, habits);
    await ask('booking page', { method: 'GET', path: '/book' });
    await look(ask, habits);
    const start = oneOf(starts, random);
    if (start === undefined) continue;
    const booked = await ask('book', booking(start, `${habits.name}-${number}@example.com`));
    if (booked.status !== 201) continue;
    const { manageUrl } = JSON.parse(booked.body) as { manageUrl: string };
    const token = new URL(manageUrl).pathname.split('/').at(-1) ?? '';
    await ask('its page', { method: 'GET', path: `/manage/${token}` });
    const other = oneOf(await look(ask, habits), random);
    if (other !== undefined && random() < 0.3)
      await ask('move', { method: 'POST', path: `/v1/manage/${token}/reschedule`, body: { start: other } });
    await ask('cancel', { method: 'POST', path: `/v1/manage/${token}/cancel`, body: {} });
  }
  return seen;
}

type Ask = (what: string, asked: Asked) => Promise<Answered>;

async function look(ask: Ask, { from, to }: Habits): Promise<readonly string[]> {
  const query = new URLSearchParams({ sessionType: 'live-60', from, to, timeZone: 'America/New_York' });
  const { status, body } = await ask('free times', { method: 'GET', path: `/v1/slots?${query}` });
  if (status !== 200) return [];
  const { days } = JSON.parse(body) as { days: Readonly<Record<string, readonly { start: string }[]>> };
  return Object.values(days).flatMap((slots) => slots.map(({ start }) => start));
}

/** The request of a booking with the demo's code. */
export function booking(start: string, email: string): Asked {
  return {
    method: 'POST',
    path: '/v1/bookings',
    headers: { 'idempotency-key': randomUUID() },
    body: {
      sessionType: 'live-60',
      start,
      timeZone: 'America/New_York',
      attendee: { name: 'Morgan Ito', email },
      companyCode: 'DEMO-2026',
    },
  };
}

const oneOf = <Thing>(things: readonly Thing[], random: () => number): Thing | undefined =>
  things[Math.floor(random() * things.length)];
