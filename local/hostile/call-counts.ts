import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

/** How many calls of AWS this thread made so far, and how many of them are over. */
export interface CallCounts {
  readonly sent: number;
  readonly ended: number;
}

/** Starts to count. */
export function countCalls(): CallCounts {
  const counts = { sent: 0, ended: 0 };
  const open = new WeakSet<ClientRequest>();
  const end = (request: ClientRequest): void => {
    if (open.delete(request)) counts.ended += 1;
  };
  subscribe('http.client.request.start', (message) => {
    const { request } = message as { readonly request: ClientRequest };
    if (request.getHeader('x-amz-security-token') === undefined) return;
    open.add(request);
    counts.sent += 1;
  });
  subscribe('http.client.response.finish', (message) => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    response.once('close', () => end(request));
  });
  subscribe('http.client.request.error', (message) => end((message as { request: ClientRequest }).request));
  return counts;
}
