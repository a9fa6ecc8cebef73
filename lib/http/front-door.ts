import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Refusal } from '../domain/refusal.ts';
import { problemResult } from './answer.ts';
import { doorHeader, viewerHeader } from './door-headers.ts';
import { problemOf } from './problems.ts';

type Event = APIGatewayProxyEventV2;

export interface FrontDoor {
  /** The live keys, any of which proves it. */
  readonly keys: () => Promise<readonly string[]>;
  readonly siteUrl: string;
}

/**
 * Lets in what came through the front door, with the source that it saw in place of its own; refuses the rest, but for
 * health and for posts of services, which are signed. Lets in everything where there is no door.
 */
export function throughFrontDoor(
  door: FrontDoor | undefined,
): MiddlewareObj<Event, APIGatewayProxyStructuredResultV2> {
  return {
    before: async (request) => {
      if (door === undefined) return undefined;
      const { event } = request;
      if (isOpen(event)) return undefined;
      const came = cameThrough(event, await door.keys());
      if (came === undefined) return refuse(event, door.siteUrl);
      request.event = came;
      return undefined;
    },
  };
}

/** The request as the front door saw it, without its proof; undefined where it did not come through. */
function cameThrough(event: Event, keys: readonly string[]): Event | undefined {
  const { [doorHeader]: shown = '', [viewerHeader]: viewer = '', ...headers } = event.headers;
  // Every key is compared, and digests of one length: the time taken tells nothing.
  const proofs = keys.map((key) => timingSafeEqual(digest(shown), digest(key)));
  if (!proofs.includes(true)) return undefined;
  const { http } = event.requestContext;
  const sourceIp = viewer === '' ? http.sourceIp : viewer;
  return { ...event, headers, requestContext: { ...event.requestContext, http: { ...http, sourceIp } } };
}

/** What answers whoever asks, door or none. */
function isOpen({ routeKey }: Event): boolean {
  return routeKey === 'GET /health' || routeKey.startsWith('POST /webhooks/');
}

function refuse({ requestContext: { requestId } }: Event, siteUrl: string) {
  const refusal = new Refusal('not-allowed', `This address takes no requests. Please use ${siteUrl}.`);
  return problemResult(problemOf(refusal, { siteUrl, requestId }));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
