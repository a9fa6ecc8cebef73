import type { Clock } from '../parts.ts';
import { failedFrom } from './batch-response.ts';
import type { EventSource } from './event-source.ts';
import type { StreamRecord } from './record.ts';

/** Why records were given up, in the words of the record that the failure destination gets. */
export type GiveUpReason = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

export interface LaneSurroundings {
  readonly clock: Clock;
  readonly source: EventSource;
  /** Runs the function with a batch. Rejects if the function fails. */
  deliver(records: readonly StreamRecord[]): Promise<unknown>;
  giveUp(records: readonly StreamRecord[], reason: GiveUpReason, tries: number): void;
}

interface Batch {
  readonly records: readonly StreamRecord[];
  /** How often it failed already. */
  readonly failures: number;
}

const longestBackoff = 60_000;

/**
 * Delivers records one batch at a time and in order, with the retries of an event source mapping. A batch that waits
 * for its next try (1 s, doubling, on the dial) holds up all that follows it.
 */
export class Lane {
  private readonly around: LaneSurroundings;
  private readonly records: StreamRecord[] = [];
  private readonly retries: Batch[] = [];
  private working: Promise<void> | undefined;
  /** When the waiting batch is tried again, ms; undefined if none waits. */
  due: number | undefined;

  constructor(around: LaneSurroundings) {
    this.around = around;
  }

  push(record: StreamRecord): void {
    this.records.push(record);
    if (this.due === undefined) this.start();
  }

  /** Tries the waiting batch again. */
  async retry(): Promise<void> {
    this.due = undefined;
    this.start();
    await this.settled();
  }

  /** Resolves once nothing is under way; a batch may still wait for its next try. */
  async settled(): Promise<void> {
    while (this.working) await this.working;
  }

  /** Whether every record pushed was delivered or given up. */
  get empty(): boolean {
    return !this.working && this.records.length === 0 && this.retries.length === 0;
  }

  private start(): void {
    this.working ??= this.work().finally(() => {
      this.working = undefined;
      // A record can arrive in the very turn in which the work ended.
      if (this.due === undefined && !this.empty) this.start();
    });
  }

  private async work(): Promise<void> {
    // Records pushed together go together: the first batch waits for the end of the current turn.
    await Promise.resolve();
    for (
      let batch = this.next();
      batch && this.due === undefined;
      batch = this.due === undefined ? this.next() : undefined
    ) {
      await this.try(batch);
    }
  }

  private next(): Batch | undefined {
    const retry = this.retries.shift();
    if (retry) return retry;
    const records = this.records.splice(0, this.around.source.batchSize);
    return records.length === 0 ? undefined : { records, failures: 0 };
  }

  private async try(batch: Batch): Promise<void> {
    const { records, failures } = this.withoutExpired(batch);
    if (records.length === 0) return;
    const failed = await this.deliver(records);
    if (failed === undefined) return;
    const rest = records.slice(failed);
    this.failed(rest, failed > 0 ? 1 : failures + 1, failed > 0);
  }

  private async deliver(records: readonly StreamRecord[]): Promise<number | undefined> {
    try {
      const answer = await this.around.deliver(records);
      return this.around.source.reportsItemFailures ? failedFrom(answer, records) : undefined;
    } catch {
      return 0;
    }
  }

  /** Splitting in two costs no retry, says the service, so a poison record ends up alone before its tries run out. */
  private failed(rest: readonly StreamRecord[], failures: number, progressed: boolean): void {
    const { bisects, maximumRetries } = this.around.source;
    if (bisects && rest.length > 1 && (!progressed || failures > maximumRetries)) {
      const middle = Math.ceil(rest.length / 2);
      const halves = [rest.slice(0, middle), rest.slice(middle)];
      this.retries.unshift(...halves.map((records) => ({ records, failures: failures - 1 })));
    } else if (failures > maximumRetries) {
      this.around.giveUp(rest, 'RetryAttemptsExhausted', failures);
    } else {
      this.retries.unshift({ records: rest, failures });
      this.due = this.around.clock.now() + Math.min(1000 * 2 ** (failures - 1), longestBackoff);
    }
  }

  private withoutExpired(batch: Batch): Batch {
    const oldest = this.around.clock.now() - this.around.source.maximumAgeMs;
    const expired = batch.records.filter(({ arrived }) => arrived < oldest);
    if (expired.length === 0) return batch;
    this.around.giveUp(expired, 'RecordAgeExceeded', batch.failures);
    return { ...batch, records: batch.records.filter(({ arrived }) => arrived >= oldest) };
  }
}
