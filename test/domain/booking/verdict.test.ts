import { describe, expect, it } from 'vitest';
import {
  type EvidentEvent,
  joinsIn,
  type Message,
  repliesIn,
  versionsIn,
  whoDid,
} from '../../../lib/domain/booking/evidence.ts';
import type { Conclusion, TextFate } from '../../../lib/domain/booking/finding.ts';
import { messageKind } from '../../../lib/domain/booking/message-kind.ts';
import { verdictOf } from '../../../lib/domain/booking/verdict.ts';
import type { Block } from '../../../lib/domain/standing/standing.ts';
import {
  answer,
  approve,
  bookAnHour,
  cancel,
  complete,
  contest,
  DAY,
  decline,
  due,
  excuse,
  join,
  markJoined,
  moveTo,
  pending,
  STAFF,
  START,
  type Step,
  startPlus,
  THREE_DAYS_BEFORE,
  tell,
} from '../given.ts';

const asked: Step = [5, due('check-in')];
const missed: readonly Step[] = [asked, [15, due('close')]];

function story(steps: readonly Step[], changes: Parameters<typeof bookAnHour>[0] = {}) {
  const { booking, events } = tell([[THREE_DAYS_BEFORE, bookAnHour(changes)], ...steps]);
  const evident = events.map(
    (event, index): EvidentEvent => ({
      number: index + 1,
      policy: 'pol_one',
      who: whoDid(event),
      event,
    }),
  );
  return { booking, events: evident };
}

interface More {
  readonly messages?: readonly Message[];
  readonly blocks?: readonly Block[];
  readonly changes?: Parameters<typeof bookAnHour>[0];
}

function verdict(steps: readonly Step[], { messages = [], blocks = [], changes = {} }: More = {}) {
  return verdictOf({ ...story(steps, changes), messages, blocks, noticeMinutes: () => 30 });
}

function text(number: number, more: Partial<Message> = {}): Message {
  return { number, channel: 'text', kind: 'check-in', delivery: {}, ...more };
}

describe('a verdict begins with what it all comes to', () => {
  it.each<[Conclusion, readonly Step[], Parameters<typeof bookAnHour>[0]?]>([
    ['open', []],
    ['open', [[2, join(2)]]],
    [
      'took-place',
      [
        [2, join(2)],
        [60, due('finish')],
      ],
    ],
    ['cancelled', [[-600, cancel(-600)]]],
    ['no-show-counts', missed],
    ['no-show-excused', [...missed, [30, excuse()]]],
    ['took-place', [...missed, [20, join(4)], [60, due('finish')]]],
    ['waits-for-approval', [], pending],
    ['open', [[-1000, approve()]], pending],
    ['declined', [[-1000, decline()]], pending],
    ['expired', [[-240, due('expire')]], pending],
  ])('%s', (conclusion, steps, changes) => {
    expect(verdict(steps, { ...(changes && { changes }) })[0]).toEqual({ is: conclusion });
  });
});

describe('a verdict shows', () => {
  it('each thing that speaks for or against, at the time that counts', () => {
    const start = START + DAY;
    const moved = verdict([
      [-600, moveTo(start, -600)],
      [DAY / 60_000 + 5, due('check-in', 2)],
      [DAY / 60_000 + 15, due('close', 2)],
      [DAY / 60_000 + 20, contest()],
      [DAY / 60_000 + 30, excuse()],
    ]);
    expect(moved).toEqual([
      { is: 'no-show-excused' },
      { is: 'booked', at: startPlus(THREE_DAYS_BEFORE), start: START, free: true },
      { is: 'moved', at: startPlus(-600), by: 'link', from: START, to: start },
      { is: 'asked', at: start + 300_000, fate: 'not-sent' },
      { is: 'no-show', reason: 'absent', at: start + 900_000, start, noticeMinutes: 30 },
      { is: 'contested', at: start + 1_200_000 },
      { is: 'excused', at: start + 1_800_000, staffId: STAFF },
    ]);
  });

  it('late notice at its stamp, not when it arrived, and the warning before it', () => {
    const late: readonly Step[] = [
      [-20, answer(-25, 'cannot')],
      [-9, answer(-10, 'cannot')],
    ];
    expect(verdict(late).slice(2)).toEqual([
      { is: 'warned', at: startPlus(-25), start: START },
      { is: 'no-show', reason: 'late_notice', at: startPlus(-10), start: START, noticeMinutes: 30 },
    ]);
  });

  it.each<[TextFate, Message | undefined]>([
    ['not-sent', undefined],
    ['not-sent', text(2)],
    ['sent', text(2, { sentAt: 1, receipt: 'sms-1' })],
    ['sent', text(2, { sentAt: 1, delivery: { queued: 2, sent: 3 } })],
    ['delivered', text(2, { sentAt: 1, delivery: { sent: 2, delivered: 3 } })],
    ['failed', text(2, { sentAt: 1, delivery: { 'carrier-unreachable': 3 } })],
    ['withheld', text(2, { withheld: 'limit' })],
    ['not-sent', { ...text(2, { sentAt: 1 }), channel: 'mail' }],
  ])('that the question was %s', (fate, message) => {
    const found = verdict([asked], { messages: message === undefined ? [] : [message] });
    expect(found.at(-1)).toEqual({ is: 'asked', at: startPlus(5), fate });
  });

  it('how many reminders were due', () => {
    const reminded = verdict([
      [-24 * 60, due('remind-24h')],
      [-2 * 60, due('remind-2h')],
    ]);
    expect(reminded.at(-1)).toEqual({ is: 'reminded', times: 2 });
  });

  it('the block that the no-show started or led to, and what ended it, and no other block', () => {
    const one = { bookingId: 'bkg_1', start: START, reason: 'absent' } as const;
    const other = { ...one, bookingId: 'bkg_other' };
    const block: Block = { since: 1, until: 9, because: 'no-shows', missed: [other, one] };
    const ruling = { id: 'rul_1', at: 4, by: STAFF, reason: '' } as const;
    const paid: Block = {
      ...block,
      missed: [one, other],
      endedBy: { ...ruling, kind: 'reinstated', amount: 100, currency: 'USD' },
    };
    const lifted: Block = { ...block, endedBy: { ...ruling, kind: 'lifted' } };
    const blocks = [block, paid, lifted, { ...block, missed: [other] }];
    expect(verdict(missed, { blocks }).slice(-3)).toEqual([
      { is: 'block-started', since: 1, until: 9 },
      { is: 'block-shared', since: 1, until: 9, ended: { at: 4, by: 'payment' } },
      { is: 'block-started', since: 1, until: 9, ended: { at: 4, by: 'staff' } },
    ]);
  });
});

