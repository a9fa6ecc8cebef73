import type { FunctionName } from './function-names.ts';

type ItemAction = 'GetItem' | 'BatchGetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'ConditionCheckItem';

/**
 * Bookings by due time, and blocks by their end; what waits for a decision; bookings by mobile number, by the normalized mail address of who they are for, by company, by consultant,
 * and by how their ids begin; people and companies by their names.
 */
export type IndexName =
  | 'due'
  | 'queue'
  | 'mobile'
  | 'person'
  | 'company'
  | 'consultant'
  | 'booking'
  | 'directory';

export interface TableGrant {
  readonly table: readonly ItemAction[];
  /** The indexes that it looks bookings up in. */
  readonly queries?: readonly IndexName[];
  /** Partition keys whose rows it may delete, with wildcards. */
  readonly deletes?: readonly string[];
}

/**
 * What each function may do with the table. A transaction needs the action of each of its items, so there is
 * no action of its own for it. A booking is held to where its attendee and their company stand, without writing there.
 * Nothing scans. Rows that are done with expire; only what is keyed by the address or number of somebody who asked to be
 * forgotten is deleted, and never what happened.
 */
export const tableGrants = {
  api: {
    table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    queries: ['consultant'],
  },
  pages: { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'ConditionCheckItem'] },
  portal: { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], queries: ['person'] },
  desk: {
    table: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem'],
    queries: ['mobile', 'person', 'company', 'consultant', 'booking', 'queue', 'directory'],
    deletes: ['EMAIL#*', 'PHONE#*', 'MAILBOX#*', 'STANDING#*@*'],
  },
  'on-text': { table: ['GetItem', 'PutItem', 'UpdateItem'], queries: ['mobile', 'person'] },
  'on-event': { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], queries: ['mobile'] },
  'on-timer': { table: ['GetItem', 'PutItem', 'UpdateItem'] },
  sweep: { table: ['GetItem', 'PutItem', 'UpdateItem'], queries: ['due'] },
  deliver: { table: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
} as const satisfies Record<Exclude<FunctionName, 'rotate'>, TableGrant>;
