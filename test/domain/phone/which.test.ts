import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import type { Phone } from '../../../lib/domain/phone/phone.ts';
import { bookingMeant, type Said } from '../../../lib/domain/phone/which.ts';
import {
  answer,
  approve,
  bookAnHour,
  cancel,
  closed,
  DAY,
  decline,
  due,
  join,
  MINUTE,
  MOBILE,
  moveTo,
  pending,
  START,
  type Step,
  startPlus,
  THREE_DAYS_BEFORE,
  tell,
} from '../given.ts';
import { incoming, OTHER_MOBILE, session, threads } from './phones.ts';

const MILLISECOND = 1 / MINUTE;
const one: Said = { meaning: 'coming', choice: 1 };
const two: Said = { meaning: 'cannot', choice: 2 };
const three: Said = { meaning: 'move', choice: 3 };
const unclear: Said = { meaning: 'unclear' };
const help: Said = { meaning: 'help' };

const today = session('today');
const thursday = session('thursday', [], { start: START + 2 * DAY });
const friday = session('friday', [], { start: START + 3 * DAY });

/** What a text means, in a word: the booking and what is said of it, or what is asked. */
function meant(reply: Said, minute: number, known: readonly Booking[], changes: Partial<Phone> = {}): string {
  const what = bookingMeant(incoming(reply, minute, known, changes));
  if ('ask' in what) {
    const over = what.over === undefined ? '' : `, ${what.over.id} is over`;
    return `${what.ask}? ${what.options.map(({ id }) => id).join()}${over}`;
  }
  return what.about === 'nothing' ? 'nothing' : `${what.about.id}: ${what.meaning}`;
}

describe('a text means the booking that the number was last texted about', () => {
  test('among several that are open, when the text was sent', () => {
    const texted = threads(['thursday', -300], ['today', -100]);
    expect(meant(two, -50, [today, thursday], texted)).toBe('today: cannot');
    expect(meant(two, -100, [today, thursday], texted)).toBe('today: cannot');
    expect(meant(two, -100 - MILLISECOND, [today, thursday], texted)).toBe('thursday: cannot');
    expect(meant(unclear, -50, [today, thursday], texted)).toBe('today: unclear');
    expect(meant(help, -50, [today, thursday], texted)).toBe('today: help');
  });

  test('also one that has closed since, if it was open when the text was sent', () => {
    const absent = session('today', closed);
    expect(meant(one, 14, [absent, thursday], threads(['today', 5]))).toBe('today: coming');
    expect(meant(two, 14, [absent, thursday], threads(['today', 5]))).toBe('today: cannot');
    const cancelled = session('today', [[-100, cancel(-100)]]);
    expect(meant(two, -101, [cancelled, thursday], threads(['today', -200]))).toBe('today: cannot');
    expect(meant(two, -100, [cancelled, thursday], threads(['today', -200]))).not.toBe('today: cannot');
    const completed = session('today', [
      [3, join(3)],
      [61, due('finish')],
    ]);
    expect(meant(two, 60 - MILLISECOND, [completed, thursday], threads(['today', 5]))).toBe('today: cannot');
    expect(meant(two, 60, [completed, thursday], threads(['today', 5]))).toBe(
      'cannot? thursday, today is over',
    );
  });

  test('never one of another number', () => {
    const theirs = session('theirs', [], { mobile: OTHER_MOBILE });
    expect(meant(two, -50, [theirs], threads(['theirs', -100]))).toBe('nothing');
    expect(meant(two, -50, [theirs, today], threads(['theirs', -100]))).toBe('today: cannot');
  });
});

