import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { freePort, StartError } from '../ports.ts';
import { dynamoDbLocal } from './dynamodb-local.ts';
import { dynoxide } from './dynoxide.ts';
import type { EngineProgram } from './engine-program.ts';
import { spawnGuarded, stopGuarded } from './guarded-child.ts';

/** A running table engine. */
export interface TableEngine {
  readonly name: string;
  readonly endpoint: string;
  /** Resolves with a message if the engine ends by itself. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

const programs: readonly EngineProgram[] = [dynoxide, dynamoDbLocal];
const patience = 20_000;

/**
 * Starts the table engine: the native one where it is installed, else DynamoDB Local under Java, else the address
 * in DYNAMODB_ENDPOINT. DYNAMODB_ENGINE (`dynoxide`, `dynamodb-local`) forces one. Throws a StartError if none can run.
 */
export async function startTableEngine(options: { readonly dataDir?: string } = {}): Promise<TableEngine> {
  const forced = process.env['DYNAMODB_ENGINE'];
  const candidates = forced ? programs.filter(({ name }) => name === forced) : programs;
  if (candidates.length === 0) {
    throw new StartError(
      `DYNAMODB_ENGINE is ${forced}: it must be ${programs.map(({ name }) => name).join(' or ')}`,
    );
  }
  const program = candidates.find((candidate) => candidate.missing() === undefined);
  if (program) return await run(program, options.dataDir);
  const endpoint = process.env['DYNAMODB_ENDPOINT'];
  if (endpoint && !forced) return borrowed(endpoint);
  const reasons = candidates.map((candidate) => `${candidate.name}: ${candidate.missing()}`).join('; ');
  throw new StartError(
    `no DynamoDB engine can run here (${reasons}); DYNAMODB_ENDPOINT can name one that runs elsewhere`,
  );
}

function borrowed(endpoint: string): TableEngine {
  return {
    name: 'DYNAMODB_ENDPOINT',
    endpoint,
    died: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  };
}

async function run(program: EngineProgram, dataDir: string | undefined): Promise<TableEngine> {
  // The port is free when it is chosen, but another process can be quicker to take it.
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawnGuarded(program.command(port, dataDir));
    const said = collect(child);
    const died = ended(program.name, child, said);
    const failure = await Promise.race([answering(port, child), died]);
    if (failure === undefined) return engineOf(program.name, port, child, died);
    await stopGuarded(child);
    if (attempt === 3) throw new StartError(failure);
  }
}

function engineOf(name: string, port: number, child: ChildProcess, died: Promise<string>): TableEngine {
  return { name, endpoint: `http://127.0.0.1:${port}`, died, stop: () => stopGuarded(child) };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-2000);
  });
  return () => text.trim();
}

function ended(name: string, child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((done) => {
    child.once('error', (error) => done(`${name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => done(`${name} ended (${signal ?? code}): ${said()}`));
  });
}

/** Resolves with undefined once the port takes connections, or with a message if it doesn't in time. */
async function answering(port: number, child: ChildProcess): Promise<string | undefined> {
  const limit = performance.now() + patience;
  while (performance.now() < limit && child.exitCode === null && child.signalCode === null) {
    if (await connects(port)) return undefined;
    await new Promise((done) => setTimeout(done, 10));
  }
  return `the table engine did not answer on port ${port}`;
}

function connects(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    const finish = (answer: boolean): void => {
      socket.destroy();
      done(answer);
    };
    socket.once('connect', () => finish(true)).once('error', () => finish(false));
  });
}
