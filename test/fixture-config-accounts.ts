import { defineConfig } from '../lib/config/define.ts';
import fixture from './fixture-config.ts';

/** The demo deployment, whose free sessions are for people with an account: the policy where nothing else is said. */
export default defineConfig({
  ...fixture,
  policy: { ...fixture.policy, accounts: { requirePortalAccount: true } },
});
