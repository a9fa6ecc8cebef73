import type { Cloud } from '../../local/cloud.ts';
import { isOneOf, mix } from './mix.ts';
import { type Held, Visitors } from './site.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const sessionType = 'live-60';

/** What a run was, beside what it used. */
export interface Lived {
  readonly bookings: number;
  readonly moved: number;
  readonly cancelled: number;
  readonly joined: number;
  readonly answered: number;
  readonly absent: number;
}

/** Books so many sessions and lives them to their ends, as the mix has it. Throws where there are too few free slots. */
export async function live(cloud: Cloud, bookings: number): Promise<Lived> {
  const visitors = new Visitors(cloud);
  const held = await bookAll(cloud, visitors, bookings);
  const moved = await moveSome(cloud, visitors, held);
  const [cancelled, kept] = split(moved, mix.cancelled, 2);
  for (const one of cancelled) await visitors.cancel(one);
  await cloud.clock.advance(0);
  const [absent, attending] = split(kept, mix.absent, 3);
  const [late, joining] = splitBy(
    attending,
    (one, index) => one.mobile !== undefined && isOneOf(mix.answers, index, 4),
  );
  await hold(cloud, visitors, joining, late);
  // To the end of the last, and of what is told after it.
  await cloud.clock.moveTo(Math.max(...kept.map(({ start }) => start), cloud.clock.now()) + 2 * 60 * minute);
  return {
    bookings,
    moved: held.filter((one, index) => one.start !== moved[index]?.start).length,
    cancelled: cancelled.length,
    joined: joining.length,
    answered: late.length,
    absent: absent.length,
  };
}

async function bookAll(cloud: Cloud, visitors: Visitors, bookings: number): Promise<readonly Held[]> {
  const held: Held[] = [];
  for (let index = 0; index < bookings; index += 1) {
    for (let page = 0; page < mix.bookPages; page += 1) await visitors.look('/book');
    const start = await freeStart(cloud, visitors, index);
    const mobile = isOneOf(mix.mobile, index, 1) ? `+1202555${String(index).padStart(4, '0')}` : undefined;
    const one = await visitors.book(sessionType, { start, email: `attendee-${index}@example.com`, mobile });
    await visitors.look(`/booked/${one.token}`);
    if (isOneOf(mix.managePages % 1, index, 5)) await visitors.look(`/manage/${one.token}`);
    for (let page = 1; page <= mix.managePages; page += 1) await visitors.look(`/manage/${one.token}`);
    for (let scan = 0; scan < mix.scans; scan += 1) await visitors.look(`/manage/${one.token}`, 'HEAD');
    await cloud.clock.advance(0);
    held.push(one);
  }
  return held;
}

/** A free start some days from now: the earliest of a week, so that sessions fill the days. */
async function freeStart(cloud: Cloud, visitors: Visitors, index: number): Promise<string> {
  const from = cloud.clock.now() + (2 + (index % 20)) * day;
  const [first] = await visitors.slots(sessionType, dateOf(from), dateOf(from + 6 * day));
  if (first === undefined)
    throw new Error(`Booking ${index + 1} finds no free slot: ask for fewer bookings.`);
  return first;
}

async function moveSome(cloud: Cloud, visitors: Visitors, held: readonly Held[]): Promise<readonly Held[]> {
  const after: Held[] = [];
  for (const [index, one] of held.entries()) {
    if (!isOneOf(mix.moved, index, 6)) after.push(one);
    else after.push(await visitors.move(one, await freeStart(cloud, visitors, index + 3)));
  }
  await cloud.clock.advance(0);
  return after;
}

/** Everybody joins in time, or is asked by text after 5 minutes, answers, and joins then. */
async function hold(
  cloud: Cloud,
  visitors: Visitors,
  joining: readonly Held[],
  late: readonly Held[],
): Promise<void> {
  const deeds = [
    ...joining.map((one) => ({ at: one.start + minute, run: () => enter(visitors, one) })),
    ...late.map((one) => ({ at: one.start + 6 * minute, run: () => visitors.answer(one) })),
    ...late.map((one) => ({ at: one.start + 8 * minute, run: () => enter(visitors, one) })),
  ].toSorted((a, b) => a.at - b.at);
  for (const { at, run } of deeds) {
    if (at > cloud.clock.now()) await cloud.clock.moveTo(at);
    await run();
  }
}

async function enter(visitors: Visitors, one: Held): Promise<void> {
  await visitors.look(`/join/${one.token}`);
  await visitors.join(one);
}

const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

const split = (all: readonly Held[], share: number, salt: number) =>
  splitBy(all, (_, index) => isOneOf(share, index, salt));

function splitBy(
  all: readonly Held[],
  isOne: (one: Held, index: number) => boolean,
): readonly [readonly Held[], readonly Held[]] {
  const chosen = new Set(all.filter(isOne));
  return [[...chosen], all.filter((one) => !chosen.has(one))];
}
