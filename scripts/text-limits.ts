import {
  DescribeSpendLimitsCommand,
  GetProtectConfigurationCountryRuleSetCommand,
  PinpointSMSVoiceV2Client,
  SetTextMessageSpendLimitOverrideCommand,
  UpdatePhoneNumberCommand,
  UpdateProtectConfigurationCountryRuleSetCommand,
  ValidationException,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import {
  GetSMSAttributesCommand,
  InvalidParameterException,
  SetSMSAttributesCommand,
  SNSClient,
} from '@aws-sdk/client-sns';
import type { Settings } from '../lib/config/settings.ts';
import { outputOf, StackError, type StackOf } from './stack-of.ts';

type Wanted = Pick<Settings, 'texts' | 'deployment'>;

/**
 * Sets what CloudFormation can't: the most that texts may cost in a month, the countries that are texted, and where
 * replies to a number go that the account had before. Gives a line for each thing that was changed, or that somebody must
 * see to; none where all is as it should be. Throws a StackError where AWS allows the account less.
 */
export async function setTextLimits(stack: StackOf, settings: Wanted): Promise<readonly string[]> {
  const voice = new PinpointSMSVoiceV2Client(stack.clientConfig);
  const sns = new SNSClient(stack.clientConfig);
  try {
    const { number, monthlyLimit } = settings.deployment.texts;
    return [
      ...(monthlyLimit === undefined ? [] : await limitSpending(voice, sns, settings, monthlyLimit)),
      ...(await letThrough(voice, stack, settings.texts.countries)),
      ...(number?.id === undefined
        ? []
        : await sendReplies(voice, number.id, outputOf(stack, 'TextsTopicArn'))),
      ...numberToTell(stack, settings),
    ];
  } finally {
    voice.destroy();
    sns.destroy();
  }
}

/** With the service that sends. Both count for the whole account in this region. */
async function limitSpending(
  voice: PinpointSMSVoiceV2Client,
  sns: SNSClient,
  { texts }: Wanted,
  limit: number,
): Promise<readonly string[]> {
  const before = texts.provider === 'sns' ? await snsLimit(sns) : await voiceLimit(voice);
  if (before === limit) return [];
  const attributes = { MonthlySpendLimit: String(limit) };
  const setting =
    texts.provider === 'sns'
      ? sns.send(new SetSMSAttributesCommand({ attributes }))
      : voice.send(new SetTextMessageSpendLimitOverrideCommand({ MonthlyLimit: limit }));
  await setting.catch((error: unknown) => refuseLimit(error, limit));
  return [`Texts may cost $${limit} a month${before === undefined ? '' : `, it was $${before}`}.`];
}

/** Throws a StackError where AWS allows the account less, and any other error as it is. */
function refuseLimit(error: unknown, limit: number): never {
  const isRefused = error instanceof InvalidParameterException || error instanceof ValidationException;
  if (!isRefused) throw error;
  throw new StackError(
    `deployment.texts.monthlyLimit: AWS does not let this account spend $${limit} on texts (${error.message}). Ask for more (docs/deploy.md, Texts), or set less. All else is deployed.`,
    { cause: error },
  );
}

async function snsLimit(sns: SNSClient): Promise<number | undefined> {
  const { attributes } = await sns.send(new GetSMSAttributesCommand({ attributes: ['MonthlySpendLimit'] }));
  const limit = attributes?.['MonthlySpendLimit'];
  return limit === undefined ? undefined : Number(limit);
}

async function voiceLimit(voice: PinpointSMSVoiceV2Client): Promise<number | undefined> {
  const { SpendLimits = [] } = await voice.send(new DescribeSpendLimitsCommand({}));
  return SpendLimits.find(({ Name }) => Name === 'TEXT_MESSAGE_MONTHLY_SPEND_LIMIT')?.EnforcedLimit;
}

/** The service tells all countries that there are: those that aren't ours are blocked. */
async function letThrough(
  voice: PinpointSMSVoiceV2Client,
  { outputs }: StackOf,
  countries: readonly string[],
): Promise<readonly string[]> {
  const ProtectConfigurationId = outputs['TextProtectionId'];
  if (ProtectConfigurationId === undefined) return [];
  const which = { ProtectConfigurationId, NumberCapability: 'SMS' } as const;
  const { CountryRuleSet = {} } = await voice.send(new GetProtectConfigurationCountryRuleSetCommand(which));
  const wanted = (country: string) => (countries.includes(country) ? 'ALLOW' : 'BLOCK');
  const changed = Object.entries(CountryRuleSet).filter(
    ([country, { ProtectStatus }]) => ProtectStatus !== wanted(country),
  );
  if (changed.length === 0) return [];
  const CountryRuleSetUpdates = Object.fromEntries(
    changed.map(([country]) => [country, { ProtectStatus: wanted(country) } as const]),
  );
  await voice.send(new UpdateProtectConfigurationCountryRuleSetCommand({ ...which, CountryRuleSetUpdates }));
  return [`Only these countries are texted: ${countries.join(', ')}.`];
}

async function sendReplies(
  voice: PinpointSMSVoiceV2Client,
  PhoneNumberId: string,
  TwoWayChannelArn: string,
): Promise<readonly string[]> {
  // The same again changes nothing, and is answered with what holds.
  await voice.send(new UpdatePhoneNumberCommand({ PhoneNumberId, TwoWayEnabled: true, TwoWayChannelArn }));
  return [`Replies to ${PhoneNumberId} come to ${TwoWayChannelArn}.`];
}

/** People are told the number, so the configuration must name it. */
function numberToTell({ outputs }: StackOf, { texts }: Wanted): readonly string[] {
  const rented = outputs['TextNumber'];
  if (rented === undefined || rented === texts.from) return [];
  return [`The number is ${rented}, and texts.from is ${texts.from}: write it there, and deploy once more.`];
}
