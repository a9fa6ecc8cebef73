import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAt, instantOn, wallClock } from '../../../lib/domain/calendar/zone.ts';

const iso = (instant: number) => new Date(instant).toISOString();
const at = (zone: string, date: string, clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return iso(instantOn(zone, date, hours * 60 + minutes));
};

describe('the instant of a time on a date', () => {
  it('is what the clock of the zone shows then', () => {
    expect(at('America/New_York', '2026-11-24', '10:07')).toBe('2026-11-24T15:07:00.000Z');
    expect(at('Asia/Kathmandu', '2026-11-24', '00:00')).toBe('2026-11-23T18:15:00.000Z');
  });

  it('is the earlier one where the clock shows the time twice', () => {
    expect(at('Europe/Berlin', '2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('Australia/Lord_Howe', '2026-04-05', '01:45')).toBe('2026-04-04T14:45:00.000Z');
  });

  it('is as long after the gap as the time is into it where the clock skips it', () => {
    expect(at('Europe/Berlin', '2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
  });

  it('shows the time again, after every change of clocks of that day', () => {
    expect(at('Europe/Berlin', '2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('Europe/Berlin', '2026-10-25', '03:00')).toBe('2026-10-25T02:00:00.000Z');
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    const instants = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') });
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const wall = wallClock(zone, Math.floor(instant / 60_000) * 60_000);
        const found = instantOn(zone, dateAt(zone, instant), (wall % 86_400_000) / 60_000);
        expect(wallClock(zone, found)).toBe(wall);
      }),
    );
  });
});
