import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import { type DeskState, deskStateOf, deskStates } from '../../../lib/domain/booking/desk-state.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import {
  answer,
  cancelFor,
  closed,
  complete,
  due,
  excuse,
  given,
  join,
  loseMobile,
  MINUTE,
  markJoined,
  markNoShow,
  pending,
  startPlus,
  when,
  withdrawJoin,
  withoutMobile,
} from '../given.ts';
import { always } from './always.ts';

/** In minutes after the start. */
const asked = given([[5, due('check-in')]]);

const table: readonly [string, Booking, minute: number, DeskState, closes?: number][] = [
  ['before it is approved', given([], pending), -60, 'pending'],
  ['before the start', given(), -0.1, 'upcoming'],
  ['from the start on, until its close', given(), 0, 'waiting', 15],
  ['without a number, until an earlier close', given([], withoutMobile), 3, 'waiting', 10],
  ['whose number was lost', given([[-60, loseMobile()]]), 3, 'waiting', 10],
  ['once the question has gone out', asked, 6, 'asked', 15],
  ['asked late, until a later close', given([[12, due('check-in')]]), 13, 'asked', 22],
  ['kept open', when(asked, [8, answer(8)]).booking, 20, 'answered'],
  ['kept open before it began', given([[-5, answer(-5)]]), -1, 'answered'],
  ['once somebody has joined', given([[1, join(1)]]), 6, 'joined'],
  [
    'whose join was taken back, before the question',
    given([
      [1, markJoined(1)],
      [2, withdrawJoin()],
    ]),
    3,
    'waiting',
    15,
  ],
  [
    'that was done early',
    given([
      [1, markJoined(1)],
      [9, complete()],
    ]),
    10,
    'completed',
  ],
  ['that was cancelled', given([[1, cancelFor(1)]]), 2, 'cancelled'],
  ['that was closed', given(closed), 16, 'no_show'],
  ['that our staff closed', given([[2, markNoShow()]]), 3, 'no_show'],
  ['that doesn’t count', given([...closed, [20, excuse()]]), 21, 'excused'],
];

describe('where a session stands', () => {
  test.each(table)('%s', (_, booking, minute, state, closes) => {
    const closesAt = closes === undefined ? {} : { closesAt: startPlus(closes) };
    expect(deskStateOf(booking, startPlus(minute), standardPolicy)).toEqual({ state, ...closesAt });
  });

  test('has a case for every state', () => {
    expect(new Set(table.map(([, , , state]) => state))).toEqual(new Set(deskStates));
  });

  test('whatever happened to it, a countdown ends when its timer is due', () => {
    always((model) => {
      for (const { row } of model.stories.values()) {
        const { state, closesAt } = deskStateOf(row, model.now, model.rules.policy);
        const close = row.due.find(({ kind }) => kind === 'close')?.at;
        if (state === 'waiting' || state === 'asked') expect(closesAt).toBe(close ?? closesAt);
        else expect(closesAt).toBeUndefined();
        if (closesAt !== undefined) expect(closesAt).toBeLessThanOrEqual(row.end + 60 * MINUTE);
      }
    });
  });
});
