import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '../../local/assembly.ts';
import { listen } from '../../local/ports.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a configuration of the tests, named by the path, is answered with the directory of its assembly. */
    assemblies: string;
  }
}

/**
 * Synthesizes the stack with a configuration when a test first asks for it, and once for all of them: the tests run
 * in several processes, and this is the one they share.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'showup-assemblies-'));
  const stopping = new AbortController();
  const wanted = new Map<string, Promise<string>>();
  const assemblyOf = (configuration: string): Promise<string> => {
    const directory = join(folder, configuration);
    const options = { config: `test/${configuration}.ts`, signal: stopping.signal };
    const known = wanted.get(configuration) ?? synthesize(directory, options).then(() => directory);
    wanted.set(configuration, known);
    return known;
  };
  const server = serve(assemblyOf);
  project.provide('assemblies', `http://127.0.0.1:${await listen(server, 0)}`);
  return async () => {
    stopping.abort();
    await Promise.allSettled(wanted.values());
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  };
}

function serve(assemblyOf: (configuration: string) => Promise<string>): Server {
  return createServer((request, response) => {
    assemblyOf((request.url ?? '').slice(1)).then(
      (directory) => response.end(directory),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
}
