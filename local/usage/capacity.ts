import type { Usage } from './usage.ts';

interface Units {
  readonly CapacityUnits?: number;
}

/** What the engine says that a call on one table used, split by index. */
export interface ConsumedCapacity extends Units {
  readonly Table?: Units;
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, Units>>;
}

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

/** The calls that read or write rows, and so are paid by the unit. */
export const paidByUnit: ReadonlySet<string> = new Set([
  ...writes,
  'GetItem',
  'Query',
  'Scan',
  'BatchGetItem',
  'TransactGetItems',
]);

/** Meters what a call used, as the engine reports it: `<caller> <action>`, with the index where it was one. */
export function meterCapacity(
  usage: Usage,
  caller: string,
  action: string,
  consumed: readonly ConsumedCapacity[],
): void {
  const meter = writes.has(action) ? 'table.writeUnits' : 'table.readUnits';
  const add = (of: string, { CapacityUnits: units = 0 }: Units): void => {
    if (units > 0) usage.add(meter, `${caller} ${action}${of}`, units);
  };
  for (const { Table: table, GlobalSecondaryIndexes: indexes = {}, ...whole } of consumed) {
    add('', table ?? whole);
    for (const [index, units] of Object.entries(indexes)) add(` ${index}`, units);
  }
}

/** A write whose condition failed is paid as well, and the engine doesn't say it: one unit an item, in transactions two. */
export function meterRefusedWrite(usage: Usage, caller: string, action: string, reasons: number): void {
  const units = action === 'TransactWriteItems' ? 2 * Math.max(reasons, 1) : 1;
  usage.add('table.writeUnits', `${caller} ${action} refused`, units);
}
