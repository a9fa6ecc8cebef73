import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dateAt,
  daysLater,
  isDate,
  isZone,
  offsetAt,
  startOfDate,
  wallClock,
} from '../../../lib/domain/calendar/zone.ts';
import { instant, local, MINUTE } from '../given.ts';

/** Ordinary zones, and those with something to trip over: odd offsets, half-hour changes, changes at midnight. */
const zones = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Beirut',
  'Africa/Cairo',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Casablanca',
  'America/Nuuk',
  'America/Santiago',
  'Antarctica/Troll',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];
const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2036, 0, 1);

const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: FROM, max: TO });
const runs = { numRuns: 1500 };

function zoned(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

/** Every instant at which a zone changes its clocks, within the years of these tests. */
function changesOf(zone: string): number[] {
  const changes: number[] = [];
  let next = zoned(zone, FROM).getTimeZoneTransition('next');
  while (next !== null && next.epochMilliseconds < TO) {
    changes.push(next.epochMilliseconds);
    next = next.getTimeZoneTransition('next');
  }
  return changes;
}

describe('the clock of a zone', () => {
  test('agrees with Temporal at any instant', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        expect(offsetAt(zone, at) * MINUTE).toBe(zoned(zone, at).offsetNanoseconds / 1e6);
        expect(dateAt(zone, at)).toBe(zoned(zone, at).toPlainDate().toString());
      }),
      runs,
    );
  });

  test.each(zones)('agrees with Temporal in the milliseconds around every change in %s', (zone) => {
    for (const change of changesOf(zone))
      for (const at of [change - 1, change, change + 1]) {
        expect(offsetAt(zone, at) * MINUTE, `${zone} ${at}`).toBe(zoned(zone, at).offsetNanoseconds / 1e6);
        expect(new Date(wallClock(zone, at)).toISOString().slice(0, 16)).toBe(local(at, zone));
      }
  });

  test('is the same however the name is spelled', () => {
    expect(offsetAt('america/NEW_york', FROM)).toBe(-300);
  });

  test('throws for a zone that does not exist', () => {
    expect(() => offsetAt('Mars/Olympus', FROM)).toThrow(RangeError);
  });
});

describe('the start of a date', () => {
  test('is where Temporal starts the day, on any date', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, at) => {
        const date = zoned(zone, at).toPlainDate();
        expect(startOfDate(zone, date.toString())).toBe(date.toZonedDateTime(zone).epochMilliseconds);
      }),
      runs,
    );
  });

  test.each(zones)('is right on the days before, of and after every change in %s', (zone) => {
    for (const change of changesOf(zone))
      for (const days of [-2, -1, 0, 1, 2]) {
        const date = zoned(zone, change).toPlainDate().add({ days });
        expect(startOfDate(zone, date.toString()), `${zone} ${date.toString()}`).toBe(
          date.toZonedDateTime(zone).epochMilliseconds,
        );
      }
  });

  test('is 01:00 where the clocks go forward at midnight', () => {
    const start = startOfDate('Africa/Cairo', '2026-04-24');
    expect(local(start, 'Africa/Cairo')).toBe('2026-04-24T01:00');
    expect(local(start - 1, 'Africa/Cairo')).toBe('2026-04-23T23:59');
  });

  test('is never an instant of the day before, where the clocks go back at midnight', () => {
    const start = startOfDate('Asia/Beirut', '2026-10-25');
    expect(dateAt('Asia/Beirut', start - 1)).toBe('2026-10-24');
    expect(start).toBe(instant('2026-10-25T00:00', 'Asia/Beirut'));
  });

  test('of a date that the zone skipped is where the clocks jumped over it', () => {
    expect(startOfDate('Pacific/Apia', '2011-12-30')).toBe(instant('2011-12-31T00:00', 'Pacific/Apia'));
  });
});

describe('the same time some days later', () => {
  // No day later is the instant itself to Temporal, also where the clock shows its time twice.
  const anyDays = fc.integer({ min: -400, max: 400 }).filter((days) => days !== 0);

  test('is Temporal’s, at any instant', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, anyDays, (zone, at, days) => {
        expect(daysLater(zone, at, days)).toBe(zoned(zone, at).add({ days }).epochMilliseconds);
      }),
      runs,
    );
  });

  test.each(zones)('is Temporal’s where it comes near a change of clocks in %s', (zone) => {
    for (const change of changesOf(zone))
      for (const minutes of [-90, -30, -1, 0, 15, 45, 60, 100])
        for (const days of [-3, 1, 60]) {
          const before = zoned(zone, change).subtract({ days }).add({ minutes });
          expect(daysLater(zone, before.epochMilliseconds, days), `${zone} ${before.toString()}`).toBe(
            before.add({ days }).epochMilliseconds,
          );
        }
  });
});

describe('a date', () => {
  test('some days later is Temporal’s', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -800, max: 800 }), (at, days) => {
        const date = zoned('UTC', at).toPlainDate();
        expect(addDays(date.toString(), days)).toBe(date.add({ days }).toString());
      }),
    );
  });

  test('some months later is Temporal’s', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -60, max: 60 }), (at, months) => {
        const date = zoned('UTC', at).toPlainDate();
        expect(addMonths(date.toString(), months)).toBe(date.add({ months }).toString());
      }),
      runs,
    );
  });

  test.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-05-31', -3, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %d months are %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later);
  });

  test.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s exists', (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '2026-01-01T00:00Z', ''])(
    '"%s" does not exist',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );
});

describe('a zone’s name', () => {
  test.each([...zones, 'Asia/Calcutta', 'US/Pacific', 'Etc/GMT+5', 'CET', 'america/new_york'])(
    '%s is one',
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );

  test.each([
    '+05:00',
    '-0500',
    '',
    ' ',
    'nonsense',
    'Mars/Olympus',
    'Europe',
    'Z',
    'America/New_York ',
    '../UTC',
  ])('"%s" is none', (name) => {
    expect(isZone(name)).toBe(false);
  });

  test.each(['BST', 'IST', 'PST', 'ist', 'SystemV/PST8'])(
    '%s is none: it is no name of the IANA database, and means different zones to different people',
    (name) => {
      expect(isZone(name)).toBe(false);
    },
  );

  test('that text of any kind makes never throws, and what passes has an offset', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'UTC', 'Asia/Tokyo')),
        (name) => {
          if (isZone(name)) expect(Number.isInteger(offsetAt(name, FROM))).toBe(true);
        },
      ),
    );
  });
});
