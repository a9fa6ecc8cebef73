import type { UsageReport } from '../../local/usage/usage.ts';

/** A function of the template, as far as its price goes. */
export interface FunctionSize {
  readonly name: string;
  /** Under which it calls AWS here. */
  readonly logicalId: string;
  readonly memoryMegabytes: number;
}

/**
 * How runs on this machine become billed time. Processor time is measured by thread, so that neighbours on this machine
 * don't count; Lambda gives a function 1 processor for each 1,769 MB, so less memory makes it take longer by that much. A
 * call of AWS takes Lambda longer than here, where it is a millisecond: each is counted in full, though many are made
 * beside each other. Both make the sum too high rather than too low.
 */
export const assumed = {
  megabytesPerProcessor: 1769,
  /** How much longer a processor of Lambda's takes than one of this machine. `--slower` sets another. */
  slower: 1.5,
  msPerCall: 8,
  /** Of all runs: Lambda ends an idle function after some minutes, and a site of some thousand bookings idles often. */
  coldShare: 0.1,
  /** To load the bundle, at one processor (ms). */
  coldProcessorMs: 350,
} as const;

/** Billed seconds of a function, and the same in GB-seconds. */
export function billedTime(size: FunctionSize, usage: UsageReport, slower: number = assumed.slower) {
  const { name, logicalId, memoryMegabytes } = size;
  const runs = usage['functions.runs']?.[name] ?? 0;
  const processorMs = usage['functions.processorMs']?.[name] ?? 0;
  const share = Math.min(1, memoryMegabytes / assumed.megabytesPerProcessor);
  const coldMs = runs * assumed.coldShare * assumed.coldProcessorMs;
  const billedMs = (processorMs * slower + coldMs) / share + callsOf(logicalId, usage) * assumed.msPerCall;
  return { runs, seconds: billedMs / 1000, gigabyteSeconds: (billedMs / 1000) * (memoryMegabytes / 1024) };
}

function callsOf(logicalId: string, usage: UsageReport): number {
  const calls = Object.entries(usage.calls ?? {});
  return sum(calls.filter(([of]) => of.startsWith(`${logicalId} `)).map(([, count]) => count));
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
