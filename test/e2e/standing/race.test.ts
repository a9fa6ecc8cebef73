import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Booked, type Reply, Showup } from '../showup.ts';
import { everyWrite, type Written } from './rows.ts';

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
/** Monday, 08:30 in New York, when the first sessions of the day start. */
const FIRST = Date.parse('2026-12-07T13:30:00Z');
/** Two consultants give two sessions at once: so many people miss one in the same minute. */
const AT_ONCE = 2;
const LANDINGS = 3;
/** Each of them tries to book in so many windows, so often one after the other, around that minute. */
const WINDOWS = 2;
const TRIES = 5;

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start('2026-12-06T12:00:00-05:00');
});
afterAll(() => showup.stop());

it('free bookings race the no-shows that block, over HTTP: none is ever made after the block', async () => {
  const people = await Promise.all(
    Array.from({ length: LANDINGS * AT_ONCE }, (_, index) => twoSessions(index)),
  );
  await showup.settle();
  // The first miss of everybody blocks nobody yet.
  await showup.clockTo(FIRST + (LANDINGS - 1) * HALF_HOUR + 15 * MINUTE);
  const replies: Reply[] = [];
  for (let slot = 0; slot < LANDINGS; slot++) {
    const here = people.slice(slot * AT_ONCE, (slot + 1) * AT_ONCE);
    await showup.clockTo(secondOf(slot) + 9 * MINUTE);
    const windows = here.flatMap((person) => Array<Person>(WINDOWS).fill(person));
    replies.push(...(await Promise.all(windows.map(tryOnce))));
    const landing = showup.clockTo(secondOf(slot) + 10 * MINUTE);
    replies.push(...(await Promise.all(windows.map((person) => tries(person, landing)))).flat());
  }
  expect(replies).toHaveLength(LANDINGS * AT_ONCE * WINDOWS * TRIES);
  const booked = replies.filter(({ status }) => status === 201);
  const answers = new Set(replies.map(({ status, body }): string => (status === 201 ? 'booked' : body.code)));
  // Who keeps losing races is asked to come back.
  answers.delete('busy');
  // Each race can be won by either, or nothing was raced.
  expect([...answers].toSorted()).toEqual(['booked', 'free-session-blocked']);

  const writes = await everyWrite(showup);
  const late = people.flatMap(({ email, second }) => {
    const blocked = placeOf(writes, second.id, 'no-show-recorded');
    const theirs = booked.filter(({ body }) => body.attendee.email === email);
    return theirs.filter(({ body }) => placeOf(writes, body.id, 'booked') > blocked);
  });
  expect(late).toEqual([]);
  const after = await Promise.all(people.map(({ email }) => showup.tryToBook({ email, start: free() })));
  expect(new Set(after.map(({ status }) => status))).toEqual(new Set([403]));
});

interface Person {
  readonly email: string;
  readonly second: Booked;
}

/** Somebody with a session on Monday and one in the same minute of Tuesday. */
async function twoSessions(index: number): Promise<Person> {
  const email = `racer${index}@example.com`;
  const slot = Math.floor(index / AT_ONCE);
  const start = (at: number) => new Date(at).toISOString();
  await made({ email, sessionType: 'call-30', start: start(FIRST + slot * HALF_HOUR) });
  const second = await made({ email, sessionType: 'call-30', start: start(secondOf(slot)) });
  return { email, second };
}

async function made(wishes: Parameters<Showup['tryToBook']>[0]): Promise<Booked> {
  const { status, body } = await showup.tryToBook(wishes);
  if (status !== 201) throw new Error(`not booked: ${JSON.stringify(body)}`);
  return body;
}

function secondOf(slot: number): number {
  return FIRST + 24 * 60 * MINUTE + slot * HALF_HOUR;
}

/** Tries to book again and again while the no-show lands, each time another free time; the last time once it has. */
async function tries(person: Person, landing: Promise<void>): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let index = 2; index <= TRIES; index++) {
    if (index === TRIES) await landing;
    replies.push(await tryOnce(person));
  }
  return replies;
}

function tryOnce({ email }: Person): Promise<Reply> {
  return showup.tryToBook({ email, sessionType: 'call-30', start: free() });
}

let given = 0;

/** A time that is free: half hours of working days from four weeks on, each for as many as can be there at once. */
function free(): string {
  const perDay = 16 * AT_ONCE;
  const weekday = Math.floor(given / perDay);
  const day = Math.floor(weekday / 5) * 7 + (weekday % 5);
  const slot = Math.floor((given++ % perDay) / AT_ONCE);
  return new Date(FIRST + (28 + day) * 24 * 60 * MINUTE + slot * HALF_HOUR).toISOString();
}

/** When an event of a booking was written, as its place among all writes. Throws where it wasn't. */
function placeOf(writes: readonly Written[], bookingId: string, type: string): number {
  const place = writes.findIndex(({ pk, row }) => {
    const event = row?.['event'] as { readonly type?: string } | undefined;
    return pk === `BOOKING#${bookingId}` && event?.type === type;
  });
  if (place < 0) throw new Error(`${bookingId} has no ${type}`);
  return place;
}
