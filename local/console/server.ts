import { createServer, type IncomingMessage } from 'node:http';
import { listen } from '../ports.ts';
import { actions } from './actions.ts';
import type { ConsoleParts } from './parts.ts';
import { Problem, problemBody } from './problem.ts';
import { canRead, read, renderPage } from './reads.ts';
import { page, type Reply, write } from './replies.ts';
import { cameFrom, readPost, requireLoopbackHost } from './request.ts';

export interface Console {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the console on a loopback port (0 for any). Rejects with a StartError when the port is taken. */
export async function openConsole(parts: ConsoleParts, port: number): Promise<Console> {
  const server = createServer((request, response) => {
    answer(parts, request)
      .then(
        (reply) => write(response, reply),
        async (error: unknown) => write(response, await refusal(parts, request, error)),
      )
      .catch(() => response.destroy());
  });
  // A move of the clock may take as long as the work that falls due.
  server.requestTimeout = 0;
  const opened = await listen(server, port);
  return {
    url: `http://127.0.0.1:${opened}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(parts: ConsoleParts, request: IncomingMessage): Promise<Reply> {
  requireLoopbackHost(request);
  const url = new URL(request.url ?? '/', 'http://console');
  const { pathname } = url;
  const action = Object.hasOwn(actions, pathname) ? actions[pathname] : undefined;
  const readable = canRead(pathname);
  if (!readable && action === undefined) throw new Problem(404, 'Not found', `There is no ${pathname}`);
  if (request.method === 'POST' && action !== undefined) return await action(parts, await readPost(request));
  if (request.method === 'GET' && readable) return await read(parts, url);
  throw new Problem(405, 'Method not allowed', `${pathname} does not take ${request.method}`);
}

/** A failed form goes back to the person as its page with a word about it; everything else gets a problem. */
async function refusal(parts: ConsoleParts, request: IncomingMessage, error: unknown): Promise<Reply> {
  const problem = asProblem(error);
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (isForm && (problem.status === 400 || problem.status === 409)) {
    const { pathname } = new URL(cameFrom(request), 'http://console');
    const shown = canRead(pathname) ? pathname : '/';
    return page(await renderPage(parts, shown, new URLSearchParams(), problem.message), problem.status);
  }
  const body = problemBody(problem, request.url ?? '/');
  return { status: problem.status, headers: { 'content-type': 'application/problem+json' }, body };
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(500, 'Internal error', error instanceof Error ? error.message : String(error));
}
