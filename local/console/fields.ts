import { Temporal } from 'temporal-polyfill';
import { isPhone } from '../carrier/text.ts';
import type { MeetingJoin } from '../meeting-provider.ts';
import { invalidField, type Problem } from './problem.ts';

/** A request's fields, as JSON or a form gave them. */
export type Fields = Readonly<Record<string, unknown>>;

/** A turn of the clock: by a duration, to an instant (both ms), or to the next timer. */
export type Move = { readonly advance: number } | { readonly to: number } | { readonly next: true };

/** What `POST /clock` asks for, when the clock reads `now` (ms). */
export function readMove(fields: Fields, now: number): Move {
  onlyKnown(fields, ['advance', 'to', 'next']);
  const { advance, to, next } = fields;
  if ([advance, to, next].filter((field) => field !== undefined).length !== 1) {
    throw invalidField('advance', 'give one of "advance" (a duration), "to" (an instant) and "next" (true)');
  }
  if (next !== undefined) {
    if (next !== true) throw invalidField('next', 'must be true');
    return { next };
  }
  const field = to === undefined ? 'advance' : 'to';
  const move = to === undefined ? { advance: readDuration(field, advance) } : { to: readInstant(field, to) };
  const target = move.to ?? now + (move.advance ?? 0);
  if (target < now) throw invalidField(field, 'the clock only moves forward');
  if (target >= latest) throw invalidField(field, 'the clock stops short of the year 2100');
  return move;
}

/** A text from a phone. `at` is when it was sent (ms); `messageId` is the carrier's, the same for the same text. */
export interface PhoneText {
  readonly from: string;
  readonly body: string;
  readonly at: number;
  readonly messageId?: string;
}

/** What `POST /texts` asks for, when the clock reads `now` (ms). */
export function readText(fields: Fields, now: number): PhoneText {
  onlyKnown(fields, ['from', 'body', 'at', 'messageId']);
  const { from, body, messageId } = fields;
  if (typeof from !== 'string' || !isPhone(from)) throw invalidPhone('from');
  if (typeof body !== 'string' || body.trim() === '') throw invalidField('body', 'must be a text');
  if (body.length > 1600) throw invalidField('body', 'must have at most 1600 characters');
  const at = fields['at'] === undefined ? now : readInstant('at', fields['at']);
  if (at > now) throw invalidField('at', 'must not be in the future');
  if (messageId === undefined) return { from, body, at };
  if (typeof messageId !== 'string' || !/^[\w-]{1,100}$/.test(messageId)) {
    throw invalidField('messageId', 'must have 1 to 100 letters, digits and hyphens');
  }
  return { from, body, at, messageId };
}

/** What `POST /joins` asks for, when the clock reads `now` (ms): who joins a booking's meeting, or a room. */
export function readJoin(fields: Fields, now: number): MeetingJoin {
  onlyKnown(fields, ['booking', 'conferenceId', 'role', 'at', 'messageId']);
  const texts = Object.entries(fields).filter(([name]) => name !== 'at');
  for (const [name, value] of texts)
    if (typeof value !== 'string') throw invalidField(name, 'must be a text');
  const at = fields['at'] === undefined ? now : readInstant('at', fields['at']);
  return { ...Object.fromEntries(texts), at };
}

export const invalidPhone = (field: string): Problem =>
  invalidField(field, 'must be a phone number such as +12025550123');

const latest = Date.parse('2099-12-31T00:00:00Z');

function readDuration(field: string, value: unknown): number {
  const advice = 'must be an ISO 8601 duration such as PT5M, PT1H or P1D';
  if (typeof value !== 'string') throw invalidField(field, advice);
  try {
    return Temporal.Duration.from(value).total('milliseconds');
  } catch {
    // Weeks, months and years come here too: they have no fixed length.
    throw invalidField(field, advice);
  }
}

function readInstant(field: string, value: unknown): number {
  const advice = 'must be an RFC 3339 instant such as 2026-11-24T15:00:00Z';
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value)) {
    throw invalidField(field, advice);
  }
  try {
    return Temporal.Instant.from(value).epochMilliseconds;
  } catch {
    throw invalidField(field, advice);
  }
}

/** Throws a Problem naming the first field that isn't known; `within` is the field that holds them, if any. */
export function onlyKnown(fields: Fields, known: readonly string[], within?: string): void {
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw invalidField(
    within === undefined ? unknown : `${within}.${unknown}`,
    `is not one of: ${known.join(', ')}`,
  );
}
