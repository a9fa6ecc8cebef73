import type { FunctionName } from './function-names.ts';

type ItemAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem';

/** By due time, and by the mobile number of a booking that is not over. */
export type IndexName = 'due' | 'mobile';

export interface TableGrant {
  readonly table: readonly ItemAction[];
  /** The indexes that it looks bookings up in. */
  readonly queries?: readonly IndexName[];
}

/**
 * What each function may do with the table. A transaction needs the action of each of its items, so there is
 * no action of its own for it. Nothing scans, and nothing deletes: rows that are done with expire.
 */
export const tableGrants = {
  api: { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
  pages: { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
  'on-text': { table: ['GetItem', 'PutItem', 'UpdateItem'], queries: ['mobile'] },
  'on-event': { table: ['GetItem', 'PutItem', 'UpdateItem'], queries: ['mobile'] },
  'on-timer': { table: ['GetItem', 'PutItem', 'UpdateItem'] },
  sweep: { table: ['GetItem', 'PutItem', 'UpdateItem'], queries: ['due'] },
} as const satisfies Record<FunctionName, TableGrant>;
