import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from './definition.ts';
import { FunctionError } from './function-error.ts';
import { environmentOf, type InstanceSurroundings, startOf } from './instance-start.ts';
import { eachLine } from './lines.ts';
import type { FunctionFailure, Invocation, QuietQuestion, WorkerMessage } from './messages.ts';

interface Pending {
  readonly timer: NodeJS.Timeout;
  readonly done: (result: string) => void;
  readonly fail: (error: FunctionError) => void;
}

/** One worker thread with a function's bundle in it. It serves any number of invocations at once. */
export class FunctionInstance {
  private readonly definition: FunctionDefinition;
  private readonly surroundings: InstanceSurroundings;
  private readonly worker: Worker;
  private readonly pending = new Map<string, Pending>();
  private readonly asked: ((sent: number) => void)[] = [];
  private begun = 0;
  private dead = false;
  private retired = false;
  /** Rides on its calls where the world misbehaves. */
  readonly token: string;
  /** Resolves once the bundle is loaded; rejects with a FunctionError if it can't be. */
  readonly loaded: Promise<void>;

  /** `number` tells it from others of the same function. */
  constructor(definition: FunctionDefinition, surroundings: InstanceSurroundings, number = 1) {
    this.token = `${definition.logicalId}.${number}`;
    this.definition = definition;
    this.surroundings = surroundings;
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), {
      env: environmentOf(definition, surroundings, this.token),
      workerData: startOf(definition, surroundings, this.token),
      stdout: true,
      stderr: true,
    });
    const log = (stream: 'out' | 'err') => (line: string) =>
      surroundings.log(definition.logicalId, stream, line);
    eachLine(this.worker.stdout, log('out'));
    eachLine(this.worker.stderr, log('err'));
    this.loaded = this.load();
    this.loaded.catch(() => undefined);
    surroundings.hostile?.join(this);
  }

  get logicalId(): string {
    return this.definition.logicalId;
  }

  /** Of its bundle. */
  get directory(): string {
    return this.definition.directory;
  }

  /** Whether new invocations may still come here. */
  get usable(): boolean {
    return !this.retired;
  }

  /** Whether it still is there, and has a run under way. */
  get working(): boolean {
    return !this.retired && this.begun > 0;
  }

  /**
   * Runs the handler, with randomness of this seed; gives its result as JSON. Rejects with a FunctionError if it throws,
   * times out or exits.
   */
  async invoke(id: string, event: string, seed?: string): Promise<string> {
    this.begun += 1;
    try {
      await this.loaded;
      return await this.run(id, event, seed);
    } finally {
      if (this.usable) await this.surroundings.hostile?.end(this);
      this.begun -= 1;
    }
  }

  /**
   * Asks the worker to take in all that was sent to it, the answers to this many calls among it. Gives how many it has
   * made then; none if it is gone.
   */
  async quiet(answered: number): Promise<number> {
    await this.loaded.catch(() => undefined);
    if (this.retired) return 0;
    return await new Promise<number>((done) => {
      this.asked.push(done);
      this.worker.postMessage({ kind: 'quiet?', answered } satisfies QuietQuestion);
    });
  }

  /** Ends the worker at once, and with it what it was doing: what it would still say is not heard. */
  async die(): Promise<void> {
    this.retired = true;
    this.dead = true;
    await this.worker.terminate();
  }

  private async run(id: string, event: string, seed: string | undefined): Promise<string> {
    const { timeoutMs } = this.definition;
    const invocation: Invocation = { id, event, timeoutMs, ...(seed === undefined ? {} : { seed }) };
    return await new Promise<string>((done, fail) => {
      const { patience = 1 } = this.surroundings.hostile ?? {};
      const timer = setTimeout(() => this.timeOut(id), timeoutMs * patience);
      this.pending.set(id, { timer, done, fail });
      this.worker.postMessage(invocation);
    });
  }

  /** Ends the worker and everything in it. */
  async stop(): Promise<void> {
    this.retired = true;
    await this.worker.terminate();
  }

  private load(): Promise<void> {
    return new Promise<void>((done, fail) => {
      const give = (failure: FunctionFailure): void => {
        fail(this.error(failure));
        this.failAll(failure);
      };
      this.worker.on('message', (message: WorkerMessage) => {
        if (this.dead) return;
        if (message.kind === 'loaded') done();
        else if (message.kind === 'unloadable') give(message.failure);
        else if (message.kind === 'quiet') this.asked.shift()?.(message.sent);
        else this.finish(message);
      });
      this.worker.on('error', (error: Error) =>
        give({ errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] }),
      );
      this.worker.on('exit', (code) =>
        give({ errorType: 'Runtime.ExitError', errorMessage: `Runtime exited with code ${code}`, trace: [] }),
      );
    });
  }

  private finish(message: Extract<WorkerMessage, { id: string }>): void {
    const pending = this.take(message.id);
    this.surroundings.ran(this.definition, message.took);
    if (message.kind === 'done') pending?.done(message.result);
    else pending?.fail(this.error(message.failure));
  }

  private timeOut(id: string): void {
    const seconds = (this.definition.timeoutMs / 1000).toFixed(2);
    const failure = {
      errorType: 'Sandbox.Timedout',
      errorMessage: `Task timed out after ${seconds} seconds`,
      trace: [],
    };
    this.take(id)?.fail(this.error(failure));
    this.surroundings.ran(this.definition, { ms: this.definition.timeoutMs, processorMs: 0 });
    // Lambda ends the environment of a call that timed out. Others under way in this one are let through first.
    this.retired = true;
    if (this.pending.size === 0) void this.worker.terminate();
  }

  private take(id: string): Pending | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    clearTimeout(pending?.timer);
    if (this.retired && this.pending.size === 0) void this.worker.terminate();
    return pending;
  }

  private failAll(failure: FunctionFailure): void {
    this.retired = true;
    for (const done of this.asked.splice(0)) done(0);
    for (const id of [...this.pending.keys()]) this.take(id)?.fail(this.error(failure));
  }

  private error(failure: FunctionFailure): FunctionError {
    return new FunctionError(this.definition.name, failure);
  }
}
