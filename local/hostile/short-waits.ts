import { createRequire, syncBuiltinESMExports } from 'node:module';

/** The longest wait between two tries of the SDK's (ms); what waits longer is to end something that hangs. */
const longest = 20_000;

/** How much longer what hangs is given than it asks for: one step at a time takes a while. */
const patience = 20;

/**
 * Makes the waits between tries in this thread take no time. Time stands still unless the dial is moved, and a wait that
 * real time ended would let chance say what overtakes it.
 */
export function shortenWaits(): void {
  const timers = createRequire(import.meta.url)('node:timers/promises') as {
    setTimeout: (ms?: number, value?: unknown, options?: object) => Promise<unknown>;
    readonly setImmediate: (value?: unknown, options?: object) => Promise<unknown>;
  };
  const waiting = timers.setTimeout;
  timers.setTimeout = (ms = 0, value, options) =>
    ms > longest ? waiting(ms, value, options) : timers.setImmediate(value, options);
  syncBuiltinESMExports();
  const abortAfter = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (ms) => abortAfter(ms * patience);
  const [begin, end] = [globalThis.setTimeout, globalThis.clearTimeout];
  const soon = new Set<unknown>();
  const brief = (run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): unknown => {
    if (ms > longest) return begin(run, ms, ...given);
    const immediate = setImmediate(() => {
      soon.delete(immediate);
      run(...given);
    });
    soon.add(immediate);
    return immediate;
  };
  Object.assign(globalThis, {
    setTimeout: brief,
    clearTimeout: (timer: NodeJS.Immediate & NodeJS.Timeout) =>
      soon.delete(timer) ? clearImmediate(timer) : end(timer),
  });
}
