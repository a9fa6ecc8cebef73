import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { AlreadyDone, SlotTaken, Stale, StandingChanged } from '../app/deps.ts';
import { AddressTaken, CodeTaken } from '../app/people-deps.ts';

/** What a write of the transaction stands guard over. */
export type Guard = 'row' | 'calendar' | 'once' | 'standing' | 'address' | 'code' | 'telling';

/** The same was told before. */
export class AlreadyTold extends Error {}

/** Reasons that say "try again", not "no": somebody else's transaction was in the way, or the table was busy. */
const passing = new Set([
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
  'RequestLimitExceeded',
]);

/**
 * Reads why a transaction was cancelled, or a write refused; `guards` are those of the writes, in order. A key used before outweighs a row
 * changed since, that a standing changed since, and that a cell taken since: the first is the whole answer, and each of
 * the others makes those after it out of date.
 */
export function failureOf(error: unknown, guards: readonly Guard[]): unknown {
  if (isInProgress(error)) return new Stale('the same transaction is under way', { cause: error });
  const codes = reasonsOf(error);
  const refused = guards.filter((_, index) => codes[index] === 'ConditionalCheckFailed');
  if (refused.includes('once')) return new AlreadyDone('the key was used before', { cause: error });
  if (refused.includes('row')) return new Stale('the row was changed since it was read', { cause: error });
  if (refused.includes('standing')) {
    return new StandingChanged('what was relied on changed since it was read', { cause: error });
  }
  if (codes.some((code) => code !== undefined && passing.has(code))) {
    return new Stale('another transaction was in the way', { cause: error });
  }
  if (refused.includes('address')) return new AddressTaken('the mail address is taken', { cause: error });
  if (refused.includes('code')) return new CodeTaken('the code is taken', { cause: error });
  if (refused.includes('calendar')) return new SlotTaken('a cell was taken', { cause: error });
  if (refused.includes('telling')) return new AlreadyTold('the same was told before', { cause: error });
  return error;
}

/** By the order of the writes; none where the error is of another kind. */
function reasonsOf(error: unknown): readonly (string | undefined)[] {
  if (error instanceof TransactionCanceledException)
    return (error.CancellationReasons ?? []).map(({ Code }) => Code);
  // Of a write that stands alone.
  if (isConditionFailure(error)) return ['ConditionalCheckFailed'];
  return error instanceof TransactionConflictException ? ['TransactionConflict'] : [];
}

export function isConditionFailure(error: unknown): boolean {
  return error instanceof ConditionalCheckFailedException;
}

function isInProgress(error: unknown): boolean {
  return error instanceof Error && error.name === 'TransactionInProgressException';
}
