import * as z from 'zod/mini';
import { isDate, isZone } from '../domain/calendar/zone.ts';
import { languageCodes } from '../domain/language.ts';

/** The shapes of requests. Every object is strict: an unknown field is refused by name. */

/** Those that turn the direction of text included: in a name they could disguise a mail. */
const controlCharacters = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** The most characters of what people type. */
export const limits = {
  name: 200,
  email: 254,
  mobile: 40,
  companyCode: 40,
  topic: 500,
  reason: 500,
  contest: 2000,
} as const;

/** Half of a pair of surrogates is no character: it can be neither stored nor sent. */
const wellFormed = z.refine<string>((text) => text.isWellFormed(), 'must be well-formed Unicode');

/** One line of text, trimmed. */
export function line(maximum: number) {
  return z.string().check(
    z.trim(),
    z.minLength(1, 'must not be empty'),
    z.maxLength(maximum, `must be at most ${maximum} characters`),
    z.refine((text) => !controlCharacters.test(text), 'must not contain control characters'),
    wellFormed,
  );
}

/** Several lines of text, trimmed. */
export function prose(maximum: number) {
  return z.string().check(
    z.trim(),
    z.minLength(1, 'must not be empty'),
    z.maxLength(maximum, `must be at most ${maximum} characters`),
    z.refine(
      (text) => !controlCharacters.test(text.replaceAll(/[\n\r\t]/gu, '')),
      'must not contain control characters',
    ),
    wellFormed,
  );
}

export const id = line(60);

/** At the ends of the calendar, the day before or after has no four-digit year in some zone. */
const inReach = z.refine<string>((text) => /^2\d{3}-/u.test(text), 'must lie in the years 2000 to 2999');

/** An RFC 3339 instant, read as milliseconds. */
export const instant = z.pipe(
  z.iso
    .datetime({
      offset: true,
      abort: true,
      error: 'must be an RFC 3339 time with an offset, such as 2026-11-24T15:00:00Z',
    })
    .check(inReach),
  z.transform((text) => Date.parse(text)),
);

export const date = z
  .string()
  .check(z.refine(isDate, { error: 'must be a date, such as 2026-11-24', abort: true }), inReach);

const timeZone = line(60).check(
  z.refine(isZone, 'must be a time zone of the IANA database, such as Europe/Berlin'),
);

export const email = z
  .string()
  .check(
    z.trim(),
    z.maxLength(limits.email, `must be at most ${limits.email} characters`),
    z.email('must be a mail address'),
  );

/** An international number; spaces and punctuation are left out. Read as E.164. */
export const mobile = z.pipe(
  z.pipe(
    line(limits.mobile),
    z.transform((text) => text.replaceAll(/[\s().-]/gu, '')),
  ),
  z.string().check(z.regex(/^\+[1-9]\d{7,14}$/u, 'must be an international number, such as +1 555 010 0123')),
);

export const slotsQuery = z.strictObject({ sessionType: id, from: date, to: date, timeZone });

export const explainQuery = z.strictObject({ sessionType: id, start: instant });

export const noQuery = z.strictObject({});

export const bookingBody = z.strictObject({
  sessionType: id,
  start: instant,
  timeZone,
  attendee: z.strictObject({ name: line(limits.name), email, mobile: z.exactOptional(mobile) }),
  companyCode: z.exactOptional(line(limits.companyCode)),
  topic: z.exactOptional(prose(limits.topic)),
  release: z.exactOptional(id),
  language: z.exactOptional(z.enum(languageCodes, `must be one of ${languageCodes.join(', ')}`)),
});

export const cancelBody = z.strictObject({ reason: z.exactOptional(prose(limits.reason)) });

export const rescheduleBody = z.strictObject({ start: instant });

export const noBody = z.strictObject({});

export const idempotencyKey = line(255);
