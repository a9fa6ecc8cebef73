import { attendanceBody, providerEvent } from './attendance-schemas.ts';
import { read, refuseField } from './read.ts';
import { parseJson } from './sns-envelope.ts';

/** What of a provider's event is read. */
export interface JoinedPost {
  readonly booking?: string;
  readonly conferenceId?: string;
  /** When they joined (ms). */
  readonly joinedAt: number;
  /** Who gives the session joined: that says nothing of whom it is for. */
  readonly isHost: boolean;
}

/** Clocks of others may go ahead of ours by so much (ms). */
const CLOCK_SKEW_MS = 300_000;

const hosts = ['host', 'cohost', 'organizer', 'organiser', 'moderator'];

/**
 * Reads the body of a post that is trusted already; undefined where it is an event of a type that we don't know. Throws
 * `invalid-input` naming each field. `now` is in ms.
 */
export function readJoined(body: string, now: number): JoinedPost | undefined {
  const parsed = parseJson(body);
  if (read(providerEvent, parsed, 'body').type !== 'participant.joined') return undefined;
  const { timestamp, data } = read(attendanceBody, parsed, 'body');
  const { booking, conferenceId, joinedAt = timestamp, role } = data;
  if (booking === undefined && conferenceId === undefined)
    refuseField('data', 'must have booking or conferenceId');
  if (joinedAt > now + CLOCK_SKEW_MS) refuseField('data.joinedAt', 'must not lie in the future');
  return {
    ...(booking === undefined ? {} : { booking }),
    ...(conferenceId === undefined ? {} : { conferenceId }),
    joinedAt: Math.min(joinedAt, now),
    isHost: role !== undefined && hosts.includes(role.toLowerCase().replaceAll(/[^a-z]/gu, '')),
  };
}
