import ical, { ICalEventStatus } from 'ical-generator';
import type { Brand } from '../config/settings.ts';
import { line } from './line.ts';

/** A session as its consultant's calendar shows it. */
export interface FeedSession {
  readonly id: string;
  /** Rises by one at every move; starts at 1. */
  readonly version: number;
  readonly start: number;
  readonly end: number;
  readonly attendeeName: string;
  readonly sessionName: string;
  /** False while it waits for a person's word. */
  readonly agreed: boolean;
  /** The desk's page of it, which asks to sign in. */
  readonly url: string;
}

export interface Feed {
  readonly brand: Pick<Brand, 'name' | 'mailFrom'>;
  readonly consultantName: string;
  readonly sessions: readonly FeedSession[];
  /** When it is asked for (ms). */
  readonly now: number;
}

/** How often calendars are asked to look again, in seconds. Many look less often all the same. */
const REFRESH = 900;

/** A consultant's sessions for calendars to subscribe to (RFC 5545), times in UTC. Nobody's address or number is in it. */
export function feedCalendar({ brand, consultantName, sessions, now }: Feed): string {
  const calendar = ical({
    prodId: { company: 'Showup', product: 'Showup', language: 'EN' },
    name: `${line(brand.name)}: ${line(consultantName)}`,
    ttl: REFRESH,
  });
  for (const session of sessions) {
    calendar.createEvent({
      id: `${session.id}@${brand.mailFrom.split('@').at(-1)}`,
      sequence: session.version - 1,
      stamp: new Date(now),
      start: new Date(session.start),
      end: new Date(session.end),
      summary: `${line(session.attendeeName)}: ${line(session.sessionName)}`,
      description: session.url,
      url: session.url,
      status: session.agreed ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
    });
  }
  // The generator leaves out the last line's end, which RFC 5545 asks for.
  return `${calendar.toString()}\r\n`;
}
