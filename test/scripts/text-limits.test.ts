import { PinpointSMSVoiceV2Client, UpdatePhoneNumberCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { GetSMSAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextDeploymentSettings } from '../../lib/config/deployment.ts';
import type { TextSettings } from '../../lib/config/settings.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { SmsVoice } from '../../local/aws/sms-voice.ts';
import { Sns } from '../../local/aws/sns.ts';
import { makeSigningCertificate } from '../../local/aws/sns-certificate.ts';
import { Carrier } from '../../local/carrier/carrier.ts';
import { createQueues } from '../../local/queues.ts';
import { setTextLimits } from '../../scripts/text-limits.ts';
import settings from '../fixture-config.ts';
import {
  clientOf,
  openEndpoint,
  permissionsOf,
  place,
  RecordedFunctions,
  StillClock,
} from '../local/aws-world.ts';

const protection = 'protect-0123456789abcdef0123456789abcdef';
const topic = `arn:aws:sns:us-east-1:${place.account}:showup-dev-texts-in`;
let endpoint: AwsEndpoint;

beforeAll(async () => {
  const clock = new StillClock();
  const carrier = new Carrier(clock);
  const onError = (error: unknown) => {
    throw error;
  };
  const set = { name: 'texts', arn: 'arn:aws:sms-voice:set', protection, destinations: [] };
  const voice = new SmsVoice({
    place,
    clock,
    carrier,
    configurationSets: [set],
    protections: [protection],
    publish: () => Promise.resolve(),
    onError,
  });
  const sns = new Sns({
    place,
    clock,
    carrier,
    functions: new RecordedFunctions(),
    queues: createQueues(clock, []),
    certificate: await makeSigningCertificate(place),
    topics: [],
    subscriptions: [],
    onError,
  });
  endpoint = await openEndpoint([voice, sns], permissionsOf({}));
});
afterAll(() => endpoint.close());

const limit = (
  provider: TextSettings['provider'],
  texts: TextDeploymentSettings,
  outputs: Readonly<Record<string, string>> = {},
  countries = settings.texts.countries,
) =>
  setTextLimits(
    { outputs, clientConfig: clientOf(endpoint) },
    {
      texts: { ...settings.texts, provider, countries },
      deployment: { ...settings.deployment, texts },
    },
  );

describe('what a deployment sets of texts at its end', () => {
  it('is nothing where nothing is wanted', async () => {
    expect(await limit('sns', {})).toEqual([]);
    expect(await limit('end-user-messaging', {})).toEqual([]);
  });

  it('is the monthly limit of SNS, once', async () => {
    expect(await limit('sns', { monthlyLimit: 20 })).toEqual(['Texts may cost $20 a month.']);
    expect(await limit('sns', { monthlyLimit: 20 })).toEqual([]);
    expect(await limit('sns', { monthlyLimit: 30 })).toEqual(['Texts may cost $30 a month, it was $20.']);
    const sns = new SNSClient(clientOf(endpoint));
    expect((await sns.send(new GetSMSAttributesCommand({}))).attributes).toEqual({ MonthlySpendLimit: '30' });
    sns.destroy();
  });

  it('is that of End User Messaging', async () => {
    expect(await limit('end-user-messaging', { monthlyLimit: 20 })).toEqual([
      'Texts may cost $20 a month, it was $100.',
    ]);
    expect(await limit('end-user-messaging', { monthlyLimit: 20 })).toEqual([]);
  });

  it.each(['sns', 'end-user-messaging'] as const)(
    'is refused by %s where AWS allows the account less, and says so',
    async (provider) => {
      await expect(limit(provider, { monthlyLimit: 5000 })).rejects.toThrow(
        /^deployment\.texts\.monthlyLimit: AWS does not let this account spend \$5000/u,
      );
    },
  );

  it('are the countries: all others are blocked, and one that is added is let through', async () => {
    const outputs = { TextProtectionId: protection };
    expect(await limit('end-user-messaging', {}, outputs, ['US'])).toEqual([
      'Only these countries are texted: US.',
    ]);
    expect(await limit('end-user-messaging', {}, outputs, ['US'])).toEqual([]);
    expect(await limit('end-user-messaging', {}, outputs, ['US', 'DE'])).toEqual([
      'Only these countries are texted: US, DE.',
    ]);
  });

  it('is where replies go to a number that the account had before', async () => {
    const id = `phone-${'1'.repeat(32)}`;
    expect(await limit('sns', { number: { id } }, { TextsTopicArn: topic })).toEqual([
      `Replies to ${id} come to ${topic}.`,
    ]);
    const voice = new PinpointSMSVoiceV2Client(clientOf(endpoint));
    const told = await voice.send(new UpdatePhoneNumberCommand({ PhoneNumberId: id }));
    expect(told).toMatchObject({ TwoWayEnabled: true, TwoWayChannelArn: topic });
    voice.destroy();
  });

  it('is a word on the number that was rented, until the configuration names it', async () => {
    const rented = (TextNumber: string) =>
      limit('sns', { number: { type: 'toll-free', country: 'US' } }, { TextNumber });
    expect(await rented('+18005550199')).toEqual([
      'The number is +18005550199, and texts.from is +15550100: write it there, and deploy once more.',
    ]);
    expect(await rented('+15550100')).toEqual([]);
  });
});
