import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { entriesOf, inCompany, mayCount } from '../../../lib/domain/standing/entries-of.ts';
import type { BookingEntry } from '../../../lib/domain/standing/entry.ts';
import { noShowsIn } from '../../../lib/domain/standing/no-shows.ts';
import { standingOf } from '../../../lib/domain/standing/person-standing.ts';
import { always, live } from '../booking/always.ts';
import type { Done, Model, Story } from '../booking/model.ts';
import { actions, deployment } from '../booking/random-life.ts';
import {
  answer,
  bookAnHour,
  cancel,
  cancelFor,
  closed,
  DAY,
  due,
  excuse,
  given,
  HOUR,
  join,
  moveFor,
  moveTo,
  START,
  type Step,
  startPlus,
  THREE_DAYS_BEFORE,
  tell,
  when,
  withoutMobile,
} from '../given.ts';
import { NEW_YORK } from './histories.ts';

/** What counts of one more step in a booking's life. */
function entriesBy(steps: readonly Step[], step: Step, zone = NEW_YORK): BookingEntry[] {
  const before = given(steps);
  const { events, booking } = when(before, step);
  return entriesOf(before, booking, events, zone);
}

const of = { bookingId: 'bkg_1', companyId: 'example-crates', start: START };

describe('what counts of a booking', () => {
  test('is nothing of booking it, or of what goes well', () => {
    const { events, booking } = tell([
      [THREE_DAYS_BEFORE, bookAnHour()],
      [5, due('check-in')],
      [6, answer(6)],
      [7, join(7)],
      [60, due('finish')],
    ]);
    expect(booking.status).toBe('completed');
    expect(entriesOf(undefined, booking, events, NEW_YORK)).toEqual([]);
  });

  test('is a no-show, with its reason and the number of its event', () => {
    expect(entriesBy([[5, due('check-in')]], [15, due('close')])).toEqual([
      { ...of, kind: 'no-show', number: 3, at: startPlus(15), reason: 'absent' },
    ]);
    expect(entriesBy([[-20, answer(-20, 'cannot')]], [-19, answer(-19, 'cannot')])).toEqual([
      { ...of, kind: 'no-show', number: 3, at: startPlus(-19), reason: 'late_notice' },
    ]);
  });

  test('is an excuse, with who of our staff excused it', () => {
    expect(entriesBy(closed, [30, excuse('per_kim')])).toEqual([
      { ...of, kind: 'no-show-excused', number: 4, at: startPlus(30), by: 'per_kim' },
    ]);
  });

  test('is a reversal, beside the event that brought it', () => {
    expect(entriesBy(closed, [20, join(14)])).toEqual([
      { ...of, kind: 'no-show-reversed', number: 5, at: startPlus(20) },
    ]);
  });

  test('is a cancellation in time that was learnt after the close: a reversal, and a same-day change', () => {
    expect(entriesBy(closed, [20, answer(-45, 'cannot')])).toEqual([
      { ...of, kind: 'no-show-reversed', number: 4, at: startPlus(20) },
      {
        ...of,
        kind: 'same-day-change',
        number: 4,
        at: startPlus(20),
        change: 'cancelled',
        stamp: startPlus(-45),
      },
    ]);
    expect(entriesBy(closed, [20, answer(-11 * 60, 'cannot')])).toEqual([
      { ...of, kind: 'no-show-reversed', number: 4, at: startPlus(20) },
    ]);
  });

  test('names no company where the booking has none', () => {
    const { companyId: _, ...before } = given([], withoutMobile);
    const { events, booking } = when(before, [10, due('close')]);
    expect(entriesOf(before, booking, events, NEW_YORK)).toEqual([
      { bookingId: 'bkg_1', start: START, kind: 'no-show', number: 2, at: startPlus(10), reason: 'absent' },
    ]);
  });
});

