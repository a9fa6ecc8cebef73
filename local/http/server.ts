import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FunctionPool } from '../functions/functions.ts';
import type { Clock } from '../parts.ts';
import { listen } from '../ports.ts';
import type { Api, ApiRoute } from './api.ts';
import { corsHeaders } from './cors.ts';
import { splitTarget, toEvent } from './event.ts';
import { type ApiResponse, gatewayResponse, toResponse } from './response.ts';
import { findRoute } from './routes.ts';

/** The site: the template's HTTP API on a loopback port. */
export interface Site {
  readonly port: number;
  /** Starts to serve; until then every request is answered 503, as by a service that is not there yet. */
  serve(api: Api, pool: FunctionPool, clock: Clock): void;
  stop(): Promise<void>;
}

const megabyte = 1024 * 1024;
/** API Gateway takes no more than this. */
const largestBody = 10 * megabyte;
/** Lambda takes and gives no more than this, event and envelope included. */
const largestPayload = 6 * megabyte;

type Answer = (incoming: IncomingMessage) => Promise<ApiResponse>;

/** Takes the port. Throws a StartError if it is taken. */
export async function openSite(port: number): Promise<Site> {
  let answer: Answer = () => Promise.resolve(gatewayResponse(503, 'Service Unavailable'));
  const server = createServer((incoming, outgoing) => {
    void answer(incoming)
      .catch(() => gatewayResponse(500, 'Internal Server Error'))
      .then((response) => write(incoming, outgoing, response));
  });
  return {
    port: await listen(server, port),
    serve: (api, pool, clock) => {
      answer = (incoming) => answerRequest(incoming, api, pool, clock);
    },
    stop: () => close(server),
  };
}

async function answerRequest(
  incoming: IncomingMessage,
  api: Api,
  pool: FunctionPool,
  clock: Clock,
): Promise<ApiResponse> {
  const requestId = crypto.randomUUID();
  const response = await route(incoming, api, pool, clock, requestId);
  const cors = api.cors ? corsHeaders(api.cors, incoming.headers.origin, false) : {};
  return { ...response, headers: { ...response.headers, ...cors, 'apigw-requestid': requestId } };
}

async function route(
  incoming: IncomingMessage,
  api: Api,
  pool: FunctionPool,
  clock: Clock,
  requestId: string,
): Promise<ApiResponse> {
  const body = await readBody(incoming);
  if (!body) return gatewayResponse(413, 'Request Entity Too Large');
  const preflight =
    incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method'] !== undefined;
  if (api.cors && preflight) {
    return {
      status: 204,
      headers: corsHeaders(api.cors, incoming.headers.origin, true),
      cookies: [],
      body: Buffer.alloc(0),
    };
  }
  const { path, query } = splitTarget(incoming.url ?? '/');
  const match = findRoute(api.routes, incoming.method ?? 'GET', path);
  if (!match) return gatewayResponse(404, 'Not Found');
  const added = api.door?.headersFor(incoming) ?? {};
  const request = { incoming, path, query, body, apiId: api.id, requestId, now: clock.now(), added };
  const event = toEvent(request, match);
  if (Buffer.byteLength(JSON.stringify(event)) > largestPayload)
    return gatewayResponse(413, 'Request Entity Too Large');
  return await integrate(match.route, event, pool);
}

async function integrate(
  { functionArn, timeoutMs }: ApiRoute,
  event: unknown,
  pool: FunctionPool,
): Promise<ApiResponse> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<ApiResponse>((done) => {
    timer = setTimeout(() => done(gatewayResponse(503, 'Service Unavailable')), timeoutMs);
  });
  try {
    return await Promise.race([pool.invoke(functionArn, event).then(readAnswer), late]);
  } catch {
    return gatewayResponse(500, 'Internal Server Error');
  } finally {
    clearTimeout(timer);
  }
}

function readAnswer(answer: unknown): ApiResponse {
  const tooLarge = Buffer.byteLength(JSON.stringify(answer)) > largestPayload;
  const response = tooLarge ? undefined : toResponse(answer);
  return response ?? gatewayResponse(500, 'Internal Server Error');
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read on to the end, so that the answer reaches a client that is still sending.
    if (size <= largestBody) chunks.push(chunk);
  }
  return size > largestBody ? undefined : Buffer.concat(chunks);
}

function write(incoming: IncomingMessage, outgoing: ServerResponse, response: ApiResponse): void {
  try {
    for (const [name, value] of Object.entries(response.headers)) outgoing.setHeader(name, value);
    if (response.cookies.length > 0) outgoing.setHeader('set-cookie', response.cookies);
    outgoing.statusCode = response.status;
    if (response.status !== 204 && response.status !== 304)
      outgoing.setHeader('content-length', response.body.length);
    outgoing.end(incoming.method === 'HEAD' ? undefined : response.body);
  } catch {
    // A header that HTTP can't carry: API Gateway answers 500 as well.
    for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name);
    outgoing.statusCode = 500;
    outgoing.end(JSON.stringify({ message: 'Internal Server Error' }));
  }
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
}
