import * as fc from 'fast-check';
import {
  type Booking,
  isContested,
  isPending,
  type MobileLoss,
  mobileLosses,
} from '../../../lib/domain/booking/booking.ts';
import type { Due, Reply } from '../../../lib/domain/booking/commands.ts';
import type { TimerKind } from '../../../lib/domain/booking/timer.ts';
import type { Catalogue } from '../../../lib/domain/catalogue.ts';
import { catalogue, consultant, everyDay, instant, MINUTE } from '../given.ts';
import type { Done, Model } from './model.ts';

const KINDS: TimerKind[] = ['remind-24h', 'remind-2h', 'check-in', 'close', 'finish', 'expire'];

const asks = [
  'move',
  'cancel',
  'join',
  'withdraw-join',
  'complete',
  'reopen',
  'no-show',
  'excuse',
  'approve',
  'decline',
  'reject-contest',
  'erase',
] as const;
type Asked = (typeof asks)[number];

/** What may happen next. Numbers pick among what there is: the n-th slot offered, the n-th booking. */
export type Action =
  | { readonly do: 'wait'; readonly minutes: number }
  | {
      readonly do: 'book';
      readonly type: number;
      readonly slot: number;
      readonly mobile: boolean;
      readonly lost: MobileLoss | undefined;
      /** How many minutes before the start it must be approved, where it must. */
      readonly decide: number | undefined;
    }
  | { readonly do: 'move'; readonly which: number; readonly slot: number; readonly by: 'link' | 'text' }
  | { readonly do: 'cancel'; readonly which: number }
  | { readonly do: 'contest'; readonly which: number; readonly text: string }
  /** What our staff do, on what they saw of the booking so many events ago. */
  | {
      readonly do: 'desk';
      readonly which: number;
      readonly ask: Asked;
      readonly slot: number;
      readonly lag: number;
      readonly behind: number;
      readonly staffId: string;
    }
  | { readonly do: 'join'; readonly which: number; readonly lag: number }
  | {
      readonly do: 'reply';
      readonly which: number;
      readonly lag: number;
      readonly meaning: Reply['meaning'];
    }
  | { readonly do: 'lose-mobile'; readonly which: number; readonly reason: MobileLoss }
  | { readonly do: 'restore-mobile'; readonly which: number }
  | {
      readonly do: 'text-near-start';
      readonly which: number;
      readonly minute: number;
      readonly meaning: Reply['meaning'];
    }
  /** What our staff note as it begins, and correct some minutes later. */
  | {
      readonly do: 'desk-near-start';
      readonly which: number;
      readonly minute: number;
      readonly notes: 'join' | 'no-show';
      readonly corrects: readonly ('complete' | 'withdraw-join' | 'reopen')[];
      readonly later: number;
    }
  | { readonly do: 'timer'; readonly which: number; readonly kind: TimerKind; readonly behind: number }
  | { readonly do: 'wait-for-timer'; readonly which: number; readonly late: number };

const which = fc.nat(9);
const slot = fc.oneof(fc.nat(12), fc.nat(40));
const lag = fc.constantFrom(0, 0, 0, 1, 5, 12, 30, 60);
const meaning = fc.constantFrom<Reply['meaning']>('coming', 'cannot', 'cannot', 'move', 'unclear', 'help');
const reason = fc.constantFrom(...mobileLosses);

