import { defineConfig } from '../lib/config/define.ts';
import { manyConsultants } from './consultants.ts';

/** The deployment that is measured: a copy of its own, so that figures of two dates are of the same thing. */
export default defineConfig({
  brand: {
    name: 'Example Support',
    supportMail: 'support@example.com',
    mailFrom: 'sessions@example.com',
    website: 'https://example.com',
  },
  zone: 'America/New_York',
  policy: {
    // Invented people have no accounts.
    accounts: { requirePortalAccount: false },
    // All people of a run come from this one machine. What each is counted for is counted all the same.
    bookings: { triesPerSource: 1_000_000 },
  },
  sessionTypes: [
    { id: 'live-60', name: 'Live session', description: 'An hour on your screen.', minutes: 60, fee: 140 },
  ],
  consultants: manyConsultants(5),
  holidays: ['2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31', '2027-07-05', '2027-09-06'],
  texts: { from: '+15550100', maxPrice: 0.05, countries: ['US'] },
});
