import { createHash } from 'node:crypto';
import type { Policy } from '../domain/policy.ts';

const versions = new WeakMap<Policy, string>();

/** Names what a policy says: `pol_` and 12 hexadecimal digits, the same for the same numbers in whatever order. */
export function policyVersion(policy: Policy): string {
  const known = versions.get(policy);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(canonical(policy)).digest('hex');
  const version = `pol_${digest.slice(0, 12)}`;
  versions.set(policy, version);
  return version;
}

/** JSON with the fields of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
