import { describe, expect, test } from 'vitest';
import { asCalendar, halfBooked } from '../../bench/slots/half-booked.ts';
import { questionFor } from '../../bench/slots/question.ts';
import { slotsWithDayjs } from '../../bench/slots/with-dayjs.ts';
import { openStarts } from '../../lib/domain/calendar/openings.ts';

const hour = 3_600_000;

describe('the benchmark of slots', () => {
  test.each([
    { consultants: 1, minutes: 60, seed: 1, later: 0 },
    { consultants: 5, minutes: 60, seed: 2, later: 0 },
    { consultants: 2, minutes: 30, seed: 3, later: 3.1 },
    { consultants: 3, minutes: 90, seed: 4, later: 12 * 24 },
    { consultants: 2, minutes: 60, seed: 5, later: -40 * 24 },
  ])('asks both ways the same: $consultants consultants, $minutes minutes, $later hours later', (given) => {
    const question = questionFor(given.consultants);
    const { catalogue, from, to } = question;
    const sessions = halfBooked(catalogue, from, 28, given.seed);
    const now = question.now + given.later * hour;
    const offer = { id: 'live-60', minutes: given.minutes };
    const ours = openStarts(catalogue, offer, asCalendar(sessions), now, from, to);
    expect(ours.length).toBeGreaterThan(20);
    expect(slotsWithDayjs({ ...question, minutes: given.minutes, sessions, now })).toEqual(ours);
  });

  test('is on days of which half is booked, and each seed draws other ones', () => {
    const { catalogue, from } = questionFor(2);
    const sessions = halfBooked(catalogue, from, 28, 7);
    const booked = sessions.reduce((sum, { start, end }) => sum + end - start, 0);
    expect(booked).toBe(2 * 20 * 4.5 * hour);
    expect(halfBooked(catalogue, from, 28, 7)).toEqual(sessions);
    expect(halfBooked(catalogue, from, 28, 8)).not.toEqual(sessions);
  });
});
