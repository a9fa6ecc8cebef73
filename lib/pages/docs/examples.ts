import type { Settings } from '../../config/settings.ts';
import { priceOf } from '../../domain/booking/admission.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import { addDays, dateAt } from '../../domain/calendar/zone.ts';
import { consultantOf } from '../../domain/catalogue.ts';
import { wordsIn } from '../../domain/language.ts';
import { Refusal } from '../../domain/refusal.ts';
import { bookingJson } from '../../http/booking-json.ts';
import { type Problem, problemOf } from '../../http/problems.ts';
import type { ApiRouteName } from '../../http/routes.ts';
import { attendanceExample } from './attendance-example.ts';
import { deskBoardExamples } from './desk-board-examples.ts';
import { deskBookingExamples } from './desk-booking-examples.ts';
import { deskHoursExamples } from './desk-hours-examples.ts';
import { deskImportExamples } from './desk-import-examples.ts';
import { deskPeopleExamples } from './desk-people-examples.ts';
import { deskSearchExamples } from './desk-search-examples.ts';
import { deskWebhookExamples } from './desk-webhook-examples.ts';
import type { Example } from './example.ts';
import { BOOKING_ID, TOKEN } from './path-names.ts';
import { portalExamples } from './portal-examples.ts';
import { standingExamples } from './standing-examples.ts';

const MINUTE = 60_000;

/**
 * Examples made of what this deployment offers, some days after `now` (ms). Calls that only our own services make
 * have none.
 */
export function examplesOf(
  settings: Settings,
  siteUrl: string,
  now: number,
): Readonly<Partial<Record<ApiRouteName, Example>>> {
  const booking = sampleBooking(settings, now);
  const answer = bookingJson(booking, settings, {
    manageUrl: `${siteUrl}/manage/${TOKEN}`,
    joinUrl: `${siteUrl}/join/${TOKEN}`,
  });
  const { room } = consultantOf(settings, booking.consultantId);
  return {
    ...offering(settings, booking),
    createBooking: {
      headers: { 'Idempotency-Key': '5b1f7c9e-0d2a-4f7e-9a53-3c1d8e6b2f40' },
      body: {
        sessionType: booking.sessionType,
        start: answer.start,
        timeZone: booking.timeZone,
        attendee: booking.attendee,
        companyCode: 'YOUR-CODE',
        topic: booking.topic,
      },
      answer,
    },
    getManagedBooking: { answer },
    cancelBooking: {
      body: { reason: 'Solved it ourselves' },
      answer: {
        ...answer,
        status: 'cancelled',
        cancelled: { at: time(now), by: 'link', reason: 'Solved it ourselves' },
      },
    },
    rescheduleBooking: {
      body: { start: time(booking.start + 60 * MINUTE) },
      answer: bookingJson(movedBy(60 * MINUTE, booking), settings, {
        manageUrl: answer.manageUrl,
        joinUrl: answer.joinUrl,
      }),
    },
    joinSession: {
      answer: { meetingUrl: room.url, dialIn: { url: room.dialInUrl, conferenceId: room.conferenceId } },
    },
    contestNoShow: {
      body: { text: 'I was in the meeting all the time, under the name of my laptop.' },
      answer: {
        ...{ ...answer, status: 'no_show' },
        outcome: {
          ...{ reason: 'absent', at: time(now) },
          contest: {
            at: time(now),
            text: 'I was in the meeting all the time, under the name of my laptop.',
          },
        },
      },
    },
    getHealth: { answer: { status: 'ok' } },
    ...portalExamples(answer, now),
    ...standingExamples(answer, now),
    ...deskPeopleExamples(now),
    ...deskHoursExamples(settings, siteUrl, now),
    ...deskBoardExamples(settings, answer, now),
    ...deskSearchExamples(answer),
    ...deskBookingExamples(answer, now),
    receiveAttendance: attendanceExample(now),
    ...deskImportExamples(now),
    ...deskWebhookExamples(now),
  };
}

function offering(settings: Settings, { sessionType, start, end, timeZone, consultantId }: Booking) {
  const date = dateAt(timeZone, start);
  const { name } = consultantOf(settings, consultantId);
  return {
    listSessionTypes: {
      answer: {
        sessionTypes: settings.sessionTypes.map((type) => ({
          id: type.id,
          name: wordsIn(type.name, 'en'),
          description: wordsIn(type.description, 'en'),
          minutes: type.minutes,
          price: priceOf(type, settings),
          freeWithCode: true,
        })),
      },
    },
    listSlots: {
      query: { sessionType, from: date, to: addDays(date, 6), timeZone },
      answer: { sessionType, timeZone, days: { [date]: [{ start: time(start), end: time(end) }] } },
    },
    explainSlot: {
      query: { sessionType, start: time(start) },
      answer: {
        bookable: false,
        reasons: [{ code: 'booked', detail: `${name} has another session then.`, consultant: consultantId }],
      },
    },
  };
}

function sampleBooking(settings: Settings, now: number): Booking {
  const [type] = settings.sessionTypes;
  const [consultant] = settings.consultants;
  if (type === undefined || consultant === undefined)
    throw new Error('nothing is offered that could be an example');
  const start = Date.parse(`${addDays(dateAt(settings.zone, now), 7)}T15:00:00Z`);
  return {
    id: BOOKING_ID,
    status: 'confirmed',
    version: 1,
    revision: 1,
    sessionType: type.id,
    minutes: type.minutes,
    start,
    end: start + type.minutes * MINUTE,
    timeZone: settings.zone,
    consultantId: consultant.id,
    attendee: { name: 'Ada Park', email: 'ada@example.com', mobile: '+15550100123' },
    topic: 'The importer stops at row 40,000.',
    due: [],
    createdAt: now,
  };
}

function movedBy(ms: number, booking: Booking): Booking {
  return { ...booking, version: booking.version + 1, start: booking.start + ms, end: booking.end + ms };
}

/** What a refusal looks like: of a request with a mistyped zone. */
export function exampleProblem(siteUrl: string): Problem {
  const message = 'must be a time zone of the IANA database, such as Europe/Berlin';
  const refusal = new Refusal('invalid-input', `timeZone ${message}.`, {
    errors: [{ field: 'timeZone', message }],
  });
  return problemOf(refusal, { siteUrl, requestId: 'JKJaXmPLvHcESHA=' });
}

function time(instant: number): string {
  return new Date(instant).toISOString();
}
