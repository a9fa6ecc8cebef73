import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import type { BookingCommand } from '../../../lib/domain/booking/commands.ts';
import { decide } from '../../../lib/domain/booking/decide.ts';
import {
  type DeskAction,
  deskActions,
  deskActionsOf,
  latestJoin,
} from '../../../lib/domain/booking/desk-actions.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import {
  approve,
  closed,
  complete,
  contest,
  DAY,
  due,
  erase,
  excuse,
  given,
  join,
  loseMobile,
  markJoined,
  markNoShow,
  pending,
  type Step,
  startPlus,
} from '../given.ts';
import { always } from './always.ts';
import type { Model } from './model.ts';

const asker = { staffId: 'per_sam' };
const forMember = { by: 'staff', reason: 'Robin is ill', ...asker } as const;

/** What our staff would ask for, pressing a button at that instant. */
function asked(
  action: DeskAction,
  row: Booking,
  { now, rules }: Pick<Model, 'now' | 'rules'>,
): BookingCommand {
  switch (action) {
    case 'join': {
      const stamp = latestJoin(row, now, rules.policy) ?? now;
      return { type: 'join', evidence: 'staff', stamp, ...asker };
    }
    case 'no-show':
      return { type: 'mark-no-show', ...asker };
    case 'move': {
      const [start, decideBy] = [Math.max(row.start, now) + DAY, now + DAY / 2];
      return { type: 'reschedule', stamp: now, start, decideBy, consultants: ['kim'], ...forMember };
    }
    case 'cancel':
      return { type: 'cancel', stamp: now, ...forMember };
    case 'excuse':
    case 'decline':
    case 'reject-contest':
      return { type: action, reason: 'The power was out', ...asker };
    case 'approve':
    case 'withdraw-join':
    case 'complete':
    case 'reopen':
      return { type: action, ...asker };
  }
}

function succeeds(
  command: BookingCommand,
  row: Booking,
  { now, rules }: Pick<Model, 'now' | 'rules'>,
): boolean {
  try {
    return decide(row, command, now, rules.policy).length > 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

describe('of what our staff can do to a session,', () => {
  test('whatever happened to it, all that is offered is done, and all that is not is refused or changes nothing', () => {
    always((model) => {
      for (const { row } of model.stories.values()) {
        const offered = deskActionsOf(row, model.now, model.rules.policy);
        const possible = deskActions.filter((action) => succeeds(asked(action, row, model), row, model));
        expect(offered).toEqual(possible);
      }
    });
  });

  test('at the very edges too, all that is offered is done, and nothing else', () => {
    const edges = [0, 1, 14, 15, 16, 59, 60, 61].flatMap((minute) =>
      [-1, 0, 1].map((ms) => startPlus(minute) + ms),
    );
    const before = [-4 * 60, -30, -15].flatMap((minute) => [-1, 0, 1].map((ms) => startPlus(minute) + ms));
    const rows = situations.map(([, row]) => row);
    for (const now of [...before, ...edges])
      for (const row of rows) {
        const at = { now, rules: { policy: standardPolicy } as Model['rules'] };
        const possible = deskActions.filter((action) => succeeds(asked(action, row, at), row, at));
        expect(deskActionsOf(row, now, standardPolicy)).toEqual(possible);
      }
  });
});

const situations: readonly (readonly [string, Booking, minute: number, actions: readonly DeskAction[]])[] = [
  ['pending', given([], pending), -26 * 60, ['approve', 'decline', 'move', 'cancel']],
  ['pending, too late to decide', given([], pending), -3 * 60, ['cancel']],
  ['approved', given([[-26 * 60, approve()]], pending), -25 * 60, ['move', 'cancel']],
  ['upcoming', given(), -60, ['move', 'cancel']],
  ['about to begin', given(), -10, ['join', 'move', 'cancel']],
  ['waiting', given(), 3, ['join', 'no-show', 'move', 'cancel']],
  ['waiting without a number', given([[-60, loseMobile()]]), 3, ['join', 'no-show', 'move', 'cancel']],
  ['asked', given([[5, due('check-in')]]), 6, ['join', 'no-show', 'move', 'cancel']],
  ['joined by link', given([[1, join(1)]]), 6, ['complete', 'move', 'cancel']],
  ['noted as joined', given([[1, markJoined(1)]]), 6, ['withdraw-join', 'complete', 'move', 'cancel']],
  ['joined, its end is past', given([[1, markJoined(1)]]), 61, ['complete']],
  [
    'completed too soon',
    given([
      [1, markJoined(1)],
      [6, complete()],
    ]),
    7,
    ['reopen'],
  ],
  [
    'completed too soon, and over',
    given([
      [1, join(1)],
      [6, complete()],
    ]),
    60,
    [],
  ],
  [
    'completed and forgotten',
    given([
      [1, join(1)],
      [6, complete()],
      [7, erase()],
    ]),
    8,
    [],
  ],
  ['closed', given(closed), 16, ['join', 'excuse']],
  ['closed by staff', given([[2, markNoShow()]]), 16, ['join', 'excuse']],
  ['closed and contested', given([...closed, [20, contest()]]), 21, ['join', 'excuse', 'reject-contest']],
  ['closed and excused', given([...closed, [20, excuse()]]), 21, ['join']],
];

test.each(situations)('%s', (_, row, minute, actions) => {
  expect(deskActionsOf(row, startPlus(minute), standardPolicy).toSorted()).toEqual([...actions].toSorted());
});

test('every action is shown in one of these situations', () => {
  const shown = new Set(situations.flatMap(([, , , actions]) => actions));
  expect([...shown].toSorted()).toEqual([...deskActions].toSorted());
});

describe('the latest instant at which somebody can have joined', () => {
  test.each<[string, readonly Step[], number, number | undefined]>([
    ['is now while the session is open', [], 3, 3],
    ['is just before the close once it was closed', closed, 40, 15 - 1 / 60_000],
    ['is none before the doors open', [], -16, undefined],
    ['is none where somebody has joined', [[1, join(1)]], 3, undefined],
  ])('%s', (_, steps, minute, latest) => {
    const expected = latest === undefined ? undefined : Math.round(startPlus(latest));
    expect(latestJoin(given(steps), startPlus(minute), standardPolicy)).toBe(expected);
  });
});