/** One time in four; undefined else. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, arbitrary);
}

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(0.5, 3, 7, 30, 200) }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('book' as const),
      type: fc.nat(2),
      slot,
      mobile: fc.boolean(),
      lost: seldom(reason),
      decide: seldom(fc.constantFrom(10, 60, 240)),
    }),
  },
  fc.record({
    do: fc.constant('move' as const),
    which,
    slot,
    by: fc.constantFrom<'link' | 'text'>('link', 'text'),
  }),
  fc.record({ do: fc.constant('cancel' as const), which }),
  fc.record({
    do: fc.constant('contest' as const),
    which,
    text: fc.constantFrom('I was in the room', 'And my dog'),
  }),
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('desk' as const),
      which,
      ask: fc.constantFrom(...asks, 'approve', 'approve', 'decline', 'reject-contest'),
      slot,
      lag,
      behind: fc.constantFrom(0, 0, 0, 1),
      staffId: fc.constantFrom('per_robin', 'per_robin', 'per_kim'),
    }),
  },
  fc.record({ do: fc.constant('join' as const), which, lag }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('reply' as const),
      which,
      lag,
      meaning,
    }),
  },
  fc.record({ do: fc.constant('lose-mobile' as const), which, reason }),
  fc.record({ do: fc.constant('restore-mobile' as const), which }),
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('text-near-start' as const),
      which,
      minute: fc.constantFrom(-45, -31, -30, -22, -10, -3, 7),
      meaning,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('desk-near-start' as const),
      which,
      minute: fc.constantFrom(-12, 1, 4, 7, 12, 22),
      notes: fc.constantFrom('join' as const, 'join' as const, 'no-show' as const),
      corrects: fc.constantFrom(['withdraw-join'] as const, ['complete', 'reopen'] as const, [] as const),
      later: fc.constantFrom(1, 2, 9, 25),
    }),
  },
  fc.record({ do: fc.constant('timer' as const), which, kind: fc.constantFrom(...KINDS), behind: fc.nat(1) }),
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('wait-for-timer' as const),
      which,
      late: fc.constantFrom(0, 0, 0, 0.7, 4, 12),
    }),
  },
);

export const actions = fc.array(action, { minLength: 5, maxLength: 40, size: 'medium' });

/** Two consultants who work around the clock, so that days are full; policies from strict to reckless. */
export const deployment: fc.Arbitrary<Catalogue> = fc
  .record({
    slotEveryMinutes: fc.constantFrom(15, 30),
    bufferMinutes: fc.constantFrom(0, 15),
    noticeAndLink: fc.constantFrom([70, 65], [6, 5], [1, 0]),
    joinFromMinutes: fc.constantFrom(15, 60),
    long: fc.constantFrom(45, 180),
  })
  .map(
    ({ slotEveryMinutes, bufferMinutes, noticeAndLink: [notice = 70, link = 65], joinFromMinutes, long }) => {
      const hours = everyDay({ from: '00:00', to: '24:00' });
      const type = { name: 'A session', description: 'A session.', fee: 0 };
      return catalogue({
        consultants: [consultant('robin', { hours }), consultant('kim', { hours })],
        sessionTypes: [30, 60, long].map((minutes) => ({ ...type, id: `s-${minutes}`, minutes })),
        policy: {
          offering: { slotEveryMinutes, bufferMinutes, noticeMinutes: notice },
          changes: { linkUntilMinutes: link, textUntilMinutes: Math.min(30, link) },
          start: { joinFromMinutes },
        },
      });
    },
  );

/** The night in which New York's clocks go back. */
export const NIGHT = instant('2026-10-31T20:00');

/** Does an action where there is something to do it to; each thing that is done comes before the next is. */
export function* perform(model: Model, step: Action): Generator<Done> {
  if (step.do === 'desk-near-start') yield* note(model, step);
  else {
    const done = performOne(model, step);
    if (done !== undefined) yield done;
  }
}

function performOne(model: Model, step: Exclude<Action, { do: 'desk-near-start' }>): Done | undefined {
  if (step.do === 'wait') {
    model.now += step.minutes * MINUTE;
    return undefined;
  }
  if (step.do === 'book') return book(model, step);
  const row = rowFor(model, step);
  return row === undefined ? undefined : change(model, row, step);
}

function rowFor(model: Model, step: Exclude<Action, { do: 'wait' | 'book' }>): Booking | undefined {
  const rows = [...model.stories.values()].map(({ row }) => row);
  const likely = rows.filter((row) => isLikely(row, step));
  return pick(likely, step.which) ?? pick(rows, step.which);
}

function pick(rows: readonly Booking[], which: number): Booking | undefined {
  return rows[which % Math.max(1, rows.length)];
}

/** Whether an action that is seldom possible is possible here: lives would hardly meet it by chance. */
function isLikely(row: Booking, step: Exclude<Action, { do: 'wait' | 'book' }>): boolean {
  if (step.which % 3 === 0) return false;
  if (step.do === 'contest') return row.status === 'no_show';
  if (step.do === 'restore-mobile') return row.mobileLost?.reason === 'opted-out';
  if (step.do === 'desk-near-start') return row.status === 'confirmed';
  if (step.do !== 'desk') return false;
  if (step.ask === 'approve' || step.ask === 'decline') return isPending(row);
  return step.ask === 'reject-contest' ? isContested(row) : likelyAtDesk(row, step.ask);
}

function likelyAtDesk({ status, attendance }: Booking, ask: Asked): boolean {
  if (ask === 'reopen') return status === 'completed';
  if (ask === 'withdraw-join' || ask === 'complete')
    return status === 'in_progress' && attendance?.evidence === 'staff';
  return (ask === 'join' || ask === 'no-show') && status === 'confirmed';
}

