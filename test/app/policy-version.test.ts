import { describe, expect, it } from 'vitest';
import { policyVersion } from '../../lib/app/policy-version.ts';
import { type Policy, standardPolicy } from '../../lib/domain/policy.ts';

describe('the version of a policy', () => {
  it('is the same for the same numbers, in whatever order they are written', () => {
    const reversed = Object.fromEntries(
      Object.entries(standardPolicy)
        .toReversed()
        .map(([group, numbers]) => [group, Object.fromEntries(Object.entries(numbers).toReversed())]),
    ) as unknown as Policy;
    expect(policyVersion(standardPolicy)).toMatch(/^pol_[0-9a-f]{12}$/u);
    expect(policyVersion(reversed)).toBe(policyVersion(standardPolicy));
  });

  it('is another for any other number, and for any other order of reminders', () => {
    const { noShows, reminders } = standardPolicy;
    const others: Policy[] = [
      { ...standardPolicy, noShows: { ...noShows, blockDays: 61 } },
      { ...standardPolicy, reminders: { hoursBefore: reminders.hoursBefore.toReversed() } },
    ];
    const versions = [standardPolicy, ...others].map(policyVersion);
    expect(new Set(versions).size).toBe(3);
  });
});
