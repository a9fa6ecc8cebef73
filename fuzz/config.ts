import { defineConfig } from '../lib/config/define.ts';
import shown from '../showup.config.ts';

/** The deployment as it is configured, open to the one machine that asks for everything here. */
export default defineConfig({
  ...shown,
  policy: {
    ...shown.policy,
    accounts: { ...shown.policy.accounts, requirePortalAccount: false },
    bookings: { ...shown.policy.bookings, triesPerSource: 10_000, wrongCodesPerSource: 1000 },
    signIn: { ...shown.policy.signIn, triesPerAddress: 100, triesPerSource: 1000 },
  },
});