describe('just texted about a session that is over,', () => {
  const absent = session('today', closed);
  const texted = threads(['today', 15]);

  test('whoever says anything but 2 or 3 hears what is true of it', () => {
    for (const said of [one, unclear, help]) {
      expect(meant(said, 20, [absent, thursday], texted)).toBe(`today: ${said.meaning}`);
    }
  });

  test('whoever says 2 or 3 is asked whether another is meant, where there is one', () => {
    expect(meant(two, 20, [absent, thursday], texted)).toBe('cannot? thursday, today is over');
    expect(meant(three, 20, [absent, friday, thursday], texted)).toBe('move? thursday,friday, today is over');
    expect(meant(two, 20, [absent], texted)).toBe('today: cannot');
  });

  test('for two hours: from then on the only open one is meant', () => {
    expect(meant(two, 135 - MILLISECOND, [absent, thursday], texted)).toBe('cannot? thursday, today is over');
    expect(meant(two, 135, [absent, thursday], texted)).toBe('thursday: cannot');
    expect(meant(one, 135, [absent, thursday], texted)).toBe('thursday: coming');
  });
});

describe('a text of a number that was not texted lately', () => {
  test('means the only open booking', () => {
    expect(meant(two, -50, [today])).toBe('today: cannot');
    expect(meant(unclear, -50, [today])).toBe('today: unclear');
  });

  test('asks which, where several are open, the soonest first and four at the most', () => {
    const more = [4, 5, 6].map((days) => session(`day ${days}`, [], { start: START + days * DAY }));
    expect(meant(two, -50, [thursday, today])).toBe('cannot? today,thursday');
    expect(meant(one, -50, [thursday, today])).toBe('coming? today,thursday');
    expect(meant(three, -50, [...more, friday, thursday, today])).toBe('move? today,thursday,friday,day 4');
  });

  test('means none of several that are open, where it says nothing of a session', () => {
    expect(meant(unclear, -50, [today, thursday])).toBe('nothing');
    expect(meant(help, -50, [today, thursday])).toBe('nothing');
  });

  test('never means what was booked after it was sent', () => {
    expect(meant(two, -3 * 24 * 60 - MILLISECOND, [today])).toBe('nothing');
    expect(meant(two, -3 * 24 * 60, [today])).toBe('today: cannot');
  });

  test('never means what was over by then, and asks between what was open then and has closed since', () => {
    const absent = session('today', closed);
    expect(meant(two, 20, [absent, thursday])).toBe('thursday: cannot');
    expect(meant(two, -40, [absent, thursday])).toBe('cannot? today,thursday');
    expect(meant(two, -40, [absent])).toBe('today: cannot');
  });

  test('never means one of another number', () => {
    expect(meant(two, -50, [session('theirs', [], { mobile: OTHER_MOBILE })])).toBe('nothing');
  });

  test('means the last one where nothing is open, for 30 days, and then nothing', () => {
    const absent = session('today', closed);
    const texted = threads(['today', 15]);
    const month = 15 + 30 * 24 * 60;
    expect(meant(one, month - MILLISECOND, [absent], texted)).toBe('today: coming');
    expect(meant(two, 300, [absent], texted)).toBe('today: cannot');
    expect(meant(one, month, [absent], texted)).toBe('nothing');
    expect(meant(one, 300, [])).toBe('nothing');
  });
});

