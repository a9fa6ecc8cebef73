import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { BookingCommand } from '../../lib/domain/booking/commands.ts';
import { bookingAnswer } from '../../lib/http/answer-schemas.ts';
import { bookingJson } from '../../lib/http/booking-json.ts';
import { booking, following } from '../adapters/changes.ts';
import settings from '../fixture-config.ts';
import { NOW, START } from '../world.ts';

const MINUTE = 60_000;
const urls = { manageUrl: 'https://showup.example/manage/t', joinUrl: 'https://showup.example/join/t' };
const first = booking().after;

/** The booking after some commands, each at so many minutes after the start. */
function after(...steps: readonly [minutes: number, command: BookingCommand][]): Booking {
  return steps.reduce<Booking>(
    (before, [minutes, command]) => following(before, command, START + minutes * MINUTE).after,
    first,
  );
}

const due = (kind: 'check-in' | 'close' | 'finish'): BookingCommand => ({ type: 'due', kind, version: 1 });
const join = (minutes: number): BookingCommand => ({
  type: 'join',
  evidence: 'link',
  stamp: START + minutes * MINUTE,
});
const keep = (minutes: number): BookingCommand => ({
  type: 'reply',
  meaning: 'coming',
  messageId: 'm1',
  stamp: START + minutes * MINUTE,
});
const cancel: BookingCommand = { type: 'cancel', by: 'link', stamp: NOW, reason: 'Ill' };

const {
  attendee,
  topic: _topic,
  release: _release,
  companyId: _companyId,
  language: _language,
  ...bare
} = first;
const { mobile: _mobile, ...byMailOnly } = attendee;

const states: Readonly<Record<string, Booking>> = {
  confirmed: first,
  pending: { ...first, status: 'pending', approval: { because: 'company', decideBy: START - 3_600_000 } },
  approved: {
    ...first,
    approval: { because: 'company', decideBy: START, approved: { at: NOW, by: 'per_robin' } },
  },
  'paid, with nothing optional': { ...bare, attendee: byMailOnly, price: { amount: 140, currency: 'USD' } },
  'for a deprecated release': { ...first, release: '5.2' },
  moved: following(first, {
    type: 'reschedule',
    by: 'link',
    stamp: NOW,
    start: START + 60 * MINUTE,
    consultants: ['kim'],
  }).after,
  'asked whether anybody comes': after([5, due('check-in')]),
  'kept open unasked': after([-10, keep(-10)]),
  'kept open': after([5, due('check-in')], [7, keep(7)]),
  'in progress': after([3, join(3)]),
  completed: after([3, join(3)], [60, due('finish')]),
  'a no-show': after([5, due('check-in')], [15, due('close')]),
  'a no-show that is contested': after(
    [5, due('check-in')],
    [15, due('close')],
    [20, { type: 'contest', text: 'I was there' }],
  ),
  'a no-show contested in vain': after(
    [5, due('check-in')],
    [15, due('close')],
    [20, { type: 'contest', text: 'I was there' }],
    [30, { type: 'reject-contest', staffId: 'per_robin', reason: 'Nobody was' }],
  ),
  'a no-show after keeping open': after([5, due('check-in')], [7, keep(7)], [60, due('finish')]),
  'a no-show taken back': after([5, due('check-in')], [15, due('close')], [16, keep(14)]),
  'cancelled with a reason': after([-120, cancel]),
  'cancelled by us': after([5, due('check-in')], [15, due('close')], [61, keep(14)]),
  'with a consultant who has left': { ...first, consultantId: 'gone' },
};

describe.each(Object.entries(states))('a booking %s', (_, state) => {
  it('is answered as the document declares', () => {
    const told: unknown = JSON.parse(JSON.stringify(bookingJson(state, settings, urls)));
    expect(z.safeParse(bookingAnswer, told).error?.issues ?? []).toEqual([]);
  });

  it('is told with its own status, and nothing that only the system needs', () => {
    const told = bookingJson(state, settings, urls);
    expect(told.status).toBe(state.status);
    for (const inner of ['revision', 'due', 'holds', 'helped', 'companyId', 'consultantId', 'minutes']) {
      expect(told).not.toHaveProperty(inner);
    }
  });
});

describe('what a booking tells', () => {
  it('is its times in RFC 3339 UTC, who gives it, and until when it may be changed', () => {
    expect(bookingJson(first, settings, urls)).toEqual({
      id: 'bkg_one',
      status: 'confirmed',
      version: 1,
      sessionType: 'live-60',
      start: '2026-11-24T15:00:00.000Z',
      end: '2026-11-24T16:00:00.000Z',
      timeZone: 'Europe/Berlin',
      consultant: { id: 'robin', name: 'Robin Hale' },
      attendee: { name: 'Ada Park', email: 'ada@example.com', mobile: '+15550100123' },
      free: true,
      topic: 'The importer stops at row 40,000',
      release: '6.1',
      language: 'de',
      changeBy: { link: '2026-11-24T13:55:00.000Z', text: '2026-11-24T14:30:00.000Z' },
      ...urls,
      createdAt: '2026-11-23T15:00:00.000Z',
    });
  });

  it('names the language of who booked, English where none was asked for', () => {
    const unasked = states['paid, with nothing optional'] ?? first;
    expect(bookingJson(unasked, settings, urls).language).toBe('en');
  });

  it('names none of our staff, whatever they decided', () => {
    for (const state of ['approved', 'a no-show contested in vain'])
      expect(JSON.stringify(bookingJson(states[state] ?? first, settings, urls))).not.toContain('per_robin');
    expect(bookingJson(states['a no-show contested in vain'] ?? first, settings, urls).outcome).toMatchObject(
      {
        contest: { text: 'I was there', rejected: { reason: 'Nobody was' } },
      },
    );
  });

  it('covers every status that a booking can have', () => {
    const all = ['pending', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show'];
    expect(new Set(Object.values(states).map(({ status }) => status))).toEqual(new Set(all));
  });

  it('quotes a price where there is one, and notices of a deprecated release', () => {
    const paid = states['paid, with nothing optional'] ?? first;
    expect(bookingJson(paid, settings, urls)).toMatchObject({
      free: false,
      price: { amount: 140, currency: 'USD' },
    });
    const deprecated = states['for a deprecated release'] ?? first;
    expect(bookingJson(deprecated, settings, urls).notices?.[0]).toContain('Release 5.2 is deprecated');
  });
});
