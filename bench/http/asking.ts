import { Agent, request } from 'node:http';

export interface Answered {
  /** 0 where the connection broke. */
  readonly status: number;
  readonly body: string;
  /** From the request's first byte to the answer's last (ms). */
  readonly ms: number;
}

export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Connections to a site, as many as asked for, kept open. Node's own client: it costs the least beside what it measures. */
export class Asking {
  readonly #site: URL;
  readonly #agent: Agent;

  constructor(site: string, connections: number) {
    this.#site = new URL(site);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Asks, and waits for the whole answer. Never rejects. */
  ask({ method, path, body, headers = {} }: Asked): Promise<Answered> {
    const text = body === undefined ? '' : JSON.stringify(body);
    const began = performance.now();
    return new Promise((resolve) => {
      const end = (status: number, said: string): void =>
        resolve({ status, body: said, ms: performance.now() - began });
      const { hostname: host, port } = this.#site;
      const sent = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        ...headers,
      };
      const asking = request({ agent: this.#agent, host, port, method, path, headers: sent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => end(answer.statusCode ?? 0, Buffer.concat(chunks).toString()));
        answer.on('error', (error) => end(0, error.message));
      });
      asking.on('error', (error) => end(0, error.message));
      asking.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** How an answer is counted: its status, with the problem's code where it tells one. */
export function kindOf({ status, body }: Pick<Answered, 'status' | 'body'>): string {
  return status > 0 && status < 400 ? String(status) : `${status} ${codeIn(body)}`.trim();
}

/** Whoever answers in between, as the gateway does, answers without a code. */
function codeIn(body: string): string {
  try {
    const { code = '' } = JSON.parse(body) as { readonly code?: string };
    return code;
  } catch {
    return '';
  }
}
