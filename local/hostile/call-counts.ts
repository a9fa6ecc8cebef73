import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

/** How many calls this thread made so far, and how many of them are over. */
export interface CallCounts {
  readonly sent: number;
  readonly ended: number;
}

/** Says whose call it is. The SDK sends it with what it signs. */
const tokenHeader = 'x-amz-security-token';

/** Starts to count. Calls that nobody signs, to AWS and to others, carry this token as well from now on; not those of `fetch`. */
export function countCalls(token: string): CallCounts {
  const counts = { sent: 0, ended: 0 };
  const open = new WeakSet<ClientRequest>();
  const begin = (request: ClientRequest): void => {
    open.add(request);
    counts.sent += 1;
  };
  const end = (request: ClientRequest): void => {
    if (open.delete(request)) counts.ended += 1;
  };
  subscribe('http.client.request.created', (message) => {
    const { request } = message as { readonly request: ClientRequest };
    if (!request.hasHeader(tokenHeader)) request.setHeader(tokenHeader, token);
  });
  subscribe('http.client.request.start', (message) =>
    begin((message as { readonly request: ClientRequest }).request),
  );
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    response.once('close', () => end(request));
  });
  subscribe('http.client.request.error', (message) => end((message as { request: ClientRequest }).request));
  return counts;
}
