import { setTimeout as wait } from 'node:timers/promises';
import type { Cloud } from '../../local/cloud.ts';
import type { Span } from './rounds.ts';

/** A call of the table, what it was, and the logical id of the function that made it. */
export interface TableCall extends Span {
  readonly caller: string;
  readonly action: string;
}

/**
 * Notes every call of the table from now on. Each is held for a while, far longer than calls that a function makes beside
 * each other take to arrive, so that none of them seems to have waited for another. Those of sweeps, which come often as the
 * clock is moved and are no part of an operation, are not held.
 */
export function watchCalls({ aws: { dynamodb }, functions }: Cloud, holdMs = 40): TableCall[] {
  const sweep = functions.find('showup-dev-sweep').logicalId;
  const calls: TableCall[] = [];
  const handle = dynamodb.handle.bind(dynamodb);
  dynamodb.handle = async (call) => {
    const start = performance.now();
    if (call.caller !== sweep) await wait(holdMs);
    try {
      return await handle(call);
    } finally {
      calls.push({ caller: call.caller, action: call.action, start, end: performance.now() });
    }
  };
  return calls;
}
