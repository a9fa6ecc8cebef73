import { describe, expect, test } from 'vitest';
import { de } from '../../lib/messages/language/de.ts';
import { en } from '../../lib/messages/language/en.ts';
import { away, moment, shortMoment, span } from '../../lib/messages/time.ts';
import { HOUR, MINUTE, START } from './booking-facts.ts';

const NEW_YORK = 'America/New_York';

describe('a span of time', () => {
  test('is told in the given zone, with the zone and its city named', () => {
    expect(span(START, START + HOUR, NEW_YORK, en)).toBe(
      'Tuesday, 24 November 2026, 10:00–11:00 (Eastern Standard Time, New York)',
    );
    expect(span(START, START + HOUR, 'Asia/Kathmandu', en)).toBe(
      'Tuesday, 24 November 2026, 20:45–21:45 (Nepal Time, Kathmandu)',
    );
  });

  test('names both dates when it runs across midnight', () => {
    const late = Date.UTC(2026, 10, 25, 4, 30);
    expect(span(late, late + HOUR, NEW_YORK, en)).toBe(
      'Tuesday, 24 November 2026, 23:30 – Wednesday, 25 November 2026, 00:30 (Eastern Standard Time, New York)',
    );
  });

  test('names both offsets when the clocks change in between', () => {
    const beforeFallBack = Date.UTC(2026, 10, 1, 5, 30);
    expect(span(beforeFallBack, beforeFallBack + HOUR, NEW_YORK, en)).toBe(
      'Sunday, 1 November 2026, 01:30 (Eastern Daylight Time, New York) – ' +
        'Sunday, 1 November 2026, 01:30 (Eastern Standard Time, New York)',
    );
  });

  test('says midnight as 00:00', () => {
    expect(moment(Date.UTC(2026, 10, 24, 5), NEW_YORK, en)).toContain('24 November 2026, 00:00 ');
  });
});

describe('the zone', () => {
  test.each([
    [NEW_YORK, 'Tue 24 Nov, 10:00 EST'],
    ['Europe/Berlin', 'Tue 24 Nov, 16:00 CET'],
    ['Australia/Sydney', 'Wed 25 Nov, 02:00 AEDT'],
    ['Asia/Kathmandu', 'Tue 24 Nov, 20:45 GMT+5:45'],
    ['UTC', 'Tue 24 Nov, 15:00 UTC'],
  ])('is abbreviated the way people in %s know it', (zone, told) => {
    expect(shortMoment(START, zone, en)).toBe(told);
  });

  test.each([
    [NEW_YORK, 'Di., 24. Nov., 10:00 Uhr EST'],
    ['Europe/Vienna', 'Di., 24. Nov., 16:00 Uhr MEZ'],
    ['Europe/London', 'Di., 24. Nov., 15:00 Uhr GMT'],
    ['Asia/Kathmandu', 'Di., 24. Nov., 20:45 Uhr GMT+5:45'],
  ])('is abbreviated in German the way Germans know the one of %s', (zone, told) => {
    expect(shortMoment(START, zone, de)).toBe(told);
  });

  test('has the name and the city that German gives it', () => {
    expect(moment(START, 'Europe/Vienna', de)).toMatch(/16:00 Uhr \(Mitteleuropäische Normalzeit, Wien\)$/);
  });

  test('has no city where its id names none, and the present city where the id is an old one', () => {
    expect(moment(START, 'UTC', en)).toMatch(/\(Coordinated Universal Time\)$/);
    expect(moment(START, 'Etc/GMT+5', en)).toMatch(/\(GMT-05:00\)$/);
    expect(moment(START, 'US/Eastern', en)).toMatch(/\(Eastern Standard Time, New York\)$/);
  });

  test('is refused where it does not exist', () => {
    expect(() => moment(START, 'Mars/Olympus', en)).toThrow(/Mars\/Olympus/);
  });
});

describe('how far away a session is', () => {
  test.each([
    ['a day', 24 * HOUR, 'tomorrow'],
    ['two days', 48 * HOUR, 'in 2 days'],
    ['two hours', 2 * HOUR, 'in 2 hours'],
    ['two hours, told five minutes late', 2 * HOUR - 5 * MINUTE, 'in 2 hours'],
    ['half an hour', 30 * MINUTE, 'in 30 minutes'],
    ['nothing', 0, 'now'],
  ])('is told for %s', (_, before, told) => {
    expect(away(START, START - before, NEW_YORK, en)).toBe(told);
  });

  test.each([
    [24 * HOUR, 'morgen'],
    [2 * HOUR, 'in 2 Stunden'],
    [HOUR, 'in 1 Stunde'],
    [0, 'jetzt'],
  ])('is told in German, %d ms before', (before, told) => {
    expect(away(START, START - before, NEW_YORK, de)).toBe(told);
  });

  test('counts days on the calendar of the attendee, not in steps of 24 hours', () => {
    const lateEvening = Date.UTC(2026, 10, 25, 4, 30);
    expect(away(lateEvening, lateEvening - 20 * HOUR, NEW_YORK, en)).toBe('in 20 hours');
    expect(away(lateEvening, lateEvening - 20 * HOUR, 'Europe/Berlin', en)).toBe('tomorrow');
  });

  test('is a day also across the hour that the clocks skip', () => {
    const afterSpringForward = Date.UTC(2026, 2, 8, 14);
    expect(away(afterSpringForward, afterSpringForward - 23 * HOUR, NEW_YORK, en)).toBe('tomorrow');
  });
});
