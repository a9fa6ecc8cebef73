import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { BookingFacts, Mail } from './facts.ts';
import { en, type Language } from './language/en.ts';
import { line } from './line.ts';

/**
 * The booking as an iTIP message (RFC 5546), times in UTC. The UID stays the same for the booking's whole life;
 * SEQUENCE rises at every reschedule, and a cancellation is one above the invitation it revokes. `stampedAt` is in
 * milliseconds.
 */
export function calendarPart(
  method: 'REQUEST' | 'CANCEL',
  facts: BookingFacts,
  stampedAt: number,
  language: Language = en,
): NonNullable<Mail['calendar']> {
  const { brand, attendee } = facts;
  const cancelled = method === 'CANCEL';
  const calendar = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Showup', product: 'Showup', language: language.code.toUpperCase() },
  });
  calendar.createEvent({
    id: `${facts.bookingId}@${brand.mailFrom.split('@').at(-1)}`,
    sequence: cancelled ? facts.version : facts.version - 1,
    stamp: new Date(stampedAt),
    start: new Date(facts.start),
    end: new Date(facts.end),
    summary: language.calendar.summary(line(facts.sessionName), line(brand.name)),
    description: describe(facts, cancelled, language),
    location: facts.joinUrl,
    url: facts.joinUrl,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    organizer: { name: line(brand.name), email: brand.supportMail },
    attendees: [
      {
        name: line(attendee.name) || attendee.email,
        email: attendee.email,
        role: ICalAttendeeRole.REQ,
        type: ICalAttendeeType.INDIVIDUAL,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: !cancelled,
      },
    ],
  });
  // The generator leaves out the last line's end, which RFC 5545 asks for.
  return { method, content: `${calendar.toString()}\r\n` };
}

function describe(facts: BookingFacts, cancelled: boolean, { calendar }: Language): string {
  if (cancelled) return calendar.cancelled;
  return [
    calendar.consultant(line(facts.consultantName)),
    calendar.join(facts.joinUrl),
    '',
    calendar.meeting(facts.room.url),
    calendar.audio,
    calendar.dialIn(facts.room.dialInUrl),
    calendar.conferenceId(facts.room.conferenceId),
    '',
    calendar.change(facts.manageUrl),
    calendar.declining,
  ].join('\n');
}
