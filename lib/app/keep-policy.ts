import type { Settings } from '../config/settings.ts';
import { policyVersion } from './policy-version.ts';
import type { StandingTable } from './standing-deps.ts';

interface PolicyDeps {
  readonly settings: Pick<Settings, 'policy'>;
  readonly standings: Pick<StandingTable, 'keepPolicy'>;
  readonly now: () => number;
}

/** Keeps what the policy in force says, under the version that events are recorded with: once, and again after a failure. */
export function policyKeeper({ settings, standings, now }: PolicyDeps): () => Promise<void> {
  let kept: Promise<void> | undefined;
  return async () => {
    const { policy } = settings;
    kept ??= standings.keepPolicy(policyVersion(policy), policy, now());
    try {
      await kept;
    } catch (error) {
      kept = undefined;
      throw error;
    }
  };
}
