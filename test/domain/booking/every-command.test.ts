import { describe, expect, test } from 'vitest';
import type { Book, BookingCommand } from '../../../lib/domain/booking/commands.ts';
import { decide } from '../../../lib/domain/booking/decide.ts';
import { evolve, fold } from '../../../lib/domain/booking/evolve.ts';
import { standardPolicy } from '../../../lib/domain/policy.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import {
  answer,
  approve,
  bookAnHour,
  cancel,
  cancelFor,
  closed,
  complete,
  contest,
  DAY,
  DECIDE_BY,
  decline,
  due,
  erase,
  excuse,
  given,
  join,
  loseMobile,
  MINUTE,
  markJoined,
  moveFor,
  moveTo,
  pending,
  rejectContest,
  restoreMobile,
  START,
  type Step,
  startPlus,
  when,
} from '../given.ts';

const NEXT_DAY = START + DAY;
const decideBy = NEXT_DAY + DECIDE_BY * MINUTE;

/** The commands, each made and stamped in the same minute. */
const commands = {
  book: () => bookAnHour(),
  reschedule: (minute: number) => ({ ...moveTo(NEXT_DAY, minute), decideBy }),
  'reschedule by staff': (minute: number) => ({ ...moveFor(NEXT_DAY, minute), decideBy }),
  cancel,
  'cancel by staff': (minute: number) => cancelFor(minute),
  join: (minute: number) => join(minute),
  'join by staff': (minute: number) => markJoined(minute),
  complete: () => complete(),
  excuse: () => excuse(),
  approve: () => approve(),
  decline: () => decline(),
  contest: () => contest(),
  'reject-contest': () => rejectContest(),
  erase: () => erase(),
  'reply 1': (minute: number) => answer(minute),
  'reply 2': (minute: number) => answer(minute, 'cannot'),
  'reply 3': (minute: number) => answer(minute, 'move'),
  'reply help': (minute: number) => answer(minute, 'help'),
  'reply ?': (minute: number) => answer(minute, 'unclear'),
  'lose-mobile': () => loseMobile(),
  'restore-mobile': () => restoreMobile,
  'due remind-24h': () => due('remind-24h'),
  'due check-in': () => due('check-in'),
  'due close': () => due('close'),
  'due finish': () => due('finish'),
  'due expire': () => due('expire'),
} satisfies Record<string, (minute: number) => BookingCommand>;

type Name = keyof typeof commands;

interface Situation {
  readonly status: string;
  readonly steps: readonly Step[];
  readonly booked?: Partial<Book>;
  readonly minute: number;
  /** What happens, or the code of the refusal; a command that isn't named makes nothing happen. */
  readonly happens: Partial<Record<Name, string>>;
}

const dayBefore = -26 * 60;
const keptOpen: Step = [6, answer(6)];
const undisputed = { contest: 'not-a-no-show', 'reject-contest': 'not-contested' };
const undecidable = { approve: 'not-pending', decline: 'not-pending' };
const over = {
  ...undisputed,
  ...undecidable,
  erase: 'attendee-erased',
  reschedule: 'already-over',
  'reschedule by staff': 'already-over',
  cancel: 'already-over',
  'cancel by staff': 'already-over',
  join: 'already-over',
  complete: 'already-over',
  excuse: 'not-a-no-show',
};
/** What staff can do as long as the session isn't over. */
const open = {
  ...undisputed,
  ...undecidable,
  erase: 'open-sessions',
  'reschedule by staff': 'rescheduled',
  'cancel by staff': 'cancelled',
  complete: 'nobody-joined',
  excuse: 'not-a-no-show',
};
const ended = { 'reschedule by staff': 'outside-change-window', 'cancel by staff': 'outside-change-window' };
const notes = { 'reply help': 'reply-noted help', 'reply ?': 'reply-noted unclear' };
const tooLate = {
  'reply 1': 'reply-noted too-late',
  'reply 2': 'reply-noted too-late',
  'reply 3': 'reply-noted too-late',
  ...notes,
};
const early = {
  ...open,
  'reply 1': 'reply-noted expected',
  'reply 2': 'cancelled',
  'reply 3': 'reply-noted move-link',
  ...notes,
  'lose-mobile': 'mobile-lost',
};
const late = {
  ...open,
  reschedule: 'outside-change-window',
  cancel: 'outside-change-window',
  'reply 3': 'reply-noted move-too-late',
  ...notes,
  'lose-mobile': 'mobile-lost',
};
const waiting = {
  ...open,
  reschedule: 'rescheduled',
  cancel: 'cancelled',
  join: 'outside-join-window',
  approve: 'approved',
  decline: 'declined',
  'lose-mobile': 'mobile-lost',
};
/** A no-show that can still be taken back, as long as its session would last. */
const missed = {
  ...over,
  ...tooLate,
  excuse: 'no-show-excused',
  contest: 'no-show-contested',
  erase: 'open-sessions',
};
const reminded: Step = [-24 * 60, due('remind-24h')];
const asked: Step = [5, due('check-in')];

