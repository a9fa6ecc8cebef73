import type { FunctionName } from './function-names.ts';

type ItemAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem';

/**
 * Bookings by due time, by mobile number, by the normalized mail address of who they are for, by company, by consultant,
 * and by how their ids begin.
 */
export type IndexName = 'due' | 'mobile' | 'person' | 'company' | 'consultant' | 'booking';

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
  portal: { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], queries: ['person'] },
  desk: {
    table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'],
    queries: ['mobile', 'person', 'company', 'consultant', 'booking'],
  },
  'on-text': { table: ['GetItem', 'PutItem', 'UpdateItem'], queries: ['mobile'] },
  'on-event': { table: ['GetItem', 'PutItem', 'UpdateItem'], queries: ['mobile'] },
  'on-timer': { table: ['GetItem', 'PutItem', 'UpdateItem'] },
  sweep: { table: ['GetItem', 'PutItem', 'UpdateItem'], queries: ['due'] },
} as const satisfies Record<FunctionName, TableGrant>;