describe('an answer to our question', () => {
  const question = { askedAt: startPlus(-100), intent: 'cannot', options: ['today', 'thursday'] } as const;
  const asked = { question };

  test('means the booking with that number in the list, and what was asked of it', () => {
    expect(meant({ meaning: 'coming', choice: 1 }, -90, [today, thursday], asked)).toBe('today: cannot');
    expect(meant({ meaning: 'cannot', choice: 2 }, -90, [today, thursday], asked)).toBe('thursday: cannot');
    expect(meant({ meaning: 'unclear', choice: 2 }, -90, [today, thursday], asked)).toBe('thursday: cannot');
  });

  test('counts for four hours, and not before it was asked', () => {
    const open = [today, thursday];
    const unasked = 'coming? today,thursday';
    expect(meant(one, -100, open, asked)).toBe('today: cannot');
    expect(meant(one, -100 - MILLISECOND, open, asked)).toBe(unasked);
    expect(meant(one, -100 + 4 * 60 - MILLISECOND, [today, thursday], asked)).toBe('today: cannot');
    expect(meant(one, -100 + 4 * 60, [today, thursday], asked)).toBe(unasked);
  });

  test('that is not in the list is a text like any other', () => {
    expect(meant(three, -90, [today, thursday], asked)).toBe('move? today,thursday');
    expect(meant({ meaning: 'cannot' }, -90, [today, thursday], asked)).toBe('cannot? today,thursday');
    expect(meant({ meaning: 'coming' }, -90, [today, thursday], asked)).toBe('coming? today,thursday');
  });

  test('may be a plain yes, where only one was listed', () => {
    const only = { question: { ...question, options: ['thursday'] }, ...threads(['today', -110]) };
    const gone = session('today', [[-120, cancel(-120)]]);
    expect(meant({ meaning: 'coming' }, -90, [gone, thursday], only)).toBe('thursday: cannot');
    expect(meant(one, -90, [gone, thursday], only)).toBe('thursday: cannot');
    expect(meant({ meaning: 'cannot' }, -90, [gone, thursday], only)).toBe('cannot? thursday, today is over');
    expect(meant(two, -90, [gone, thursday], only)).toBe('cannot? thursday, today is over');
  });

  test('comes before the booking that the number was last texted about', () => {
    const both = { ...asked, ...threads(['today', -200]) };
    expect(meant(two, -90, [today, thursday], both)).toBe('thursday: cannot');
  });

  test('about a booking that is over by now is about that one, never another', () => {
    const cancelled = session('today', [[-95, cancel(-95)]]);
    expect(meant(one, -90, [cancelled, thursday], asked)).toBe('today: cannot');
  });

  test('never means a booking of another number, nor one that is not there', () => {
    const theirs = session('today', [], { mobile: OTHER_MOBILE });
    expect(meant(one, -90, [theirs, thursday], asked)).toBe('thursday: coming');
    expect(meant(one, -90, [thursday], asked)).toBe('thursday: coming');
  });
});

test('a booking that was moved is the same booking', () => {
  const moved = session('today', [[-100, moveTo(START + DAY, -100)]]);
  expect(meant(two, -50, [moved, thursday], threads(['today', -200]))).toBe('today: cannot');
  expect(moved.attendee.mobile).toBe(MOBILE);
  expect(
    meant(one, 6, [
      session('today', [
        [5, due('check-in')],
        [6, answer(6)],
      ]),
    ]),
  ).toBe('today: coming');
});

describe('a text means no session that isn’t agreed on', () => {
  const asked: Step = [THREE_DAYS_BEFORE, bookAnHour({ ...pending, bookingId: 'today' })];
  const waiting = tell([asked]).booking;
  const approved = tell([asked, [-1000, approve()]]).booking;

  test('as if it weren’t there, whatever is said and asked', () => {
    for (const reply of [one, two, three, unclear, help]) {
      expect(meant(reply, -2000, [waiting])).toBe('nothing');
      expect(meant(reply, -2000, [waiting, friday])).toBe(`friday: ${reply.meaning}`);
    }
    const ends: Step[] = [
      [-2000, decline()],
      [-240, due('expire')],
    ];
    for (const end of ends) {
      const over = tell([asked, end]).booking;
      expect(meant(two, -2001, [over])).toBe('nothing');
    }
  });

  test('and means it from the moment on that it was approved, by when the text was sent', () => {
    expect(meant(two, -1000, [approved])).toBe('today: cannot');
    expect(meant(two, -1000 - MILLISECOND, [approved])).toBe('nothing');
    expect(meant(two, -1000, [approved, friday])).toBe('cannot? today,friday');
    expect(meant(two, -1000 - MILLISECOND, [approved, friday])).toBe('friday: cannot');
  });
});
