import * as fc from 'fast-check';
import type { Cloud } from '../local/cloud.ts';
import { asking } from './asking.ts';
import type { Connection } from './exchange.ts';
import { oddText } from './odd.ts';
import type { People } from './people.ts';
import type { Pool } from './pool.ts';
import { letSomeWait, sortByState } from './states.ts';

/** Of those who book in each round. */
const PHONE = '+12025550123';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Lets the world go on: some hours pass with all that falls due in them, everybody signs in anew, and the pool is given
 * the times that are free now and the links that were mailed.
 */
export async function refresh(
  cloud: Cloud,
  people: People,
  pool: Pool,
  connection: Connection,
  seed: number,
): Promise<void> {
  const [hours = 0] = fc.sample(fc.integer({ min: 0, max: 30 }), { seed, numRuns: 1 });
  await cloud.clock.advance(hours * HOUR_MS);
  await people.signIn();
  const from = cloud.clock.now();
  const [first, last] = [from, from + 28 * DAY_MS].map((at) => new Date(at).toISOString().slice(0, 10));
  const target = `/v1/slots?sessionType=live-90&from=${first}&to=${last}&timeZone=America/New_York`;
  const answer = await connection.send({ method: 'GET', target, headers: {} });
  const starts = [...answer.text.matchAll(/"start":"([^"]+)"/gu)].map(([, start = '']) => ({ start }));
  // Sessions soon begin, are missed and are completed; the others fill the calendar.
  pool.replace('slot', [...starts.slice(0, 60), ...starts.slice(0, 60), ...starts]);
  known(pool);
  await spareWhoAsks(people, pool, connection);
  const waiting = await letSomeWait(people, connection, cloud.clock.now());
  await book(people, pool, connection, cloud.clock.now(), waiting);
  await text(cloud, seed);
  const mails = await cloud.aws.ses.mailbox();
  await cloud.clock.advance(MINUTE_MS);
  await sortByState(people, pool, connection, cloud.clock.now());
  for (const { text } of mails.slice(-100)) {
    for (const [, token = ''] of text.matchAll(/\/password\/([\w.-]+)/gu))
      pool.add('passwordToken', { token });
  }
}

/** Some bookings of each round: with and without a mobile number, of a member and of strangers, some that wait for a decision, and some that begin now. */
async function book(
  people: People,
  pool: Pool,
  connection: Connection,
  now: number,
  waiting: string,
): Promise<void> {
  for (let n = 0; n < 12; n += 1) {
    const isNow = n >= 8;
    const wish = {
      sessionType: 'call-30',
      timeZone: 'Europe/Berlin',
      attendee: {
        name: 'Ada Park',
        email: n % 2 === 0 ? 'member@example.com' : `fuzz-${n}@example.com`,
        ...(n < 4 ? { mobile: PHONE } : {}),
      },
    };
    const body = isNow
      ? { ...wish, start: nextMinute(now), ...emergency(n) }
      : {
          ...wish,
          start: pool.valueOf({ $: 'pick', pool: 'slot', part: 'start', n: n * 3 }),
          companyCode: n < 6 ? pool.valueOf({ $: 'pick', pool: 'code', part: 'code', n: 0 }) : waiting,
        };
    const ask = asking(people, connection, isNow ? 'staff' : 'nobody');
    const made = await ask('POST', isNow ? '/v1/desk/bookings' : '/v1/bookings', body, {
      'idempotency-key': `refresh ${now} ${n}`,
    });
    const { id: bookingId, manageUrl } = made as { readonly id?: string; readonly manageUrl?: string };
    const token = manageUrl?.split('/').at(-1);
    if (bookingId !== undefined) pool.add('bookingId', { bookingId });
    if (token !== undefined) pool.add('token', { token });
  }
}

const nextMinute = (now: number): string =>
  new Date((Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS).toISOString();

const emergency = (n: number) => ({
  consultant: n % 2 === 0 ? 'robin' : 'kim',
  reason: 'Nothing works',
  override: true,
});

/** What nobody types, from a phone that has a session: there is no answer to hold, but nothing may be given up on. */
async function text(cloud: Cloud, seed: number): Promise<void> {
  const bodies = fc.sample(fc.oneof(oddText, fc.constantFrom('1', '2', '3', 'help', 'STOP', 'start')), {
    seed,
    numRuns: 4,
  });
  for (const body of bodies) {
    await fetch(`${cloud.console}/texts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: PHONE, body: body.toWellFormed() || '1' }),
    });
  }
  await cloud.clock.settle();
}

/** Who asks is there to ask to the end: neither removed nor erased nor changed. */
async function spareWhoAsks(people: People, pool: Pool, connection: Connection): Promise<void> {
  for (const email of people.emails) pool.spare(email);
  const target = '/v1/desk/companies/example-crates/people?limit=50';
  const { people: all } = (await asking(people, connection, 'staff')('GET', target)) as {
    readonly people: readonly { readonly id: string; readonly email: string }[];
  };
  for (const { id, email } of all) if (people.emails.includes(email)) pool.spare(id);
}

/** What is there from the start. */
function known(pool: Pool): void {
  for (const sessionType of ['call-30', 'live-60', 'live-90']) pool.add('sessionType', { sessionType });
  for (const consultantId of ['robin', 'kim']) pool.add('consultantId', { consultantId });
  for (let n = 0; n < 60; n += 1) pool.add('email', { email: `fuzz-${n}@example.com` });
  pool.add('companyId', { companyId: 'example-crates' });
  pool.add('code', { code: 'DEMO-2026' });
  pool.add('path', { path: 'nothing-here' });
}
