import type { IncomingMessage } from 'node:http';
import { account } from '../template/resource-identity.ts';
import type { RouteMatch } from './routes.ts';

/** A request, with what API Gateway adds to it. */
export interface ApiRequest {
  readonly incoming: IncomingMessage;
  /** Decoded path, without the query. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  readonly body: Buffer;
  readonly apiId: string;
  readonly requestId: string;
  /** Headers that what stands in front of the API adds, over those that were sent. */
  readonly added?: Readonly<Record<string, string>>;
  /** Instant of the request, ms by the dial. */
  readonly now: number;
}

/**
 * Content types whose bodies travel as text. All others, a missing one and form posts among them, are base64:
 * AWS documents only that binary ones are, this is what HTTP APIs do.
 */
const textual = /^(text\/|application\/(json|javascript|xml)\s*(;|$))/i;

/** Splits a request target into decoded path and raw query. HTTP APIs decode `rawPath`, whatever its name says. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = mark < 0 ? '' : target.slice(mark + 1);
  try {
    return { path: decodeURIComponent(path), query };
  } catch {
    return { path, query };
  }
}

/** Builds the event of payload format 2.0. */
export function toEvent(request: ApiRequest, { route, pathParameters }: RouteMatch): unknown {
  const { incoming, path, query, body } = request;
  const { cookie, ...headers } = joinedHeaders(incoming);
  const parameters = [...new URLSearchParams(query)];
  const isBase64Encoded = body.length > 0 && !textual.test(headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: path,
    rawQueryString: query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*|,\s*/).filter((part) => part !== '') }),
    headers: { ...headers, ...request.added, ...forwarded(incoming, headers) },
    ...(parameters.length === 0 ? {} : { queryStringParameters: joined(parameters) }),
    requestContext: requestContext(request, route.key, headers),
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters }),
    ...(body.length === 0 ? {} : { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

function requestContext(
  request: ApiRequest,
  routeKey: string,
  headers: Readonly<Record<string, string>>,
): unknown {
  const { incoming, path, apiId, requestId, now } = request;
  const domainName = headers['host'] ?? '';
  return {
    accountId: account,
    apiId,
    domainName,
    domainPrefix: domainName.split('.')[0],
    http: {
      method: incoming.method,
      path,
      protocol: `HTTP/${incoming.httpVersion}`,
      sourceIp: sourceIp(incoming),
      userAgent: headers['user-agent'] ?? '',
    },
    requestId,
    routeKey,
    stage: '$default',
    time: commonLogTime(now),
    timeEpoch: now,
  };
}

const sourceIp = (incoming: IncomingMessage): string => incoming.socket.remoteAddress ?? '127.0.0.1';

/** Header names are lower-cased by Node; repeated headers are joined here, which Node does for some only. */
function joinedHeaders(incoming: IncomingMessage): Record<string, string> {
  const entries = Object.entries(incoming.headersDistinct);
  return Object.fromEntries(
    entries.map(([name, values = []]) => [name, values.join(name === 'cookie' ? '; ' : ',')]),
  );
}

function forwarded(
  incoming: IncomingMessage,
  headers: Readonly<Record<string, string>>,
): Record<string, string> {
  const before = headers['x-forwarded-for'];
  const trace = crypto.randomUUID().replaceAll('-', '');
  return {
    'x-amzn-trace-id': headers['x-amzn-trace-id'] ?? `Root=1-${trace.slice(0, 8)}-${trace.slice(8)}`,
    'x-forwarded-for': before === undefined ? sourceIp(incoming) : `${before}, ${sourceIp(incoming)}`,
    'x-forwarded-port': String(incoming.socket.localPort),
    'x-forwarded-proto': 'http',
  };
}

function joined(parameters: readonly (readonly [string, string])[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of parameters) {
    Object.defineProperty(values, name, {
      value: Object.hasOwn(values, name) ? `${values[name]},${value}` : value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return values;
}

/** As in access logs: `21/Nov/2026:20:08:36 +0000`. */
function commonLogTime(instant: number): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) (\S+) GMT$/.exec(new Date(instant).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
