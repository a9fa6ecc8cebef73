import { isSupportedCountry } from 'libphonenumber-js/min';
import * as z from 'zod';
import { isZone } from '../domain/calendar/zone.ts';

/** A check that stops at its first failure, so that contradictions are only looked for among sound values. */
const field = (holds: (text: string) => boolean, problem: string) =>
  z.string().refine(holds, { error: ({ input }) => `${quoted(input)} ${problem}`, abort: true });

const pattern = (form: RegExp, error: string) => field((text) => form.test(text), error);

/** One line of text, neither blank nor longer than `most` characters. */
export const line = (most: number) =>
  field(
    (text) => text.trim() !== '' && text.length <= most && !/[\p{Cc}\u2028\u2029]/u.test(text),
    `must be one line of text, 1 to ${most} characters`,
  );

/** Text that may run over several lines, not blank. */
export const prose = (most: number) =>
  field((text) => text.trim() !== '' && text.length <= most, `must be text of 1 to ${most} characters`);

export const id = pattern(
  /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  'must be an id of lower-case letters, digits and single hyphens, at most 40 characters, such as "live-60"',
);

export const releaseId = pattern(
  /^(?=.{1,40}$)[a-z0-9]+([.-][a-z0-9]+)*$/,
  'must be an id of lower-case letters, digits, dots and hyphens, at most 40 characters, such as "5.2"',
);

export const zone = field(
  isZone,
  'is not a time zone: write one of the IANA names, such as "America/New_York"',
);

export const date = field(
  (text) => z.iso.date().safeParse(text).success,
  'is not a date: write one that exists, as YYYY-MM-DD',
);

export const mailAddress = field(
  (text) => text.length <= 254 && z.email().safeParse(text).success,
  'must be a mail address and nothing else',
);

/** A wall-clock time of the form given, on a quarter hour. */
export const quarterHour = (form: RegExp, range: string) =>
  pattern(form, `must be a time on a quarter hour, written HH:MM, ${range}`);

export const webAddress = field(isWebAddress, 'must be a web address that starts with https://');

/** Where a frame may stand: scheme, host and port. Plain http is for trying things out on one machine. */
export const origin = field(
  isOrigin,
  'must be the origin of a site and nothing else, such as "https://www.example.com"',
);

/** Name of a host with at least two parts, in lower case. */
export const hostName = pattern(
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
  'must be the name of a host in lower case and nothing else, such as "sessions.example.com"',
);

export const certificateArn = pattern(
  /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/,
  'must be the ARN of a certificate in Certificate Manager, which begins with "arn:aws:acm:"',
);

export const hostedZoneId = pattern(
  /^Z[A-Z0-9]{1,31}$/,
  'must be the id of a hosted zone of Route 53, such as "Z0123456789ABCDEFGHIJ"',
);

export const textNumberId = pattern(
  /^phone-[0-9a-f]{32}$/,
  'must be the id of a number in End User Messaging, such as "phone-0123456789abcdef0123456789abcdef"',
);

export const picture = pattern(
  /^[^:?#\\]+\.(svg|png)$/,
  'must be the path of an .svg or .png file: a picture at a web address would be loaded from another host',
);

export const country = field(
  (code) => isSupportedCountry(code),
  'is not a country with telephone numbers: write its two-letter ISO 3166 code, such as "US"',
);

export const colour = pattern(/^#[0-9a-f]{6}$/i, 'must be a colour written as #rrggbb');

export const phoneNumber = pattern(
  /^\+[1-9]\d{6,14}$/,
  'must be a telephone number in international form (E.164), such as "+15550100"',
);

export const currency = field(
  (code) => Intl.supportedValuesOf('currency').includes(code),
  'is not a currency: write its three-letter ISO 4217 code, such as "USD"',
);

const stop = { abort: true };

/** An amount of money. */
export const money = z.number().min(0, stop).max(100_000, stop);

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number) => z.int().min(least, stop).max(most, stop);

/** Minutes that fill whole cells of the calendar, which are 15 minutes long. */
export const quarters = (least: number, most: number) => whole(least, most).multipleOf(15, stop);

function isWebAddress(text: string): boolean {
  return /^https:\/\/[^\s/]/.test(text) && URL.canParse(text) && text.length <= 2000;
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol, hostname } = new URL(text);
  return (
    origin === text &&
    !hostname.includes('*') &&
    (protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost'))
  );
}

function quoted(text: unknown): string {
  const said = String(text);
  return JSON.stringify(said.length > 60 ? `${said.slice(0, 60)}…` : said);
}
