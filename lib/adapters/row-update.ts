import type { Write } from './transaction.ts';

type Attributes = Readonly<Record<string, unknown>>;
type Expressions = Pick<
  NonNullable<Write['Update']>,
  'UpdateExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
>;

/**
 * What makes a row hold `after` where it holds `before`, which is for a condition to see to. What else stands in the row
 * stays there, but for the attributes that are to go.
 */
export function rowUpdate(before: Attributes, after: Attributes, toGo: readonly string[] = []): Expressions {
  const set = Object.entries(after);
  const remove = [...Object.keys(before).filter((name) => !(name in after)), ...toGo];
  return {
    UpdateExpression: [
      `SET ${set.map((_, index) => `#s${index} = :s${index}`).join(', ')}`,
      ...(remove.length === 0 ? [] : [`REMOVE ${remove.map((_, index) => `#r${index}`).join(', ')}`]),
    ].join(' '),
    ExpressionAttributeNames: Object.fromEntries([
      ...set.map(([name], index) => [`#s${index}`, name]),
      ...remove.map((name, index) => [`#r${index}`, name]),
    ]),
    ExpressionAttributeValues: Object.fromEntries(set.map(([, value], index) => [`:s${index}`, value])),
  };
}
