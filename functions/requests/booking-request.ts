import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { BookingRequest } from '../../lib/app/book-session.ts';
import type { BookOnce, Deps } from '../../lib/app/deps.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { refuseUnlessTextable } from '../../lib/http/mobile-country.ts';
import { read } from '../../lib/http/read.ts';
import { type bookingBody, idempotencyKey } from '../../lib/http/schemas.ts';
import { releaseNamed, sessionTypeNamed } from './named.ts';
import { sourceOf } from './source.ts';

export type BookingBody = z.output<typeof bookingBody>;

/**
 * What the body asks for, and from where the request comes. Throws `invalid-input` for what isn't on offer, and for a number
 * that isn't texted.
 */
export function requestOf(
  settings: Deps['settings'],
  { sessionType, release, ...facts }: BookingBody,
  event: APIGatewayProxyEventV2,
): BookingRequest {
  refuseUnlessTextable(facts.attendee.mobile, settings.texts.countries);
  return {
    ...facts,
    source: sourceOf(event),
    sessionType: sessionTypeNamed(settings, sessionType),
    ...(release === undefined ? {} : { release: releaseNamed(settings, release) }),
  };
}

/**
 * Makes a body book once for a key, which is kept only as the digest that the booking's id is: keys come from outside,
 * and may say more than they should. `scope` keeps those of programs, of forms and of our staff apart, so that none opens
 * what another made.
 */
export function onceFor(scope: 'booking' | 'form' | 'desk', key: string, body: object): BookOnce {
  return { key: `${scope} ${key}`, fingerprint: digest(JSON.stringify(body)) };
}

/** Throws `idempotency-key-missing`, and `invalid-input` for what can't be one. */
export function idempotencyKeyIn({ headers }: APIGatewayProxyEventV2): string {
  const header = headers['idempotency-key'];
  if (header !== undefined) return read(idempotencyKey, header, 'Idempotency-Key');
  throw new Refusal(
    'idempotency-key-missing',
    'Send a header Idempotency-Key with a value of your own, the same for every try.',
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
