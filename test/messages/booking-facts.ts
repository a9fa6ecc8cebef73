import type { MobileLoss } from '../../lib/domain/booking/booking.ts';
import type { BookingFacts } from '../../lib/messages/facts.ts';

/** 24 November 2026, 10:00 in New York. */
export const START = Date.UTC(2026, 10, 24, 15);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** A booking as messages see it, of a person with a mobile number in New York. */
export function bookingFacts(change: Partial<BookingFacts> = {}): BookingFacts {
  const start = change.start ?? START;
  return {
    brand: {
      name: 'Example Support',
      supportMail: 'support@example.com',
      mailFrom: 'sessions@mail.example.com',
      website: 'https://www.example.com',
      colour: '#1f5f8b',
    },
    preparation: [
      {
        title: 'Install the screen-sharing app',
        text: 'It takes two minutes.',
        url: 'https://meet.example.com/app',
      },
      { title: 'On a Mac', text: 'Allow screen recording under System Settings, Privacy & Security.' },
    ],
    bookingId: 'bkg_01k9x7m3v8q2t4w6y8z0a2c4e6',
    version: 1,
    attendee: { name: 'Ada Lovelace', email: 'ada@example.org', mobile: '+15555550123' },
    timeZone: 'America/New_York',
    start,
    end: start + HOUR,
    sessionName: 'Live session',
    consultantName: 'Grace Hopper',
    room: {
      url: 'https://meet.example.com/grace',
      dialInUrl: 'https://meet.example.com/numbers',
      conferenceId: '123 456 789',
    },
    free: true,
    manageUrl: 'https://book.example.com/manage/bkg_01k9x7m3v8q2t4w6y8z0a2c4e6.Zm9vYmFyYmF6cXV4MTIzNA',
    joinUrl: 'https://book.example.com/join/bkg_01k9x7m3v8q2t4w6y8z0a2c4e6.c29tZXRoaW5nZWxzZTEyMw',
    changeBy: { link: start - 65 * MINUTE, mail: start - 30 * MINUTE, text: start - 30 * MINUTE },
    checkInAt: start + 5 * MINUTE,
    textNumber: '+12025550100',
    closesAt: start + 15 * MINUTE,
    ...change,
  };
}

/** The same booking once its mobile number can't be texted. */
export function mobileLost(reason: MobileLoss, change: Partial<BookingFacts> = {}): BookingFacts {
  const { checkInAt: _, ...facts } = bookingFacts(change);
  const { link, mail } = facts.changeBy;
  return {
    ...facts,
    mobileLost: reason,
    changeBy: { link, mail },
    closesAt: facts.start + 10 * MINUTE,
    ...change,
  };
}

/** The same booking of a person who gave no mobile number. */
export function withoutMobile(change: Partial<BookingFacts> = {}): BookingFacts {
  const { checkInAt: _, ...facts } = bookingFacts(change);
  return {
    ...facts,
    attendee: { name: 'Ada Lovelace', email: 'ada@example.org' },
    changeBy: { link: facts.start - 65 * MINUTE, mail: facts.start - 30 * MINUTE },
    closesAt: facts.start + 10 * MINUTE,
    ...change,
  };
}
