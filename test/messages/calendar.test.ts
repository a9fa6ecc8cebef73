import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarPart } from '../../lib/messages/calendar.ts';
import type { BookingFacts } from '../../lib/messages/facts.ts';
import { line } from '../../lib/messages/line.ts';
import { bookingFacts, HOUR, START } from './booking-facts.ts';
import { only, parseCalendar } from './parse-calendar.ts';

const STAMP = START - 48 * HOUR;
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom('"', '^', '\\', ';', ',', ':', '\n', '\r', ' ', 'é', '👩‍👧', '\u0000', 'n'),
    maxLength: 120,
  }),
);

function part(method: 'REQUEST' | 'CANCEL', change: Partial<BookingFacts> = {}) {
  return parseCalendar(calendarPart(method, bookingFacts(change), STAMP).content);
}

function sequence(method: 'REQUEST' | 'CANCEL', version: number): number {
  return Number(only(part(method, { version }), 'SEQUENCE').raw);
}

describe('the calendar part', () => {
  test('invites to the session at its instants in UTC, with the way in', () => {
    const lines = part('REQUEST');
    const value = (name: string) => only(lines, name).text;
    expect(value('METHOD')).toBe('REQUEST');
    expect(value('UID')).toBe('bkg_01k9x7m3v8q2t4w6y8z0a2c4e6@mail.example.com');
    expect(value('DTSTAMP')).toBe('20261122T150000Z');
    expect(value('DTSTART')).toBe('20261124T150000Z');
    expect(value('DTEND')).toBe('20261124T160000Z');
    expect(value('STATUS')).toBe('CONFIRMED');
    expect(value('SUMMARY')).toBe('Live session with Example Support');
    expect(value('LOCATION')).toBe(bookingFacts().joinUrl);
    expect(value('URL')).toBe(bookingFacts().joinUrl);
    expect(value('DESCRIPTION')).toContain('Conference ID: 123 456 789\n');
    expect(value('DESCRIPTION')).toContain(
      `Phone numbers, local and international: ${bookingFacts().room.dialInUrl}`,
    );
    expect(lines.some(({ raw }) => raw === 'VALARM')).toBe(false);
  });

  test('comes from the brand, and asks the attendee for an answer', () => {
    const lines = part('REQUEST');
    expect(only(lines, 'ORGANIZER')).toMatchObject({
      raw: 'mailto:support@example.com',
      parameters: { CN: 'Example Support' },
    });
    expect(only(lines, 'ATTENDEE')).toMatchObject({
      raw: 'MAILTO:ada@example.org',
      parameters: { CN: 'Ada Lovelace', RSVP: 'TRUE', PARTSTAT: 'NEEDS-ACTION' },
    });
  });

  test('revokes the session on cancellation, under the same UID', () => {
    const lines = part('CANCEL');
    expect(only(lines, 'METHOD').raw).toBe('CANCEL');
    expect(only(lines, 'STATUS').raw).toBe('CANCELLED');
    expect(only(lines, 'UID').raw).toBe(only(part('REQUEST', { version: 3 }), 'UID').raw);
    expect(only(lines, 'ATTENDEE').parameters).toMatchObject({ RSVP: 'FALSE' });
  });

  test('rises in SEQUENCE with every reschedule, and a cancellation is above the last invitation', () => {
    expect([1, 2, 3].map((version) => sequence('REQUEST', version))).toEqual([0, 1, 2]);
    expect(sequence('CANCEL', 1)).toBeGreaterThan(sequence('REQUEST', 1));
    expect(sequence('CANCEL', 3)).toBeGreaterThan(sequence('REQUEST', 3));
  });

  test('is the same whenever it is made from the same facts and stamp', () => {
    expect(calendarPart('REQUEST', bookingFacts(), STAMP)).toEqual(
      calendarPart('REQUEST', bookingFacts(), STAMP),
    );
  });

  test('reads back whatever characters the names hold, and no line is longer than 75 octets', () => {
    fc.assert(
      fc.property(odd, odd, (name, sessionName) => {
        const facts = bookingFacts({ sessionName, attendee: { name, email: 'ada@example.org' } });
        const { content } = calendarPart('REQUEST', facts, STAMP);
        for (const row of content.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
        const lines = parseCalendar(content);
        expect(only(lines, 'SUMMARY').text).toBe(`${line(sessionName)} with Example Support`);
        expect(only(lines, 'ATTENDEE').parameters['CN']).toBe(line(name) || 'ada@example.org');
        expect(lines).toHaveLength(
          parseCalendar(calendarPart('REQUEST', bookingFacts(), STAMP).content).length,
        );
      }),
    );
  });
});
