import type { FunctionName } from './function-names.ts';

type ItemAction = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem';

export interface TableGrant {
  readonly table: readonly ItemAction[];
  readonly dueIndex?: readonly 'Query'[];
}

/**
 * What each function may do with the table. A transaction needs the action of each of its items, so there is
 * no action of its own for it. Nothing scans, and nothing deletes: rows that are done with expire.
 */
export const tableGrants = {
  api: { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
  pages: { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
  'on-text': { table: ['GetItem', 'PutItem', 'UpdateItem'] },
  'on-event': { table: ['GetItem', 'UpdateItem'] },
  'on-timer': { table: ['GetItem', 'PutItem', 'UpdateItem'] },
  sweep: { table: ['GetItem', 'PutItem', 'UpdateItem'], dueIndex: ['Query'] },
} as const satisfies Record<FunctionName, TableGrant>;
