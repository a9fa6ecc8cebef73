import { createServer, type Server } from 'node:net';

/** An error that the person who started the cloud can act on; printed without a stack trace. */
export class StartError extends Error {
  override name = 'StartError';
}

/** Opens a server on the loopback interface and gives its port. Throws a StartError naming a port that is taken. */
export async function listen(
  server: Pick<Server, 'listen' | 'once' | 'off' | 'address'>,
  port: number,
): Promise<number> {
  await new Promise<void>((done, fail) => {
    const refuse = (error: NodeJS.ErrnoException): void => fail(explain(error, port));
    server.once('error', refuse);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', refuse);
      done();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Makes sure that nobody listens on a loopback port. Throws a StartError naming it if somebody does. */
export async function requireFree(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, port);
  await new Promise((done) => probe.close(done));
}

/** A loopback port that was free a moment ago, for children that can't report the one they chose. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe, 0);
  await new Promise((done) => probe.close(done));
  return port;
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new StartError(`port ${port} is taken: choose another with --port`);
  if (error.code === 'EACCES')
    return new StartError(`port ${port} needs more rights: choose another with --port`);
  return error;
}
