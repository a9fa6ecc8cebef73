import type { Need } from '../parts.ts';
import { arnPattern, wildcard } from './arn.ts';
import { compileConditions } from './conditions.ts';
import { listOf, type Statement } from './policy.ts';

/** What an AWS service wants to do with the resource that a policy hangs on. A trust policy names no resource. */
export type ServiceNeed = Omit<Need, 'resource'> & { readonly resource?: string };

/** Whether a resource's own policy lets an AWS service do this: some statement allows it, and none denies it. */
export function letsService(
  policy: readonly Statement[],
  service: string,
  { action, resource, context = {} }: ServiceNeed,
): boolean {
  const applies = (statement: Statement): boolean =>
    isMeant(statement.Principal, service) &&
    listOf(statement.Action).some((pattern) => wildcard(pattern, 'i')(action)) &&
    (resource === undefined || listOf(statement.Resource).some((pattern) => arnPattern(pattern)(resource))) &&
    compileConditions(statement.Condition)(context);
  const matching = policy.filter(applies);
  return matching.length > 0 && matching.every((statement) => statement.Effect === 'Allow');
}

/** Principals are meant by name, or all at once: `"*"` and `{"AWS": "*"}` say the same. */
function isMeant(principal: unknown, service: string): boolean {
  if (principal === '*') return true;
  if (typeof principal !== 'object' || principal === null) return false;
  const { Service: services, AWS: accounts } = principal as Readonly<Record<string, unknown>>;
  return [services].flat().includes(service) || [accounts].flat().includes('*');
}
