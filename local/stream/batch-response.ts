import { isRecord } from '../template/template.ts';
import type { StreamRecord } from './record.ts';

/**
 * Reads a function's answer as ReportBatchItemFailures defines it: the index of the first record that failed, from
 * which the batch is tried again, or undefined if all went well. An answer that can't be read fails the whole batch.
 */
export function failedFrom(answer: unknown, records: readonly StreamRecord[]): number | undefined {
  if (answer === null || answer === undefined) return undefined;
  if (!isRecord(answer)) return 0;
  const failures = answer['batchItemFailures'];
  if (failures === undefined || failures === null) return undefined;
  if (!Array.isArray(failures)) return 0;
  if (failures.length === 0) return undefined;
  const indexes = failures.map((failure: unknown) => {
    const identifier = isRecord(failure) ? failure['itemIdentifier'] : undefined;
    return records.findIndex(({ sequenceNumber }) => sequenceNumber === identifier);
  });
  return Math.max(0, Math.min(...indexes));
}
