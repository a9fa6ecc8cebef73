import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import type { AwsAnswer } from '../parts.ts';

/** What is passed on to an engine. */
export interface Forwarded {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const perConnection = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'host',
  'expect',
]);

/** A kept-alive HTTP connection pool to an engine on loopback. */
export class Upstream {
  readonly #base: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(url: string) {
    this.#base = new URL(url);
  }

  /** Passes a request on and gives the answer unchanged. Rejects when the engine can't be reached. */
  async send(call: Forwarded): Promise<AwsAnswer> {
    try {
      return await this.#once(call);
    } catch (error) {
      // An engine may close an idle connection just as it is picked: nothing was read, so asking again is safe.
      if (error instanceof StaleConnection) return await this.#once(call);
      throw error;
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #once(call: Forwarded): Promise<AwsAnswer> {
    const headers = { ...passedOn(call.headers), 'content-length': String(call.body.length) };
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          agent: this.#agent,
          host: this.#base.hostname,
          port: this.#base.port,
          method: call.method,
          path: call.url,
          headers,
        },
        (incoming) => {
          readAll(incoming).then(resolve, reject);
        },
      );
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        reject(outgoing.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnection() : error);
      });
      outgoing.end(call.body);
    });
  }
}

class StaleConnection extends Error {}

async function readAll(incoming: IncomingMessage): Promise<AwsAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    status: incoming.statusCode ?? 500,
    headers: passedOn(flatHeaders(incoming.headers)),
    body: Buffer.concat(chunks),
  };
}

function passedOn(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !perConnection.has(name)));
}

/** Node's headers with repeated ones joined by a comma. */
export function flatHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = typeof value === 'string' ? value : value.join(', ');
  }
  return flat;
}
