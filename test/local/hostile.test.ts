import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { seedDemo } from '../../local/demo.ts';
import type { CallFault, Fault, Strike } from '../../local/hostile/fault.ts';
import { inboundTextsOf } from '../../local/inbound-texts.ts';

/** The sweep comes every five minutes from here: never at the very instant of a timer. */
const start = Date.parse('2026-12-01T12:02:00Z');
const minute = 60_000;
const texted = start + 40 * minute;
/** When the first four have been reminded. */
const calmed = Date.parse('2026-12-02T15:40:00Z');

/** Half an hour after the other, from 14:00. */
const startOf = (who: number): string =>
  new Date(Date.parse('2026-12-03T13:30:00Z') + who * 30 * minute).toISOString();

const api = (nth: number, how: CallFault['how']): CallFault => {
  return { id: `api ${how}`, kind: 'call', function: 'api', action: 'dynamodb:TransactWriteItems', nth, how };
};
const onEvent = (action: string, nth: number, how: CallFault['how'], times = 1): Fault => {
  return { id: `${action} ${how}`, kind: 'call', function: 'on-event', action, nth, how, times };
};
/** The timers that are set from the nth on: every booking has five. */
const timersFrom = (
  nth: number,
  count: number,
  how: 'lost' | 'twice' | 'early' | 'late',
  byMs: number,
): Fault[] =>
  Array.from({ length: count }, (_, index) => {
    return { id: `timer ${how}`, kind: 'timer', nth: nth + index, how, byMs };
  });

const faults: readonly Fault[] = [
  api(2, 'fails-after'),
  // What met a conflict is tried again, which is the fourth.
  api(3, 'conflict'),
  api(5, 'dies-before'),
  api(7, 'dies-after'),
  { id: 'slow', kind: 'call', function: 'api', action: 'dynamodb:Query', nth: 1, how: 'slow' },
  // From the two at once on, if it were not for the calm.
  { ...api(8, 'slow'), times: 99 },
  onEvent('ses:SendRawEmail', 1, 'dies-after'),
  onEvent('ses:SendRawEmail', 4, 'fails-before', 5),
  onEvent('scheduler:CreateSchedule', 1, 'throttled'),
  onEvent('scheduler:CreateSchedule', 2, 'cut-after'),
  ...timersFrom(1, 5, 'late', 2 * minute),
  ...timersFrom(6, 5, 'lost', 0),
  ...timersFrom(11, 5, 'twice', minute),
  ...timersFrom(16, 5, 'early', minute / 2),
  { id: 'again', kind: 'stream', nth: 4, how: 'redelivered' },
  { id: 'held', kind: 'stream', nth: 6, how: 'held-back' },
  { id: 'text twice', kind: 'text', nth: 1, how: 'twice', byMs: 3 * minute },
  { id: 'text late', kind: 'text', nth: 2, how: 'late', byMs: 4 * minute },
  { id: 'skew', kind: 'skew', function: 'api', byMs: 1000 },
];

interface Answer {
  readonly who: number;
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here.
  readonly body: any;
}

/** All that came of the story, without the port that it ran on and the gateway's ids of requests. */
interface Outcome {
  readonly answers: readonly Answer[];
  readonly mails: readonly {
    readonly at: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }[];
  readonly texts: readonly { readonly at: string; readonly direction: string; readonly body: string }[];
  readonly strikes: readonly Strike[];
  /** ms of real time that a look at the slots took. */
  readonly slowness: number;
  /** What was given up. */
  readonly failures: readonly unknown[];
}

