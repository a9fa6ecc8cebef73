import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConnectionCut } from '../hostile/connection-cut.ts';
import type { AwsAnswer, AwsCall, AwsService, Need } from '../parts.ts';
import type { Permissions } from './permissions.ts';
import { flatHeaders } from './upstream.ts';
import { AwsError, accessDenied, errorAnswer } from './wire.ts';

/** The caller that our own tools use: it may do anything. */
export const operator = 'operator';

/** The caller of a call that nobody signed, which only a service's open operations are. */
const anyone = 'anyone';

/** A document that the endpoint gives to anyone who asks, such as the certificate that SNS signs with. */
export interface PublicDocument {
  readonly path: string;
  readonly contentType: string;
  /** Made when it is asked for, if it takes a while. */
  readonly body: string | (() => Promise<string>);
}

/** What stands between calls and their services. Callers are told apart by the token of their credentials. */
export interface Between {
  handle(call: AwsCall, effect: () => Promise<AwsAnswer>): Promise<AwsAnswer>;
  /** Told of each request once all of it is there. */
  heard(token: string): void;
  /** Told when it is answered, or its connection broken. */
  answered(token: string): void;
}

export interface EndpointInput {
  readonly account: string;
  readonly services: readonly AwsService[];
  readonly permissions: Permissions;
  readonly documents?: readonly PublicDocument[];
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** What answers say as their date (ms); real time unless given. */
  readonly now?: () => number;
  /** Stands between a call and its service, where the world misbehaves. */
  readonly between?: Between | undefined;
  /** Told of every call that was done. */
  readonly onCall?: (call: AwsCall) => void;
  /** Told of failures of ours, which callers see as InternalFailure. */
  readonly onError?: (error: unknown) => void;
}

export interface AwsEndpoint {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens the local AWS endpoint on loopback. Each call is checked against its caller's permissions and handed to
 * its service; a call that lacks one gets the service's own AccessDenied. Rejects when the port is taken.
 */
export async function openAwsEndpoint(input: EndpointInput): Promise<AwsEndpoint> {
  const services = new Map(input.services.map((service) => [service.service, service]));
  const documents = new Map((input.documents ?? []).map((document) => [document.path, document]));
  const server = createServer((request, response) => {
    const document = request.method === 'GET' ? documents.get(request.url ?? '') : undefined;
    const { between } = input;
    const token = tokenOf(request);
    const answering = document === undefined ? answer(request, services, input) : show(document);
    answering.then(
      (given) => {
        write(response, given, input.now?.() ?? Date.now());
        between?.answered(token);
      },
      (error: unknown) => {
        if (!(error instanceof ConnectionCut)) input.onError?.(error);
        response.destroy();
        between?.answered(token);
      },
    );
  });
  // A client may reuse an idle connection after any pause: never close it under its hands.
  server.keepAliveTimeout = 0;
  await listen(server, input.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) };
}

async function show({ contentType, body }: PublicDocument): Promise<AwsAnswer> {
  const text = typeof body === 'string' ? body : await body();
  return { status: 200, headers: { 'content-type': contentType }, body: text };
}

async function answer(
  request: IncomingMessage,
  services: ReadonlyMap<string, AwsService>,
  input: EndpointInput,
): Promise<AwsAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  input.between?.heard(tokenOf(request));
  const scope =
    credentialScope(request.headers.authorization) ?? openScope(requestOf(request, body), input.services);
  try {
    if (scope === undefined)
      throw new AwsError('MissingAuthenticationToken', 'Missing Authentication Token', 403);
    const service = services.get(scope.service);
    if (service === undefined) {
      throw new AwsError('UnknownService', `The local cloud has no service "${scope.service}"`);
    }
    const call = callOf(requestOf(request, body), service, scope.caller);
    authorize(call, service, input);
    const effect = async (): Promise<AwsAnswer> => {
      const answered = await service.handle(call);
      if (answered.status < 300) input.onCall?.(call);
      return answered;
    };
    return await (input.between?.handle(call, effect) ?? effect());
  } catch (error) {
    if (error instanceof ConnectionCut) throw error;
    if (error instanceof AwsError) return errorAnswer(scope?.service ?? '', error);
    input.onError?.(error);
    const failure = new AwsError(
      'InternalFailure',
      error instanceof Error ? error.message : String(error),
      500,
    );
    return errorAnswer(scope?.service ?? '', failure);
  }
}

const tokenOf = ({ headers }: IncomingMessage): string => String(headers['x-amz-security-token'] ?? '');

type Request = Omit<AwsCall, 'service' | 'action' | 'caller'>;

function requestOf(request: IncomingMessage, body: Buffer): Request {
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: flatHeaders(request.headers),
    body,
  };
}

function callOf(request: Request, service: AwsService, caller: string): AwsCall {
  const known = { ...request, service: service.service };
  const action = service.actionOf(known);
  if (action === undefined) {
    const target = request.headers['x-amz-target'];
    throw new AwsError(
      'UnknownOperationException',
      `${service.service}: the local cloud has no such operation${target === undefined ? '' : `: ${target}`}`,
    );
  }
  return { ...known, action, caller };
}

function authorize(call: AwsCall, service: AwsService, { permissions, account }: EndpointInput): void {
  if (call.caller === operator) return;
  if (service.isOpen?.(call) === true) return;
  if (!permissions.knows(call.caller)) {
    throw new AwsError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      403,
    );
  }
  for (const need of service.needs(call)) {
    const verdict = permissions.check(call.caller, need);
    if (verdict === 'allowed') continue;
    const user = `arn:aws:sts::${account}:assumed-role/${call.caller}/${call.caller}`;
    throw accessDenied(call.service, denialMessage(user, need, verdict === 'explicit-deny'));
  }
}

function denialMessage(user: string, need: Need, explicit: boolean): string {
  const why = explicit
    ? 'with an explicit deny in an identity-based policy'
    : `because no identity-based policy allows the ${need.action} action`;
  return `User: ${user} is not authorized to perform: ${need.action} on resource: ${need.resource} ${why}`;
}

/** Caller and service out of `AWS4-HMAC-SHA256 Credential=<key>/<date>/<region>/<service>/aws4_request, …`. */
function credentialScope(header: string | undefined): { caller: string; service: string } | undefined {
  const match = /Credential=([^/,\s]+)\/[^/,\s]+\/[^/,\s]+\/([^/,\s]+)\/aws4_request/.exec(header ?? '');
  const [, caller, service] = match ?? [];
  return caller === undefined || service === undefined ? undefined : { caller, service };
}

/** For a call without a signature: the service that lets anyone make it, if there is one. */
function openScope(
  request: Request,
  services: readonly AwsService[],
): { caller: string; service: string } | undefined {
  const open = services.find((one) => one.isOpen?.({ ...request, service: one.service }) === true);
  return open === undefined ? undefined : { caller: anyone, service: open.service };
}

function write(response: ServerResponse, answered: AwsAnswer, now: number): void {
  const body = typeof answered.body === 'string' ? Buffer.from(answered.body) : answered.body;
  response.writeHead(answered.status, {
    ...answered.headers,
    'content-length': String(body.length),
    date: new Date(now).toUTCString(),
  });
  response.end(body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
