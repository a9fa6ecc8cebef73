import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** A request, ready to be sent. */
export interface Sent {
  readonly method: string;
  /** Path and query, as they are. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One connection to a site, which sends what no decent client would. */
export class Connection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #site: URL;

  constructor(site: string) {
    this.#site = new URL(site);
  }

  send({ method, target, headers, body }: Sent): Promise<Answer> {
    const { hostname, port } = this.#site;
    return new Promise((resolve, reject) => {
      const outgoing = request({ agent: this.#agent, hostname, port, method, path: target, headers });
      outgoing.once('error', reject);
      outgoing.once('response', (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.once('error', reject);
        incoming.once('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text });
        });
      });
      outgoing.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** The content type of an answer, without what it says beside. */
export function contentTypeOf({ headers }: Answer): string {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
}