/** Five people book one after the other and two at once; then two of them text, a day passes, and the world calms down. */
async function tell(cloud: Cloud): Promise<Outcome> {
  const { clock, aws, hostile, tables, stack, site } = cloud;
  await seedDemo(aws.endpoint.url, tables[0]?.name ?? '', start);
  const answers: Answer[] = [];
  const book = async (who: number, at: string): Promise<void> => {
    const reply = await fetch(`${site}/v1/bookings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `key ${who}` },
      body: JSON.stringify({
        ...{ sessionType: 'live-60', start: at, timeZone: 'America/New_York', companyCode: 'DEMO-2026' },
        attendee: { name: `Person ${who}`, email: `${who}@example.com`, mobile: `+1202555010${who}` },
      }),
    });
    const body = JSON.parse(withoutPort(await reply.text(), site));
    answers.push({ who, status: reply.status, body });
  };
  const bookAndSettle = async (who: number, at: string): Promise<void> => {
    await book(who, at);
    // Long enough for what failed to be tried again.
    await clock.advance(4 * minute);
  };
  const before = performance.now();
  await fetch(`${site}/v1/slots?sessionType=live-60&from=2026-12-03&to=2026-12-03&timeZone=UTC`);
  const slowness = performance.now() - before;
  for (const who of [1, 2, 3]) await bookAndSettle(who, startOf(who));
  // Who gets no answer asks again.
  for (const who of [4, 4, 5, 5]) await bookAndSettle(who, startOf(who));
  await Promise.all([6, 7].map((who) => book(who, `2026-12-04T1${who}:00:00Z`)));
  await clock.moveTo(texted);
  for (const who of [1, 2]) {
    const from = `+1202555010${who}`;
    await aws.sns.publishInbound({ ...inboundTextsOf(stack), from, body: '1', messageId: `text ${who}` });
  }
  await clock.moveTo(calmed);
  hostile?.calm();
  await bookAndSettle(8, '2026-12-04T18:00:00Z');
  const mails = await aws.ses.mailbox();
  return {
    answers: answers.map(({ body, ...rest }) => ({ ...rest, body: { ...body, instance: undefined } })),
    mails: mails.map(({ at, to, subject, text }) => ({ at, to, subject, text: withoutPort(text, site) })),
    texts: aws.carrier.everything().map(({ at, direction, body }) => ({ at, direction, body })),
    strikes: hostile?.strikes() ?? [],
    slowness,
    failures: cloud.queues.list(),
  };
}

const withoutPort = (text: string, site: string): string => text.replaceAll(site, 'https://site.example');

let clouds: readonly Cloud[] = [];
let outcome: Outcome;
let other: Outcome;

beforeAll(async () => {
  const assembly = await (await fetch(`${inject('assemblies')}/fixture-config`)).text();
  const hostile = { seed: 11, faults };
  const options = { port: 0, now: start, assembly, cold: true, hostile, print: () => undefined };
  clouds = await Promise.all([startCloud(options), startCloud(options)]);
  const outcomes = await Promise.all(clouds.map(tell));
  [outcome, other] = outcomes as [Outcome, Outcome];
  // Two clouds on a busy machine take a while.
}, 180_000);
afterAll(() => Promise.all(clouds.map((cloud) => cloud.stop())));

const bookedMails = (who: number) =>
  outcome.mails.filter(({ to, subject }) => to === `${who}@example.com` && subject.startsWith('Booked'));
const struck = (fault: string): Strike[] => outcome.strikes.filter((strike) => strike.fault === fault);
const answersTo = (who: number) => outcome.answers.filter((answer) => answer.who === who);
/** Until when the reminders of a booking came after they were due (ms), and how it was called in the strike. */
const reminded = (how: string) => {
  const [, id] =
    /(bkg_\w+)\.remind-24h/.exec(
      struck(`timer ${how}`)
        .map(({ what }) => what)
        .join(),
    ) ?? [];
  const booking = outcome.answers.find(({ body }) => body.id === id)?.body;
  const due = Date.parse(booking?.start) - 24 * 60 * minute;
  return outcome.mails
    .filter(({ to, subject }) => to === booking?.attendee.email && subject.startsWith('Tomorrow'))
    .map(({ at }) => (Date.parse(at) - due) / minute);
};

it('the same script comes out the same: answers, ids, mails, texts and what struck, in the same order', () => {
  const { slowness: _, ...one } = outcome;
  const { slowness: __, ...two } = other;
  expect(one).toEqual(two);
  expect(one.failures).toEqual([]);
});

describe('a call', () => {
  it('that fails after it took effect is made again by the SDK, and took effect once', () => {
    expect(struck('api fails-after')).toHaveLength(1);
    expect(answersTo(2).map(({ status }) => status)).toEqual([201]);
    expect(bookedMails(2)).toHaveLength(1);
  });

  it('that meets a conflict is decided again', () => {
    expect(struck('api conflict')).toHaveLength(1);
    expect(answersTo(3).map(({ status }) => status)).toEqual([201]);
  });

  it('before which the function dies took no effect: who called it is answered 500', () => {
    expect(struck('api dies-before')).toHaveLength(1);
    expect(answersTo(4).map(({ status }) => status)).toEqual([500, 201]);
    expect(bookedMails(4)).toHaveLength(1);
  });

  it('after which the function dies took effect, though who called it is answered 500', () => {
    expect(struck('api dies-after')).toHaveLength(1);
    const [first, second] = answersTo(5);
    expect([first?.status, second?.status]).toEqual([500, 201]);
    // It was made by the first, four minutes before.
    expect(Date.parse(second?.body.createdAt)).toBe(start + 1000 + 20 * minute);
    expect(bookedMails(5)).toHaveLength(1);
  });

  it('that sends a mail, with the function dead before it could note it, is made again: the mail comes twice', () => {
    expect(struck('ses:SendRawEmail dies-after')).toHaveLength(1);
    expect(bookedMails(1)).toHaveLength(2);
  });

  it('that fails for longer than the SDK tries is made again by the stream', () => {
    expect(struck('ses:SendRawEmail fails-before')).toHaveLength(5);
    expect(new Set(struck('ses:SendRawEmail fails-before').map(({ at }) => at)).size).toBeGreaterThan(1);
    for (const who of [2, 3, 4, 5, 6, 7]) expect(bookedMails(who)).toHaveLength(1);
  });

  it('that is throttled, or whose answer is lost, is made again by the SDK', () => {
    expect(struck('scheduler:CreateSchedule throttled')).toHaveLength(1);
    expect(struck('scheduler:CreateSchedule cut-after')).toHaveLength(1);
  });

  it('that is slow takes a while, and is answered', () => {
    expect(struck('slow')).toHaveLength(1);
    expect(outcome.slowness).toBeGreaterThanOrEqual(100);
  });
});

describe('a timer', () => {
  it('that is late wakes nobody before', () => expect(reminded('late')).toEqual([2]));
  it('that is lost is made good by the sweep', () => {
    const [after = 0, ...more] = reminded('lost');
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThanOrEqual(5);
    expect(more).toEqual([]);
  });
  it('that fires twice does its work once', () => expect(reminded('twice')).toEqual([0]));
  it('that is early does nothing, and the sweep does it in time', () => {
    const [after = 0, ...more] = reminded('early');
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThanOrEqual(5);
    expect(more).toEqual([]);
  });
});

it('a batch comes again, and an item is overtaken by the others', () => {
  expect(struck('again')).toHaveLength(1);
  const [held] = struck('held');
  const [, id] = /BOOKING#(bkg_\w+)/.exec(held?.what ?? '') ?? [];
  const both = [...answersTo(6), ...answersTo(7)].map(({ body }) => body);
  const [first, last] = both.map(({ id: of }) => of).toSorted((a) => (a === id ? 1 : -1));
  expect(last).toBe(id);
  const told = outcome.mails.map(({ text }) => both.find(({ joinUrl }) => text.includes(joinUrl))?.id);
  expect(told.indexOf(first)).toBeLessThan(told.indexOf(last));
});

it('a text comes twice and is answered once, or comes late and is answered late', () => {
  const answered = outcome.texts.filter(({ direction }) => direction === 'out').map(({ at }) => at);
  expect(answered).toEqual([texted, texted + 4 * minute].map((at) => new Date(at).toISOString()));
  expect([...struck('text twice'), ...struck('text late')]).toHaveLength(2);
});

it("a function's clock is off, and right again when all is calm: nothing strikes any more", () => {
  expect(Date.parse(answersTo(1)[0]?.body.createdAt)).toBe(start + 1000);
  expect(answersTo(8)[0]?.body.createdAt).toBe(new Date(calmed).toISOString());
  expect(struck('api slow')).toHaveLength(2);
});
