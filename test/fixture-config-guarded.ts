import { defineConfig } from '../lib/config/define.ts';
import fixture from './fixture-config.ts';

/** The demo deployment behind a front door, with limits that a test reaches, called by another site, its texts guarded. */
export default defineConfig({
  ...fixture,
  policy: {
    ...fixture.policy,
    bookings: { triesPerAddress: 3, triesPerNumber: 4, triesPerSource: 40, wrongCodesPerSource: 3 },
  },
  texts: { ...fixture.texts, provider: 'end-user-messaging', countries: ['US', 'DE'] },
  deployment: {
    ...fixture.deployment,
    domain: {
      name: 'sessions.example.com',
      hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.com' },
    },
    cors: { origins: ['https://tools.example.com'] },
    frontDoor: true,
    texts: { number: { type: 'toll-free', country: 'US' }, monthlyLimit: 25 },
  },
});