describe('a same-day change', () => {
  const morning = -2 * 60;

  test.each([
    ['cancelled by its link', cancel(morning), 'cancelled'],
    ['cancelled by text', answer(morning, 'cannot'), 'cancelled'],
    ['moved by its link', moveTo(START + DAY, morning), 'moved'],
    ['moved to later on the same day', moveTo(START + HOUR, morning), 'moved'],
    ['moved by the link of a text', moveTo(START + DAY, morning, ['robin'], 'text'), 'moved'],
  ] as const)('is a session that was %s on its own date', (_, command, change) => {
    expect(entriesBy([], [morning, command])).toEqual([
      {
        ...of,
        kind: 'same-day-change',
        number: 2,
        at: startPlus(morning),
        change,
        stamp: startPlus(morning),
      },
    ]);
  });

  test('is dated by what the session was before it moved', () => {
    const moved: Step = [-26 * 60, moveTo(START + DAY, -26 * 60)];
    expect(entriesBy([moved], [morning, cancel(morning)])).toEqual([]);
    expect(entriesBy([moved], [24 * 60 + morning, cancel(24 * 60 + morning)])).toMatchObject([
      { kind: 'same-day-change', number: 3, start: START + DAY },
    ]);
  });

  test('begins at midnight of the deployment’s zone, whatever the attendee’s', () => {
    expect(entriesBy([], [-10 * 60, cancel(-10 * 60)])).toHaveLength(1);
    expect(entriesBy([], [-10 * 60 - 1, cancel(-10 * 60 - 1)])).toEqual([]);
    expect(entriesBy([], [-10 * 60 - 1, cancel(-10 * 60 - 1)], 'America/Los_Angeles')).toEqual([]);
    expect(entriesBy([], [-10 * 60 - 1, cancel(-10 * 60 - 1)], 'Europe/Berlin')).toHaveLength(1);
  });

  test('by text is dated by when it was sent, and recorded when it came', () => {
    expect(entriesBy([], [-10 * 60 + 5, answer(-10 * 60 - 5, 'cannot')])).toEqual([]);
    expect(entriesBy([], [-60, answer(-90, 'cannot')])).toMatchObject([
      { stamp: startPlus(-90), at: startPlus(-60) },
    ]);
  });

  test('is none that our staff made, and no late notice', () => {
    expect(entriesBy([], [morning, cancelFor(morning)])).toEqual([]);
    expect(entriesBy([], [morning, moveFor(START + DAY, morning)])).toEqual([]);
    expect(
      entriesBy([[-20, answer(-20, 'cannot')]], [-19, answer(-19, 'cannot')]).map(({ kind }) => kind),
    ).toEqual(['no-show']);
  });
});

describe('an event may count', () => {
  const may = (before: readonly Step[], step: Step, zone = NEW_YORK): boolean[] => {
    const { events, booking } = when(given(before), step);
    return events.map((event) => mayCount(event, booking, zone));
  };
  const morning = -2 * 60;

  test.each<[string, readonly Step[], Step]>([
    ['a no-show', [[5, due('check-in')]], [15, due('close')]],
    ['an excuse', closed, [30, excuse('per_kim')]],
    ['a session given back on its own date', [], [morning, cancel(morning)]],
    ['one moved on its own date', [], [morning, moveTo(START + DAY, morning)]],
  ])('where it is %s', (_, before, step) => {
    expect(may(before, step)).toEqual([true]);
  });

  test.each<[string, Step]>([
    ['given back on a date before', [-26 * 60, cancel(-26 * 60)]],
    ['moved on a date before', [-26 * 60, moveTo(START + DAY, -26 * 60)]],
    ['given back by our staff', [morning, cancelFor(morning)]],
    ['asked about', [5, due('check-in')]],
  ])('and does not where the session is %s', (_, step) => {
    expect(may([], step)).toEqual([false]);
  });

  test('by the calendar of the deployment’s zone', () => {
    expect(may([], [-10 * 60 - 1, cancel(-10 * 60 - 1)])).toEqual([false]);
    expect(may([], [-10 * 60 - 1, cancel(-10 * 60 - 1)], 'Europe/Berlin')).toEqual([true]);
  });
});

test('what was recorded within a company is kept apart, and so is what was recorded without', () => {
  const entry = (companyId?: string): BookingEntry => ({
    ...{ kind: 'no-show', bookingId: 'bkg_1', number: 2, at: 1, start: 0, reason: 'absent' },
    ...(companyId === undefined ? {} : { companyId }),
  });
  const all = [entry('a'), entry(), entry('b'), entry('a')];
  expect(inCompany(all, 'a')).toEqual([entry('a'), entry('a')]);
  expect(inCompany(all, undefined)).toEqual([entry()]);
});

