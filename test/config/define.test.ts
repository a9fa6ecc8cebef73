import { expect, test } from 'vitest';
import { type Config, defineConfig } from '../../lib/config/define.ts';
import { mondayToFriday } from '../../lib/config/monday-to-friday.ts';
import { validateConfig } from '../../lib/config/validate.ts';
import { standardPolicy } from '../../lib/domain/policy.ts';
import settings from '../../showup.config.ts';
import fixture from '../fixture-config.ts';
import withAccounts from '../fixture-config-accounts.ts';
import byVoice from '../fixture-config-voice.ts';

const smallest: Config = {
  brand: {
    name: 'Small',
    supportMail: 'help@example.com',
    mailFrom: 'help@example.com',
    website: 'https://example.com',
  },
  zone: 'Europe/Berlin',
  sessionTypes: [{ id: 'call', name: 'Call', description: 'A call.', minutes: 30, fee: 50 }],
  consultants: [
    {
      id: 'ada',
      name: 'Ada',
      hours: mondayToFriday('09:00', '17:00'),
      room: { url: 'https://meet.example.com/ada', dialInUrl: 'https://meet.example.com', conferenceId: '1' },
    },
  ],
  texts: { from: '+4915550100', maxPrice: 0.1 },
};

test('what the configuration leaves out is filled in, and the result is valid', () => {
  const filled = defineConfig(smallest);
  expect(filled).toMatchObject({ currency: 'USD', holidays: [], releases: [], preparation: [] });
  expect(filled.policy).toEqual(standardPolicy);
  expect(filled.brand).toEqual({ ...smallest.brand, colour: '#1f5fbf' });
  expect(filled.texts).toEqual({
    ...smallest.texts,
    provider: 'sns',
    defaultCountry: 'US',
    countries: ['US'],
  });
  expect(validateConfig(filled)).toEqual(filled);
});

test('where no country is listed, the numbers of the default country are texted and no others', () => {
  const { texts } = defineConfig({ ...smallest, texts: { ...smallest.texts, defaultCountry: 'DE' } });
  expect(texts).toMatchObject({ defaultCountry: 'DE', countries: ['DE'] });
});

test('what the configuration states wins over every default', () => {
  const stated = {
    currency: 'EUR',
    holidays: ['2026-12-25'],
    releases: [{ id: '1.0', name: 'One', support: 'active' }],
    preparation: [{ title: 'Headset', text: 'Bring one.' }],
    brand: { ...smallest.brand, colour: '#112233' },
    texts: {
      ...smallest.texts,
      provider: 'end-user-messaging',
      defaultCountry: 'DE',
      countries: ['AT', 'DE'],
    },
  } as const;
  expect(defineConfig({ ...smallest, ...stated })).toMatchObject(stated);
});

test('a number of the policy changes alone, its neighbours stay standard', () => {
  const { policy } = defineConfig({
    ...smallest,
    policy: { changes: { linkUntilMinutes: 45 }, reminders: { hoursBefore: [48] }, texts: { perDay: 500 } },
  });
  expect(policy).toEqual({
    ...standardPolicy,
    changes: { linkUntilMinutes: 45, textUntilMinutes: 30 },
    reminders: { hoursBefore: [48] },
    texts: { ...standardPolicy.texts, perDay: 500 },
  });
});

test('a misspelt group of the policy survives merging, so that it is refused by name', () => {
  const policy: Record<string, object> = { noShow: { limit: 3 } };
  expect(() => validateConfig(defineConfig({ ...smallest, policy }))).toThrow(/^policy\.noShow: /);
});

test('the configuration in the repository is valid', () => {
  expect(validateConfig(settings)).toEqual(settings);
});

test.each([fixture, byVoice, withAccounts])(
  'the configuration that tests use is valid: texts by $texts.provider, accounts needed $policy.accounts.requirePortalAccount',
  (used) => {
    expect(validateConfig(used)).toEqual(used);
  },
);
