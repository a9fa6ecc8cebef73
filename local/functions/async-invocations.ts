import type { Dial } from '../clock.ts';
import type { Part } from '../parts.ts';
import type { Queues } from '../queues.ts';
import type { AsyncSettings } from './async-settings.ts';
import { FunctionError } from './function-error.ts';
import type { FunctionPool } from './functions.ts';
import type { FunctionFailure } from './messages.ts';
import { FunctionUnreachable, type Outages } from './outages.ts';

interface Waiting {
  readonly requestId: string;
  readonly arn: string;
  readonly event: unknown;
  readonly received: number;
  readonly attempts: number;
  readonly due: number;
}

/** Lambda's asynchronous invocation: its queue, its retries after 1 and 2 minutes, its failure destination. */
export interface AsyncInvocations extends Part {
  /** Takes an event; resolves once its first attempt is over, however it ended. Rejects only where it is unreachable. */
  invokeAsync(name: string, event: unknown): Promise<void>;
}

export interface AsyncSurroundings {
  readonly clock: Pick<Dial, 'now'>;
  readonly pool: FunctionPool;
  readonly queues: Queues;
  readonly outages: Pick<Outages, 'of'>;
  settings(arn: string): AsyncSettings;
  /** Told of an event that no function could be found for. */
  report(line: string): void;
}

const minute = 60_000;

export function createAsyncInvocations(around: AsyncSurroundings): AsyncInvocations {
  let waiting: Waiting[] = [];

  const attempt = async (work: Waiting): Promise<void> => {
    const { arn, event, requestId } = work;
    try {
      await around.pool.invoke(arn, event, requestId);
    } catch (thrown) {
      retryOrGiveUp({ ...work, attempts: work.attempts + 1 }, failureOf(thrown));
    }
  };

  const retryOrGiveUp = (work: Waiting, failure: FunctionFailure): void => {
    const { maximumAttempts, maximumAgeMs } = around.settings(work.arn);
    const due = around.clock.now() + work.attempts * minute;
    if (work.attempts >= maximumAttempts) giveUp(work, failure, 'RetriesExhausted');
    else if (due - work.received > maximumAgeMs) giveUp(work, failure, 'EventAgeExceeded');
    else waiting.push({ ...work, due });
  };

  const giveUp = (work: Waiting, failure: FunctionFailure, condition: string): void => {
    const { failureQueue } = around.settings(work.arn);
    const { deadLetterQueue } = around.pool.find(work.arn);
    if (failureQueue)
      around.queues.send(failureQueue, destinationRecord(work, failure, condition, around.clock.now()));
    if (deadLetterQueue) around.queues.send(deadLetterQueue, work.event, deadLetterAttributes(work, failure));
  };

  return {
    async invokeAsync(name, event) {
      try {
        const { arn, logicalId } = around.pool.find(name);
        if (around.outages.of(logicalId) === 'unreachable') throw new FunctionUnreachable(name);
        const now = around.clock.now();
        await attempt({ requestId: crypto.randomUUID(), arn, event, received: now, attempts: 0, due: now });
      } catch (thrown) {
        if (thrown instanceof FunctionUnreachable) throw thrown;
        around.report(`an event for ${name} could not be taken: ${String(thrown)}`);
      }
    },
    nextDue: () => (waiting.length === 0 ? undefined : Math.min(...waiting.map(({ due }) => due))),
    async runDue(now) {
      const due = waiting.filter((work) => work.due <= now);
      waiting = waiting.filter((work) => work.due > now);
      await Promise.all(due.map(attempt));
    },
  };
}

function failureOf(thrown: unknown): FunctionFailure {
  if (thrown instanceof FunctionError) return thrown.failure;
  return { errorType: 'Error', errorMessage: String(thrown), trace: [] };
}

/** What Lambda sends to an on-failure destination. */
function destinationRecord(work: Waiting, failure: FunctionFailure, condition: string, now: number): unknown {
  return {
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId: work.requestId,
      functionArn: `${work.arn}:$LATEST`,
      condition,
      approximateInvokeCount: work.attempts,
    },
    requestPayload: work.event,
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: failure,
  };
}

function deadLetterAttributes(work: Waiting, failure: FunctionFailure): Record<string, string> {
  return { RequestID: work.requestId, ErrorCode: '200', ErrorMessage: failure.errorMessage };
}
