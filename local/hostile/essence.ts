import { createHash } from 'node:crypto';

/** What differs from one run to the next though the same thing happens: ports, sessions, ids of the cloud's own making. */
const incidental = new Set([
  'MessageId',
  'REFRESH_TOKEN',
  'SequenceNumber',
  'Signature',
  'SigningCertURL',
  'SigningCertUrl',
  'SizeBytes',
  'SubscribeURL',
  'Token',
  'UnsubscribeURL',
  'UnsubscribeUrl',
  'EventSubscriptionArn',
  'authorization',
  'cookies',
  'domainName',
  'domainPrefix',
  'eventID',
  'host',
  'origin',
  'referer',
  'requestId',
  'x-amzn-trace-id',
  'x-csrf-token',
  'x-forwarded-for',
  'x-forwarded-port',
]);

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const loopback = /(127\.0\.0\.1|localhost)(:|%3A)\d+/gi;

/** The local mail service numbers its mails by chance. */
const mailId = /\bses-\d+/g;

/** A text without what differs from run to run. */
export const plainText = (text: string): string =>
  text.replace(uuid, 'uuid').replace(mailId, 'ses').replace(loopback, '$1');

/** Of a text that is JSON itself, as the body of a request is. */
function essenceOfText(text: string): string {
  try {
    return text.startsWith('{') ? essenceOf(JSON.parse(text)) : plainText(text);
  } catch {
    return plainText(text);
  }
}

/** Sets of the table, which have no order. */
const sets = new Set(['SS', 'NS', 'BS']);

const inOrder = (one: string, other: string): number => (one < other ? -1 : 1);

/** What an event says, without what differs from run to run: the table's engine gives attributes in any order. */
export const essenceOf = (event: unknown): string =>
  JSON.stringify(event, (key, value: unknown) => {
    if (incidental.has(key)) return undefined;
    if (typeof value === 'string') return essenceOfText(value);
    if (Array.isArray(value)) return sets.has(key) ? value.map(String).toSorted(inOrder) : value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => inOrder(one, other)));
  }) ?? '';

/** A number of 256 bits, as hex, that follows from these. */
export const digestOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex');

/** A random UUID's shape, made of a digest. */
export function uuidOf(digest: string): string {
  const hex = `${digest.slice(0, 12)}4${digest.slice(13, 16)}8${digest.slice(17, 32)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Draws whole numbers below a bound, one after the other, that follow from a seed. */
export function drawsOf(seed: string): (below: number) => number {
  let drawn = 0;
  return (below) => {
    drawn += 1;
    return Number.parseInt(digestOf(seed, drawn).slice(0, 12), 16) % below;
  };
}
