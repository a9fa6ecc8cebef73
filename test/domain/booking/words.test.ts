import { describe, expect, test } from 'vitest';
import type { Booking } from '../../../lib/domain/booking/booking.ts';
import type { BookingEvent } from '../../../lib/domain/booking/events.ts';
import { fold } from '../../../lib/domain/booking/evolve.ts';
import { withoutWords, withWords } from '../../../lib/domain/booking/words.ts';
import {
  approve,
  bookAnHour,
  cancel,
  cancelFor,
  closed,
  contest,
  DAY,
  decline,
  erase,
  excuse,
  loseMobile,
  moveFor,
  pending,
  rejectContest,
  START,
  type Step,
  THREE_DAYS_BEFORE,
  type Told,
  tell,
} from '../given.ts';
import { always } from './always.ts';

/** As the rows of the events and of the booking tell it together. */
function restored(events: readonly BookingEvent[], booking: Booking): BookingEvent[] {
  const stored = events.map((event) => JSON.parse(JSON.stringify(withoutWords(event))));
  return stored.map((event, index) => withWords(event, index + 1, booking));
}

function story(...steps: Step[]): Told {
  return tell([[THREE_DAYS_BEFORE, bookAnHour({ topic: 'The importer' })], ...steps]);
}

const NEXT_DAY = START + DAY;
const stories: Record<string, Told> = {
  'moved, and cancelled without a word': story([-100, moveFor(NEXT_DAY, -100)], [-90, cancel(-90)]),
  'cancelled by its holder': story([-100, cancel(-100, 'Solved')]),
  'cancelled by staff': story([-100, cancelFor(-100)]),
  'a no-show with all that can be said of it': story(
    ...closed,
    [61, contest()],
    [62, rejectContest()],
    [63, excuse()],
  ),
  approved: tell([
    [THREE_DAYS_BEFORE, bookAnHour(pending)],
    [-2000, approve('per_robin', 1, 'A good customer')],
  ]),
  'approved without a word': tell([
    [THREE_DAYS_BEFORE, bookAnHour(pending)],
    [-2000, approve()],
  ]),
  declined: tell([
    [THREE_DAYS_BEFORE, bookAnHour(pending)],
    [-2000, decline()],
  ]),
};
const every = Object.entries(stories);
const named = /Ada|ada@|5550123|importer|Solved|ill"|room|power|customer|Too many/u;

describe('what is kept of an event for good', () => {
  test.each(every)('holds nobody’s name and nothing that was written: %s', (_, { events }) => {
    expect(JSON.stringify(events)).toMatch(/Ada/u);
    expect(JSON.stringify(events.map(withoutWords))).not.toMatch(named);
  });

  test('holds the reasons that are one of a few, which are no words', () => {
    const { events } = story([-2000, loseMobile('refused')], ...closed);
    expect(events.map(withoutWords)).toMatchObject([
      { type: 'booked' },
      { type: 'mobile-lost', reason: 'refused' },
      { type: 'no-show-recorded', reason: 'absent' },
    ]);
  });
});

describe('an event as it was decided', () => {
  test.each(every)('is what is kept of it, and what its booking has: %s', (_, { events, booking }) => {
    expect(restored(events, booking)).toEqual(events);
  });

  test('has the words of its own moment, though the booking shows only the last', () => {
    const { events, booking } = story(
      [-2000, { ...moveFor(NEXT_DAY, -2000), reason: 'Robin is ill' } as Step[1]],
      [-1000, { ...moveFor(START, -1000), reason: 'Robin is back' } as Step[1]],
      [-90, cancelFor(-90)],
    );
    expect(booking.words).toEqual({ '2': 'Robin is ill', '3': 'Robin is back', '4': 'Robin is ill' });
    expect(restored(events, booking)).toEqual(events);
  });

  test.each(every)('shows the tombstone once its attendee was erased: %s', (_, told) => {
    const { events, booking } = withErasure(told);
    const again = restored(events, booking);
    expect(JSON.stringify(again)).not.toMatch(named);
    expect(again[0]).toMatchObject({ attendee: { name: 'Erased', email: 'gone_1@erased.invalid' } });
    expect(again.map(({ type, at }) => [type, at])).toEqual(events.map(({ type, at }) => [type, at]));
    expect(fold(again)).toEqual(booking);
  });

  test('has the words that were written after its attendee was erased', () => {
    const { events, booking } = story(...closed, [60, erase()], [61, excuse()]);
    expect(restored(events, booking).at(-1)).toEqual(events.at(-1));
  });
});

/** The same story, and then the attendee was erased: where it isn't over by then, it is cancelled first. */
function withErasure({ events, booking }: Told): Told {
  const over = booking.status === 'confirmed' ? fold([...events, cancelledAt(booking)]) : booking;
  const all = booking.status === 'confirmed' ? [...events, cancelledAt(booking)] : events;
  const erased: BookingEvent = {
    type: 'attendee-erased',
    at: over.end,
    staffId: 'per_robin',
    tombstone: 'gone_1',
  };
  return { events: [...all, erased], booking: fold([...all, erased]) };
}

function cancelledAt({ start }: Booking): BookingEvent {
  return { type: 'cancelled', at: start, by: 'staff', staffId: 'per_robin', reason: 'Robin is ill' };
}

describe('whatever happens, in whatever order,', () => {
  test('events are restored exactly, and fold to their row; of the erased nothing comes back', () => {
    always((model, { events: last }) => {
      // Only the story that went on can be different from before.
      const changed = [...model.stories.values()].filter(({ events }) => events.at(-1) === last.at(-1));
      for (const { row, events } of changed) {
        const again = restored(events, row);
        expect(fold(again)).toEqual(row);
        if (row.erasedAt === undefined) expect(again).toEqual(events);
        else expect(JSON.stringify([row, again])).not.toMatch(/Ada|ada@example|I was in|ill"/u);
      }
    });
  });

  test('the counts and dates of the erased stay', () => {
    always((_, { command, before, after, events }) => {
      if (command.type !== 'erase' || events.length === 0) return;
      expect(after).toMatchObject({
        status: before?.status,
        start: before?.start,
        companyId: before?.companyId,
        version: before?.version,
      });
      expect(after?.outcome?.reason).toBe(before?.outcome?.reason);
      expect(after?.outcome?.excused?.at).toBe(before?.outcome?.excused?.at);
    });
  });
});