describe('evidence', () => {
  it('names who did each thing', () => {
    const moved = story([[-600, moveTo(START + DAY, -600)]]);
    expect(moved.events.map(({ who }) => who.who)).toEqual(['attendee', 'attendee']);
    const joined = story([
      [1, markJoined(1)],
      [30, complete()],
    ]);
    expect(joined.events.slice(1).map(({ who }) => who)).toEqual([
      { who: 'staff', staffId: STAFF },
      { who: 'staff', staffId: STAFF },
    ]);
    expect(
      story(missed)
        .events.slice(1)
        .map(({ who }) => who.who),
    ).toEqual(['showup', 'showup']);
  });

  it('tells each text from the attendee once, with its stamp and what it meant', () => {
    const { events } = story([...missed, [16, answer(7)]]);
    expect(events.at(-1)?.event.type).toBe('no-show-reversed');
    expect(repliesIn(events)).toEqual([
      { number: 4, stamp: startPlus(7), at: startPlus(16), messageId: 'm7', understood: 'coming' },
    ]);
    const unclear = story([[-100, answer(-100, 'unclear')]]);
    expect(repliesIn(unclear.events)[0]).not.toHaveProperty('understood');
    const cannot = story([[-600, answer(-600, 'cannot')]]);
    expect(repliesIn(cannot.events)).toMatchObject([{ understood: 'cannot', stamp: startPlus(-600) }]);
  });

  it('tells each join, by whose word', () => {
    expect(joinsIn(story([[2, join(2)]]).events)).toEqual([
      { number: 2, stamp: startPlus(2), evidence: 'link', by: { who: 'attendee' } },
    ]);
  });

  it('tells each version of the policy once, with what was decided by it', () => {
    const { events } = story(missed);
    const [first, ...rest] = events.map((event, index) => ({
      ...event,
      policy: index === 0 ? 'pol_old' : 'pol_new',
    }));
    if (first === undefined) throw new Error('nothing happened');
    expect(versionsIn([first, ...rest])).toEqual([
      { version: 'pol_old', events: [1] },
      { version: 'pol_new', events: [2, 3] },
    ]);
  });

  it('says of each message what it was, by the event that led to it', () => {
    const kinds = (steps: readonly Step[], changes = {}) =>
      story(steps, changes).events.map(({ event }) => [
        messageKind(event, 'mail'),
        messageKind(event, 'text'),
      ]);
    expect(kinds(missed).map(([mail]) => mail)[0]).toBe('confirmed');
    expect(kinds([], pending)[0]?.[0]).toBe('requested');
    expect(kinds(missed).at(-1)).toEqual(['no-show', 'closed']);
    expect(kinds(missed)[1]?.[1]).toBe('check-in');
    const given = kinds([
      [-20, answer(-25, 'cannot')],
      [-9, answer(-10, 'cannot')],
    ]);
    expect(given.slice(1).map(([, sms]) => sms)).toEqual(['late-notice-warning', 'given-up']);
    const [booked] = story([]).events;
    if (booked === undefined) throw new Error('nothing happened');
    expect(messageKind(booked.event, 'strike.per_1')).toBe('strike');
  });
});
