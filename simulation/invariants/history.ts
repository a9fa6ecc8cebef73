import type { Happened, SeenBooking } from '../world.ts';
import { MINUTE, skew } from './stated-rules.ts';

/** A booking as it was after one of its events: told from the history alone, by a fold of our own. */
export interface Moment {
  readonly event: Happened;
  readonly status: 'pending' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show';
  readonly version: number;
  readonly start: number;
  readonly end: number;
  readonly consultant: string;
  readonly beside: boolean;
  readonly joined: boolean;
  readonly askedAt?: number;
  readonly answered: boolean;
  readonly mobileLost: boolean;
  readonly excused: boolean;
  readonly contested: boolean;
  readonly rejected: boolean;
  /** Until when the consultant's time is kept. */
  readonly keptUntil: number;
}

/** A booking's moments, one an event, oldest first. */
export function momentsOf(booking: SeenBooking): Moment[] {
  const moments: Moment[] = [];
  for (const event of booking.history) {
    const before = moments.at(-1);
    const next = before === undefined ? begun(event) : after(before, event);
    if (next !== undefined) moments.push(next);
  }
  return moments;
}

function begun(event: Happened): Moment | undefined {
  if (event.type !== 'booked' || event.start === undefined) return undefined;
  const end = event.start + (event.minutes ?? 0) * MINUTE;
  return {
    event,
    status: event.approval ? 'pending' : 'confirmed',
    version: 1,
    ...{ start: event.start, end, keptUntil: end },
    consultant: event.consultantId ?? '',
    beside: event.beside === true,
    ...fresh,
    mobileLost: event.mobileLost !== undefined,
    ...{ excused: false, contested: false, rejected: false },
  };
}

const fresh = { joined: false, answered: false } as const;

const change: Readonly<Record<string, (before: Moment, event: Happened) => Partial<Moment>>> = {
  rescheduled: (before, event) => {
    const start = event.start ?? before.start;
    const end = start + before.end - before.start;
    return {
      status: before.status === 'pending' ? 'pending' : 'confirmed',
      version: before.version + 1,
      ...{ start, end, keptUntil: end },
      consultant: event.consultantId ?? before.consultant,
      beside: false,
      ...fresh,
    };
  },
  approved: () => ({ status: 'confirmed' }),
  cancelled: (before) => ({ status: 'cancelled', keptUntil: before.start }),
  declined: (before) => ({ status: 'cancelled', keptUntil: before.start }),
  'approval-expired': (before) => ({ status: 'cancelled', keptUntil: before.start }),
  'check-in-asked': (_, { at }) => ({ askedAt: at, answered: false }),
  'check-in-answered': () => ({ answered: true }),
  'mobile-lost': () => ({ mobileLost: true }),
  'mobile-restored': () => ({ mobileLost: false }),
  'attendee-joined': ({ status }) => ({
    joined: true,
    status: status === 'no_show' ? status : 'in_progress',
  }),
  'join-withdrawn': (_, { answeredAt }) => ({
    joined: false,
    status: 'confirmed',
    ...(answeredAt === undefined ? {} : { answered: true }),
  }),
  'no-show-recorded': (before, { at }) => ({
    status: 'no_show',
    keptUntil: cut(before, at),
    ...{ excused: false, contested: false, rejected: false },
  }),
  'no-show-reversed': (before, { because, holds }) => {
    if (because === 'cancelled') return { status: 'cancelled', keptUntil: before.start };
    if (holds) return { status: before.joined ? 'in_progress' : 'confirmed', keptUntil: before.end };
    return { status: before.joined ? 'completed' : 'cancelled' };
  },
  'no-show-excused': () => ({ excused: true }),
  'no-show-contested': () => ({ contested: true }),
  'contest-rejected': () => ({ rejected: true }),
  completed: (before, { at, holds }) => ({
    status: 'completed',
    keptUntil: holds ? cut(before, at) : before.keptUntil,
  }),
  reopened: (before) => ({ status: 'in_progress', keptUntil: before.end }),
};

/** What is left of the time kept where a session ends now: the quarter of an hour that has begun stays. */
function cut({ start, end }: Moment, at: number): number {
  return Math.max(start, Math.min(end, at));
}

function after(before: Moment, event: Happened): Moment {
  const { askedAt, ...rest } = before;
  const moved = event.type === 'rescheduled' || event.type === 'join-withdrawn';
  return {
    ...rest,
    ...(askedAt === undefined || moved ? {} : { askedAt }),
    event,
    ...change[event.type]?.(before, event),
  };
}

/**
 * What a booking may have been between two instants (ms): as it was when they began, and after each event since. Events
 * within the skew of workers' clocks may have come before or after.
 */
export function momentsBetween(moments: readonly Moment[], from: number, until: number): Moment[] {
  const known = moments.findLastIndex(({ event }) => event.at < from - skew);
  return moments.filter(({ event }, index) => index === known || (index > known && event.at <= until + skew));
}

export function isOpen({ status }: Moment): boolean {
  return status === 'confirmed' || status === 'in_progress';
}

/** Whether it still takes place or still may: pending ones keep their time as well. */
export function isStanding(moment: Moment): boolean {
  return isOpen(moment) || moment.status === 'pending';
}
