import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flatHeaders } from '../aws/upstream.ts';
import { AwsError } from '../aws/wire.ts';
import type { AwsAnswer, Clock } from '../parts.ts';
import type { HostileWorld } from './world.ts';

/** A post that was taken. */
export interface Taken {
  /** ms, by the dial. */
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Another system on this machine, which takes every post that reaches it. To functions a post is a call like those of
 * AWS: it waits for its turn, and faults strike it as `http:Post`.
 */
export class OtherSystem {
  readonly url: string;
  readonly #server: Server;
  readonly #taken: Taken[];

  private constructor(server: Server, taken: Taken[]) {
    this.#server = server;
    this.#taken = taken;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  }

  static async open(world: HostileWorld, clock: Clock): Promise<OtherSystem> {
    const taken: Taken[] = [];
    const server = createServer((request, response) => {
      const token = String(request.headers['x-amz-security-token'] ?? '');
      take(request, token, world, (post) => taken.push({ at: clock.now(), ...post })).then(
        ({ status, body }) => {
          response.writeHead(status).end(body);
          world.answered(token);
        },
        () => {
          response.destroy();
          world.answered(token);
        },
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new OtherSystem(server, taken);
  }

  /** What it took, in order. */
  taken(): readonly Taken[] {
    return [...this.#taken];
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Rejects where the connection is to be cut. */
async function take(
  request: IncomingMessage,
  token: string,
  world: HostileWorld,
  keep: (post: Omit<Taken, 'at'>) => void,
): Promise<AwsAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const headers = flatHeaders(request.headers);
  world.heard(token);
  const { method = 'POST', url = '/' } = request;
  const call = { service: 'http', action: 'Post', caller: 'anyone', method, url, headers, body };
  try {
    return await world.handle(call, () => {
      keep({ headers, body: body.toString('utf8') });
      return Promise.resolve({ status: 204, headers: {}, body: '' });
    });
  } catch (error) {
    if (error instanceof AwsError) return { status: error.status, headers: {}, body: error.message };
    throw error;
  }
}
