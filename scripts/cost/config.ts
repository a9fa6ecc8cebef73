import { defineConfig } from '../../lib/config/define.ts';
import shown from '../../showup.config.ts';

/** The deployment as it is configured, open to the one machine that books for everybody here. */
export default defineConfig({
  ...shown,
  policy: {
    ...shown.policy,
    // Accounts are neither what a booking costs nor given to invented people.
    accounts: { ...shown.policy.accounts, requirePortalAccount: false },
    bookings: { ...shown.policy.bookings, triesPerSource: 10_000 },
  },
});