function book(model: Model, action: Extract<Action, { do: 'book' }>): Done | undefined {
  const { type, slot: n, mobile, lost, decide } = action;
  const offer = model.rules.sessionTypes[type % model.rules.sessionTypes.length];
  if (offer === undefined) return undefined;
  const start = model.offered(offer)[n];
  if (start === undefined) return undefined;
  return model.book(offer, start, {
    mobile,
    lost: mobile ? lost : undefined,
    decideBy: decide === undefined ? undefined : start - decide * MINUTE,
  });
}

type Change = Exclude<Action, { do: 'wait' | 'book' | 'desk-near-start' }>;

function change(model: Model, row: Booking, step: Change): Done | undefined {
  const stamp = model.now - ('lag' in step ? step.lag * MINUTE : 0);
  switch (step.do) {
    case 'move': {
      const start = model.offered({ id: row.sessionType, minutes: row.minutes }, row.id)[step.slot];
      return start === undefined ? undefined : model.move(row, start, { by: step.by });
    }
    case 'desk':
      return desk(model, row, step, stamp);
    case 'cancel':
      return model.execute(row.id, { type: 'cancel', stamp, by: 'link' });
    case 'contest':
      return model.execute(row.id, { type: 'contest', text: step.text });
    case 'join':
      return model.execute(row.id, { type: 'join', stamp, evidence: 'link' });
    case 'reply':
      return model.execute(row.id, text(stamp, model.now, step.meaning));
    case 'lose-mobile':
      return model.execute(row.id, { type: 'lose-mobile', reason: step.reason });
    case 'restore-mobile':
      return model.execute(row.id, { type: 'restore-mobile' });
    case 'text-near-start':
      model.now = Math.max(model.now, row.start + step.minute * MINUTE);
      return model.execute(row.id, text(model.now, model.now, step.meaning));
    case 'timer':
      return model.execute(row.id, { type: 'due', kind: step.kind, version: row.version - step.behind });
    case 'wait-for-timer':
      return fire(model, row, step.late);
  }
}

function desk(
  model: Model,
  row: Booking,
  { ask, slot: n, behind, staffId }: Extract<Action, { do: 'desk' }>,
  stamp: number,
): Done | undefined {
  const asker = { staffId, seen: row.revision - behind };
  const forMember = { by: 'staff', reason: 'Robin is ill', ...asker } as const;
  switch (ask) {
    case 'move': {
      const start = model.offered({ id: row.sessionType, minutes: row.minutes }, row.id)[n];
      return start === undefined ? undefined : model.move(row, start, forMember);
    }
    case 'cancel':
      return model.execute(row.id, { type: 'cancel', stamp: model.now, ...forMember });
    case 'join':
      return model.execute(row.id, { type: 'join', stamp, evidence: 'staff', ...asker });
    case 'withdraw-join':
      return model.execute(row.id, { type: 'withdraw-join', ...asker });
    case 'reopen':
      return model.execute(row.id, { type: 'reopen', ...asker });
    case 'no-show':
      return model.execute(row.id, { type: 'mark-no-show', ...asker });
    case 'complete':
      return model.execute(row.id, { type: 'complete', ...asker });
    case 'excuse':
      return model.execute(row.id, { type: 'excuse', reason: 'The power was out', ...asker });
    case 'approve':
      return model.execute(row.id, { type: 'approve', reason: 'A good customer', ...asker });
    case 'decline':
      return model.execute(row.id, { type: 'decline', reason: 'Robin is ill', ...asker });
    case 'reject-contest':
      return model.execute(row.id, { type: 'reject-contest', reason: 'The room was empty', ...asker });
    case 'erase':
      return model.execute(row.id, { type: 'erase', staffId, tombstone: 'gone_1' });
  }
}

function* note(model: Model, step: Extract<Action, { do: 'desk-near-start' }>): Generator<Done> {
  const row = rowFor(model, step);
  if (row === undefined) return;
  const { minute, notes, corrects, later } = step;
  const staffId = 'per_robin';
  model.now = Math.max(model.now, row.start + minute * MINUTE);
  yield notes === 'join'
    ? model.execute(row.id, { type: 'join', evidence: 'staff', stamp: model.now, staffId })
    : model.execute(row.id, { type: 'mark-no-show', staffId });
  for (const type of corrects) {
    model.now += later * MINUTE;
    yield model.execute(row.id, { type, staffId });
  }
}

function text(stamp: number, now: number, meaning: Reply['meaning']): Reply {
  return { type: 'reply', stamp, messageId: `m${now}`, meaning };
}

/** Moves the clock to a booking's next timer, or past it, and lets it come. */
function fire(model: Model, row: Booking, late: number): Done | undefined {
  const [next] = row.due;
  if (next === undefined) return undefined;
  model.now = Math.max(model.now, next.at + late * MINUTE);
  const command: Due = { type: 'due', kind: next.kind, version: row.version };
  return model.execute(row.id, command);
}