/** The date of an instant by an implementation that isn't ours. */
function dateOf(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** Gathers what counts as it comes, command by command, and looks at it beside all that happened. */
function gathering(look: (entries: readonly BookingEntry[], story: Story, zone: string) => void) {
  const lives = new WeakMap<Model, Map<string, BookingEntry[]>>();
  return (model: Model, { before, after, events }: Done): void => {
    if (after === undefined || events.length === 0) return;
    const life = lives.get(model) ?? new Map<string, BookingEntry[]>();
    lives.set(model, life);
    const entries = [...(life.get(after.id) ?? []), ...entriesOf(before, after, events, model.rules.zone)];
    life.set(after.id, entries);
    const story = model.stories.get(after.id);
    if (story === undefined) throw new Error('what happened is no story');
    look(entries, story, model.rules.zone);
  };
}

describe('whatever happens to a booking,', () => {
  test('it counts as a no-show as long as its row says that it is one, unexcused', () => {
    always(
      gathering((entries, { row: { id, start, status, outcome } }) => {
        const counts = status === 'no_show' && outcome !== undefined && outcome.excused === undefined;
        expect(noShowsIn(entries.toReversed())).toEqual(
          counts ? [{ bookingId: id, start, reason: outcome.reason, at: outcome.at }] : [],
        );
      }),
    );
  });

  test('what counts is of events that may, by the row as it was just then and at any time later', () => {
    always(
      gathering((entries, { row, events }, zone) => {
        for (const { number } of entries) {
          const event = events[number - 1];
          expect(event !== undefined && mayCount(event, row, zone)).toBe(true);
        }
      }),
    );
  });

  test('its same-day changes are the member’s, once it stood, that its events tell of, by the zone’s calendar', () => {
    always(
      gathering((entries, { events }, zone) => {
        let start = 0;
        let pending = false;
        const expected: number[] = [];
        events.forEach((event, index) => {
          const stamp = 'notice' in event && event.notice !== undefined ? event.notice.stamp : event.at;
          const theirs =
            (event.type === 'cancelled' && event.by !== 'staff') ||
            (event.type === 'rescheduled' && event.by !== 'staff') ||
            (event.type === 'no-show-reversed' && event.because === 'cancelled');
          if (event.type === 'booked') pending = event.approval !== undefined;
          if (event.type === 'approved') pending = false;
          if (theirs && !pending && dateOf(stamp, zone) === dateOf(start, zone)) expected.push(index + 1);
          if (event.type === 'booked' || event.type === 'rescheduled') ({ start } = event);
        });
        const changes = entries.filter(({ kind }) => kind === 'same-day-change');
        expect(changes.map(({ number }) => number)).toEqual(expected);
      }),
    );
  });

  test('reading its events again from the first gives the entries that were made as they came', () => {
    always(
      gathering((entries, { row, events }, zone) => {
        expect(entriesOf(undefined, row, events, zone)).toEqual(entries);
        for (const { number, at, kind } of entries) {
          expect(events[number - 1]?.at).toBe(at);
          if (kind === 'no-show-excused') expect(events[number - 1]?.type).toBe('no-show-excused');
        }
      }),
    );
  });
});

test('replaying all that happened under the same policy puts its attendee where they stood', () => {
  const lives = new WeakMap<Model, BookingEntry[]>();
  always((model, { before, after, events }) => {
    if (after === undefined) return;
    const { rules, now } = model;
    const recorded = [...(lives.get(model) ?? []), ...entriesOf(before, after, events, rules.zone)];
    lives.set(model, recorded);
    const replayed = [...model.stories.values()].flatMap((story) =>
      entriesOf(undefined, story.row, story.events, rules.zone),
    );
    expect(standingOf(replayed, rules, now)).toEqual(standingOf(recorded, rules, now));
  });
});

test('these random lives meet everything that counts', () => {
  const met = new Set<string>();
  const lives = fc.sample(fc.tuple(deployment, actions), { seed: 1, numRuns: 100 });
  for (const [rules, steps] of lives)
    live(
      rules,
      steps,
      gathering((entries) => {
        for (const entry of entries) met.add('change' in entry ? entry.change : entry.kind);
      }),
    );
  expect([...met].toSorted()).toEqual([
    'cancelled',
    'moved',
    'no-show',
    'no-show-excused',
    'no-show-reversed',
  ]);
});