const situations: Record<string, Situation> = {
  'confirmed, the day before': {
    status: 'confirmed',
    steps: [],
    minute: dayBefore,
    happens: { ...early, reschedule: 'rescheduled', cancel: 'cancelled', join: 'outside-join-window' },
  },
  'confirmed, when the first reminder is due': {
    status: 'confirmed',
    steps: [],
    minute: -24 * 60,
    happens: {
      ...early,
      reschedule: 'rescheduled',
      cancel: 'cancelled',
      join: 'outside-join-window',
      'due remind-24h': 'reminder-due',
    },
  },
  'confirmed, an hour before': {
    status: 'confirmed',
    steps: [reminded],
    minute: -60,
    happens: {
      ...early,
      reschedule: 'outside-change-window',
      cancel: 'outside-change-window',
      join: 'outside-join-window',
    },
  },
  'confirmed, 30 minutes before': {
    status: 'confirmed',
    steps: [reminded],
    minute: -30,
    happens: {
      ...late,
      join: 'outside-join-window',
      'reply 1': 'reply-noted expected',
      'reply 2': 'late-notice-warned',
    },
  },
  'confirmed and warned, 20 minutes before': {
    status: 'confirmed',
    steps: [reminded, [-25, answer(-25, 'cannot')]],
    minute: -20,
    happens: {
      ...late,
      join: 'outside-join-window',
      'reply 1': 'reply-noted expected',
      'reply 2': 'no-show-recorded',
    },
  },
  'confirmed, at the check-in': {
    status: 'confirmed',
    steps: [reminded],
    minute: 5,
    happens: {
      ...late,
      join: 'attendee-joined',
      'reply 1': 'check-in-answered',
      'reply 2': 'late-notice-warned',
      'due check-in': 'check-in-asked',
    },
  },
  'confirmed and asked': {
    status: 'confirmed',
    steps: [reminded, asked],
    minute: 5,
    happens: {
      ...late,
      join: 'attendee-joined',
      'reply 1': 'check-in-answered',
      'reply 2': 'no-show-recorded',
    },
  },
  'confirmed and asked, at the close': {
    status: 'confirmed',
    steps: [reminded, asked],
    minute: 15,
    happens: { ...late, ...tooLate, join: 'already-over', 'due close': 'no-show-recorded' },
  },
  'opted out, an hour before': {
    status: 'confirmed',
    steps: [reminded, [-120, loseMobile()]],
    minute: -60,
    happens: {
      ...early,
      reschedule: 'outside-change-window',
      cancel: 'outside-change-window',
      join: 'outside-join-window',
      'lose-mobile': '',
      'restore-mobile': 'mobile-restored',
    },
  },
  'opted out, at its close': {
    status: 'confirmed',
    steps: [reminded, [-120, loseMobile()]],
    minute: 10,
    happens: {
      ...late,
      ...tooLate,
      join: 'already-over',
      'lose-mobile': '',
      'due close': 'no-show-recorded',
    },
  },
  'refused, an hour before': {
    status: 'confirmed',
    steps: [reminded, [-120, loseMobile('refused')]],
    minute: -60,
    happens: {
      ...early,
      reschedule: 'outside-change-window',
      cancel: 'outside-change-window',
      join: 'outside-join-window',
      'lose-mobile': '',
    },
  },
  'kept open': {
    status: 'confirmed',
    steps: [reminded, asked, keptOpen],
    minute: 20,
    happens: {
      ...late,
      join: 'attendee-joined',
      'reply 1': 'reply-noted silence',
      'reply 2': 'no-show-recorded',
    },
  },
  'kept open, at the end': {
    status: 'confirmed',
    steps: [reminded, keptOpen],
    minute: 60,
    happens: { ...late, ...ended, ...tooLate, join: 'already-over', 'due finish': 'no-show-recorded' },
  },
  'in progress': {
    status: 'in_progress',
    steps: [reminded, [3, join(3)]],
    minute: 20,
    happens: {
      ...late,
      complete: 'completed',
      'reply 1': 'reply-noted silence',
      'reply 2': 'reply-noted joined',
      'reply 3': 'reply-noted joined',
    },
  },
  'in progress, at the end': {
    status: 'in_progress',
    steps: [reminded, [3, join(3)]],
    minute: 60,
    happens: { ...late, ...ended, ...tooLate, complete: 'completed', 'due finish': 'completed' },
  },
  completed: {
    status: 'completed',
    steps: [
      [3, join(3)],
      [60, due('finish')],
    ],
    minute: 61,
    happens: { ...over, ...tooLate, complete: '' },
  },
  cancelled: {
    status: 'cancelled',
    steps: [[dayBefore, cancel(dayBefore)]],
    minute: -24 * 60,
    happens: { ...over, ...tooLate, cancel: '' },
  },
  'cancelled by text': {
    status: 'cancelled',
    steps: [[-40, answer(-40, 'cannot')]],
    minute: -35,
    happens: { ...over, ...tooLate, cancel: '' },
  },
  'cancelled by staff': {
    status: 'cancelled',
    steps: [[-20, cancelFor(-20)]],
    minute: -10,
    happens: { ...over, ...tooLate, cancel: '', 'cancel by staff': '' },
  },
  'completed by staff': {
    status: 'completed',
    steps: [
      [3, markJoined(3)],
      [20, complete()],
    ],
    minute: 21,
    happens: { ...over, ...tooLate, complete: '' },
  },
  'closed as a no-show': {
    status: 'no_show',
    steps: closed,
    minute: 16,
    happens: missed,
  },
  'a no-show by late notice': {
    status: 'no_show',
    steps: [asked, [7, answer(7, 'cannot')]],
    minute: 8,
    happens: missed,
  },
  'a no-show that had been kept open': {
    status: 'no_show',
    steps: [keptOpen, [60, due('finish')]],
    minute: 61,
    happens: { ...missed, erase: 'attendee-erased' },
  },
  'a no-show that is excused': {
    status: 'no_show',
    steps: [...closed, [30, excuse()]],
    minute: 31,
    happens: { ...missed, excuse: '', contest: 'changed-meanwhile' },
  },
  'a no-show that is contested': {
    status: 'no_show',
    steps: [...closed, [30, contest()]],
    minute: 31,
    happens: { ...missed, contest: '', 'reject-contest': 'contest-rejected' },
  },
  'a no-show that was contested in vain': {
    status: 'no_show',
    steps: [...closed, [30, contest()], [40, rejectContest()]],
    minute: 41,
    happens: { ...missed, contest: '', 'reject-contest': '' },
  },
  'a no-show that was contested, and excused': {
    status: 'no_show',
    steps: [...closed, [30, contest()], [40, excuse()]],
    minute: 60,
    happens: {
      ...missed,
      contest: '',
      excuse: '',
      'reject-contest': 'changed-meanwhile',
      erase: 'attendee-erased',
    },
  },
  pending: { status: 'pending', booked: pending, steps: [], minute: dayBefore, happens: waiting },
  'pending and opted out': {
    status: 'pending',
    booked: pending,
    steps: [[dayBefore, loseMobile()]],
    minute: dayBefore,
    happens: { ...waiting, 'lose-mobile': '', 'restore-mobile': 'mobile-restored' },
  },
  'pending, when nobody is left the time to decide': {
    status: 'pending',
    booked: pending,
    steps: [],
    minute: DECIDE_BY,
    happens: {
      ...waiting,
      ...undecidable,
      reschedule: 'already-over',
      'reschedule by staff': 'already-over',
      'due expire': 'approval-expired',
    },
  },
  'approved, the day before': {
    status: 'confirmed',
    booked: pending,
    steps: [[dayBefore, approve()]],
    minute: dayBefore,
    happens: {
      ...early,
      reschedule: 'rescheduled',
      cancel: 'cancelled',
      join: 'outside-join-window',
      approve: '',
    },
  },
  declined: {
    status: 'cancelled',
    booked: pending,
    steps: [[dayBefore, decline()]],
    minute: dayBefore,
    happens: { ...over, cancel: '', 'cancel by staff': '', decline: '' },
  },
  expired: {
    status: 'cancelled',
    booked: pending,
    steps: [[DECIDE_BY, due('expire')]],
    minute: DECIDE_BY,
    happens: { ...over, cancel: '' },
  },
  'pending and cancelled': {
    status: 'cancelled',
    booked: pending,
    steps: [[dayBefore, cancel(dayBefore)]],
    minute: dayBefore,
    happens: { ...over, cancel: '' },
  },
  'completed, by somebody who was erased': {
    status: 'completed',
    steps: [
      [3, join(3)],
      [60, due('finish')],
      [61, erase()],
    ],
    minute: 61,
    happens: { ...over, ...tooLate, complete: '', erase: '' },
  },
  'a no-show of somebody who was erased': {
    status: 'no_show',
    steps: [...closed, [50, contest()], [60, erase()]],
    minute: 61,
    happens: { ...missed, contest: 'changed-meanwhile', erase: '' },
  },
};

