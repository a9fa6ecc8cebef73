import { setTimeout as wait } from 'node:timers/promises';
import { instantOn } from '../../lib/domain/calendar/zone.ts';
import settings from '../config.ts';
import { type Answered, Asking, kindOf } from '../http/asking.ts';
import { booking } from '../http/client.ts';
import { CloudChild } from '../http/cloud-child.ts';
import { median, quantile } from '../median.ts';
import { randomFrom } from '../random.ts';
import { duration, type Row } from '../report.ts';
import { asked } from '../slots/question.ts';

const people = 500;
/** Of one day: with five consultants, room for 40 sessions. */
const hours = [8.5, 9.5, 10.5, 11.5, 12.5, 13.5, 14.5, 15.5];
const places = hours.length * settings.consultants.length;

/** What one person was answered in the end, and how long that took (ms). */
export interface Outcome {
  readonly last: Answered;
  readonly took: number;
  /** How often the answer was `busy` before. */
  readonly busy: number;
}

export interface Crowd {
  readonly outcomes: readonly Outcome[];
  /** Until the last one had an answer. */
  readonly answered: number;
  /** Until all mails were sent and all timers set. */
  readonly settled: number;
}

/** 500 people ask at one moment for the 40 sessions of a day, each for the hour they like best. */
export async function measureCrowd(assembly: string): Promise<readonly Row[]> {
  const cloud = await CloudChild.start(assembly, asked.now);
  try {
    return crowdRows(await rush(cloud));
  } finally {
    await cloud.stop();
  }
}

async function rush(cloud: CloudChild): Promise<Crowd> {
  const asking = new Asking(cloud.site, people);
  // Loaded and connected is what a busy site is: the crowd isn't the first to come.
  for (let index = 0; index < 20; index += 1) await asking.ask(booking(startAt(16.5), 'early@example.com'));
  await cloud.settle();
  const random = randomFrom(500);
  const wishes = Array.from({ length: people }, (_, index) => {
    const hour = hours[Math.floor(random() * hours.length)] ?? 0;
    return { start: startAt(hour), email: `crowd-${index}@example.com` };
  });
  const began = performance.now();
  const outcomes = await Promise.all(wishes.map(({ start, email }) => insist(asking, start, email, random)));
  const answered = performance.now() - began;
  await cloud.settle();
  const settled = performance.now() - began;
  asking.close();
  return { outcomes, answered, settled };
}

const startAt = (hour: number): string =>
  new Date(instantOn(settings.zone, '2027-03-10', hour * 60)).toISOString();

/** Asks with one key until the answer is another than `busy`. */
async function insist(asking: Asking, start: string, email: string, random: () => number): Promise<Outcome> {
  const request = booking(start, email);
  const began = performance.now();
  for (let busy = 0; ; busy += 1) {
    const last = await asking.ask(request);
    if (kindOf(last) !== '503 busy' || busy === 20) return { last, took: performance.now() - began, busy };
    await wait(100 + 400 * random());
  }
}

/** Rows of what the crowd was answered: each place booked once, everybody else refused in words, and nothing failed. */
export function crowdRows({ outcomes, answered, settled }: Crowd): readonly Row[] {
  const kinds = Map.groupBy(outcomes, ({ last }) => kindOf(last));
  const booked = kinds.get('201') ?? [];
  const held = new Set(booked.map(({ last }) => placeOf(last)));
  const refused = kinds.get('409 slot-unavailable')?.length ?? 0;
  const busy = outcomes.reduce((sum, outcome) => sum + outcome.busy, 0);
  const others = [...kinds].filter(([kind]) => !['201', '409 slot-unavailable'].includes(kind));
  const took = outcomes.map((outcome) => outcome.took);
  const row = (what: string, figure: string | number, more: Partial<Row> = {}): Row => ({
    part: 'crowd',
    what,
    figure: String(figure),
    ...more,
  });
  const aim = (said: string, met: boolean) => ({ aim: { said, met } });
  return [
    row('booked', booked.length, {
      against: `${held.size} places of ${places}`,
      ...aim(`${places}`, booked.length === places && held.size === places),
    }),
    row('refused, the time is not free', refused, aim(`${people - places}`, refused === people - places)),
    row('answered otherwise', others.map(([kind, some]) => `${some.length} × ${kind}`).join(', ') || 0, {
      against: `${busy} times busy, asked again`,
      ...aim('0', others.length === 0),
    }),
    row('all answered after', duration(answered), {
      against: `p50 ${duration(median(took))}, p95 ${duration(quantile(took, 0.95))}`,
    }),
    row('all mails sent and timers set after', duration(settled)),
  ];
}

function placeOf({ body }: Answered): string {
  const { start, consultant } = JSON.parse(body) as { start: string; consultant: { id: string } };
  return `${start} ${consultant.id}`;
}
