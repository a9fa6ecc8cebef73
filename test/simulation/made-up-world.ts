import type { Logged, Script } from '../../simulation/script.ts';
import type { Happened, SeenBooking, SeenCell, SeenMail, World } from '../../simulation/world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** When the sessions of a made-up world begin: 10:00 in New York. */
export const START = Date.parse('2026-12-02T15:00:00Z');
/** When they were booked. */
export const BOOKED = START - 2 * DAY;
/** When all is over. */
export const AFTER = START + DAY;

export const script: Script = {
  seed: 1,
  start: '2026-11-30T12:00:00Z',
  cast: {
    companies: [],
    people: [
      { id: 'ada', name: 'Ada Moss', email: 'ada@people.example', account: 'none' },
      { id: 'ben', name: 'Ben Frey', email: 'ben@people.example', account: 'none' },
    ],
  },
  acts: [],
  faults: [],
};

const minutes = 60;

/** An event, as far as a test says how it is. */
export function happened(type: string, at: number, more: Partial<Happened> = {}): Omit<Happened, 'number'> {
  return { version: 1, holds: false, approval: false, beside: false, ...more, type, at };
}

export const booked = (more: Partial<Happened> = {}): Omit<Happened, 'number'> =>
  happened('booked', BOOKED, { start: START, minutes, consultantId: 'robin', holds: true, ...more });

/** What a session goes through that is joined in time, without a mobile number. */
export const joinedLife = (): Omit<Happened, 'number'>[] => [
  booked(),
  happened('reminder-due', START - DAY, { kind: 'remind-24h' }),
  happened('reminder-due', START - 2 * HOUR, { kind: 'remind-2h' }),
  happened('attendee-joined', START + MINUTE, { stamp: START + MINUTE, evidence: 'link' }),
  happened('completed', START + HOUR),
];

/** The same, where nobody comes. */
export const missedLife = (): Omit<Happened, 'number'>[] => [
  ...joinedLife().slice(0, 3),
  happened('no-show-recorded', START + 10 * MINUTE, { reason: 'absent', holds: true }),
];

/** A booking of this id that went through this; its row is what the events make of it unless it is said otherwise. */
export function booking(
  id: string,
  life: readonly Omit<Happened, 'number'>[],
  more: Partial<SeenBooking> = {},
): SeenBooking {
  const history = life.map((event, index) => ({ ...event, number: index + 1 }));
  const last = history.at(-1);
  const statuses: Readonly<Record<string, string>> = {
    completed: 'completed',
    'no-show-recorded': 'no_show',
    'no-show-excused': 'no_show',
    cancelled: 'cancelled',
  };
  return {
    id,
    status: statuses[last?.type ?? ''] ?? 'confirmed',
    version: last?.version ?? 1,
    revision: history.length,
    start: START,
    end: START + minutes * MINUTE,
    consultant: 'robin',
    email: 'ada@people.example',
    name: 'Ada Moss',
    excused: false,
    erased: false,
    due: [],
    history,
    ...more,
  };
}

const told = ['booked', 'reminder-due', 'no-show-recorded', 'cancelled', 'no-show-excused', 'rescheduled'];

/** The mails that a booking leads to, each at once. */
export function mailsOf({ id, email, history }: SeenBooking): SeenMail[] {
  return history
    .filter(({ type }) => told.includes(type))
    .map(({ number, at }) => ({
      ...{ at, to: email, messageId: `${id}.${number}.mail` },
      ...{ subject: 'Your session', content: `Manage it at /manage/${id}.token` },
    }));
}

/** The cells of a consultant from one instant to another. */
export function cells(from: number, until: number, held = 1, consultant = 'robin'): SeenCell[] {
  const count = Math.ceil((until - from) / (15 * MINUTE));
  return Array.from({ length: count }, (_, index) => ({
    ...{ consultant, from: from + index * 15 * MINUTE, held, closed: 0 },
  }));
}

/** A world in which nothing is wrong, with these bookings in it, but for what is said otherwise. */
export function worldOf(bookings: readonly SeenBooking[], more: Partial<World> = {}): World {
  return {
    at: AFTER,
    zone: 'America/New_York',
    staffMail: 'support@example.com',
    bookings,
    claims: [],
    cells: cells(START, START + HOUR),
    hours: [],
    mails: bookings.flatMap(mailsOf),
    texts: [],
    timers: [],
    queued: [],
    standings: [],
    rulings: [],
    accounts: [],
    companies: [],
    webhooks: [],
    posts: [],
    deliveries: [],
    pages: [],
    secrets: [],
    strikes: [],
    ...more,
  };
}

/** An act that was answered. */
export function logged(act: Logged['act'], bookingId: string, body: unknown = {}): Logged {
  const answer = { method: 'POST', path: '/v1/bookings', status: 200, body, headers: {} };
  return { act, begun: act.at, settled: act.at, answers: [answer], bookingId };
}