const table = Object.entries(situations).flatMap(([name, situation]) =>
  (Object.keys(commands) as Name[]).map((command) => ({ name, command, ...situation })),
);

function outcomeOf({ steps, booked, minute }: Situation, command: Name): string {
  try {
    const { events } = when(given(steps, booked), [minute, commands[command](minute)]);
    return events
      .map((event) =>
        event.type === 'reply-noted' ? `${event.type} ${event.answer ?? 'silence'}` : event.type,
      )
      .join();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('a booking', () => {
  test.each(table)('$name: $command', ({ command, ...situation }) => {
    expect(given(situation.steps, situation.booked).status).toBe(situation.status);
    // Whoever's word it is, a join is a join.
    const expected = command === 'join by staff' ? 'join' : command;
    expect(outcomeOf(situation, command)).toBe(situation.happens[expected] ?? '');
  });

  test('is needed for every command but the one that makes it', () => {
    expect(() => decide(undefined, join(0), START, standardPolicy)).toThrow('join needs a booking');
  });

  test('begins with being booked', () => {
    expect(() => evolve(undefined, { type: 'completed', at: START })).toThrow("can't begin with completed");
    expect(() => fold([])).toThrow('at least one event');
  });

  test('is refused with its status when it is over', () => {
    const cancelled = given([[dayBefore, cancel(dayBefore)]]);
    expect(() =>
      decide(cancelled, moveTo(NEXT_DAY, dayBefore), startPlus(dayBefore), standardPolicy),
    ).toThrow(expect.objectContaining({ code: 'already-over', facts: { bookingStatus: 'cancelled' } }));
  });
});
