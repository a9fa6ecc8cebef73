import { expect, it } from 'vitest';
import { policyKeeper } from '../../lib/app/keep-policy.ts';
import { policyVersion } from '../../lib/app/policy-version.ts';
import settings from '../fixture-config.ts';

function keeper(fail: (attempt: number) => boolean = () => false) {
  const kept: unknown[] = [];
  let attempts = 0;
  const keepPolicy = async (version: string, policy: unknown) => {
    if (fail(++attempts)) throw new Error('the table is away');
    kept.push([version, policy]);
  };
  return { keep: policyKeeper({ settings, standings: { keepPolicy }, now: () => 1 }), kept };
}

it('the policy in force is kept under its version, once', async () => {
  const { keep, kept } = keeper();
  await Promise.all([keep(), keep()]);
  await keep();
  expect(kept).toEqual([[policyVersion(settings.policy), settings.policy]]);
});

it('a policy that could not be kept is kept the next time', async () => {
  const { keep, kept } = keeper((attempt) => attempt === 1);
  await expect(keep()).rejects.toThrow('the table is away');
  await keep();
  expect(kept).toHaveLength(1);
});
