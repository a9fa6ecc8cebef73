import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smsVoiceTexter } from '../../lib/adapters/sms-voice-texts.ts';
import { type Texter, type TextOut, TextRefused, TextTooLate } from '../../lib/app/deps.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { SmsVoice } from '../../local/aws/sms-voice.ts';
import { conflict, invalidRequest } from '../../local/aws/sms-voice-errors.ts';
import type { Publication } from '../../local/aws/sns-topics.ts';
import { AwsError } from '../../local/aws/wire.ts';
import { Carrier } from '../../local/carrier/carrier.ts';
import type { AwsService } from '../../local/parts.ts';
import { allow, clientOf, openEndpoint, permissionsOf, place, StillClock } from '../local/aws-world.ts';
import { FailingAws } from './failing-aws.ts';

const arn = (resource: string) => `arn:aws:sms-voice:us-east-1:123456789012:${resource}`;
const phone = '+12025550123';
const SECOND = 1000;
const DAY = 86_400 * SECOND;

let clock: StillClock;
let carrier: Carrier;
let smsVoice: SmsVoice;
let published: Publication[];
let endpoint: AwsEndpoint;
let texter: Texter;

async function open(...services: AwsService[]): Promise<void> {
  const permissions = permissionsOf({
    OnEvent: [
      allow('sms-voice:SendTextMessage', arn('phone-number/*')),
      allow('sms-voice:DeleteOptedOutNumber', arn('opt-out-list/Default')),
    ],
  });
  endpoint = await openEndpoint(services, permissions);
  texter = smsVoiceTexter({
    from: '+18005550100',
    maxPrice: 0.01,
    configurationSet: 'texts',
    now: () => clock.now(),
    client: clientOf(endpoint, 'OnEvent'),
  });
}

beforeEach(() => {
  clock = new StillClock();
  carrier = new Carrier(clock);
  published = [];
  smsVoice = new SmsVoice({
    place,
    clock,
    carrier,
    publish: async (publication) => void published.push(publication),
    configurationSets: [
      {
        name: 'texts',
        arn: arn('configuration-set/texts'),
        destinations: [{ topicArn: 'arn:aws:sns:us-east-1:123456789012:Receipts', types: ['TEXT_ALL'] }],
      },
    ],
  });
});
afterEach(() => endpoint.close());

const text = (over: Partial<TextOut> = {}): TextOut => ({
  mobile: phone,
  body: 'Are you coming?',
  until: clock.now() + 600 * SECOND,
  effect: { owner: 'bkg_one', effect: '7.text' },
  ...over,
});

const attributes = () => carrier.everything(phone).at(-1)?.attributes;

/** How sending fails. */
const failure = (sent = text()): Promise<unknown> =>
  texter.send(sent).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a text by End User Messaging', () => {
  beforeEach(() => open(smsVoice));

  it('goes out from our number, as a transaction, with what its receipts bring back', async () => {
    const id = await texter.send(text());
    expect(carrier.conversation(phone)).toMatchObject([{ id, body: 'Are you coming?' }]);
    expect(attributes()).toMatchObject({
      origination: '+18005550100',
      messageType: 'TRANSACTIONAL',
      configurationSet: 'texts',
      owner: 'bkg_one',
      effect: '7.text',
    });
    await smsVoice.runDue();
    const told = published.map(({ message }) => JSON.parse(message));
    expect(told.at(-1)).toMatchObject({
      eventType: 'TEXT_DELIVERED',
      context: { owner: 'bkg_one', effect: '7.text' },
    });
  });

  it('is dropped by the service once its time is over, in whole seconds', async () => {
    await texter.send(text({ until: clock.now() + 5999 }));
    expect(attributes()).toMatchObject({ timeToLive: '5000' });
    carrier.setState(phone, 'off');
    await texter.send(text({ until: clock.now() + 60 * SECOND }));
    expect(carrier.everything(phone).at(-1)).toMatchObject({ fate: 'waiting' });
    await carrier.runDue(clock.now() + 60 * SECOND);
    expect(carrier.everything(phone).at(-1)).toMatchObject({ fate: 'expired' });
  });

  it('is given three days at most, which is as long as the service tries', async () => {
    await texter.send(text({ until: clock.now() + 30 * DAY }));
    expect(attributes()).toMatchObject({ timeToLive: String(3 * DAY) });
  });

  it.each([4999, 0, -1, -DAY])('is not sent with %d ms left: that is too late', async (left) => {
    expect(await failure(text({ until: clock.now() + left }))).toBeInstanceOf(TextTooLate);
    expect(carrier.everything(phone)).toEqual([]);
  });

  it('may cost what its parts may cost: one up to 160 places, two up to 306, where some take two', async () => {
    for (const [body, maxPrice] of [
      ['x'.repeat(160), 0.01],
      ['x'.repeat(161), 0.02],
      [`${'x'.repeat(159)}€`, 0.02],
      ['x'.repeat(306), 0.02],
      ['x'.repeat(307), 0.03],
    ] as const) {
      await texter.send(text({ body }));
      expect(attributes()).toMatchObject({ maxPrice: String(maxPrice) });
    }
  });

  it('is refused where the number opted out, until it is opted in', async () => {
    carrier.receive(phone, 'STOP', clock.now());
    expect(await failure()).toMatchObject({ reason: 'opted-out' });
    await texter.optIn(phone);
    await texter.send(text());
    expect(carrier.conversation(phone).at(-1)).toMatchObject({ direction: 'out' });
  });

  it('is refused where the service takes the number for none that can be texted', async () => {
    carrier.setState(phone, 'refused');
    expect(await failure()).toMatchObject({ reason: 'refused' });
  });
});

describe('opting a number in', () => {
  beforeEach(() => open(smsVoice));

  it('is no error where it never opted out', async () => {
    await expect(texter.optIn(phone)).resolves.toBeUndefined();
  });

  it('is no error where it was done less than 30 days ago, though nothing comes of it', async () => {
    carrier.receive(phone, 'STOP', clock.now());
    await texter.optIn(phone);
    carrier.receive(phone, 'STOP', clock.now());
    await texter.optIn(phone);
    expect(await failure()).toMatchObject({ reason: 'opted-out' });
  });
});

describe('an error of End User Messaging', () => {
  const failing = new FailingAws('sms-voice');
  beforeEach(() => open(failing));

  const number = [{ field: 'DestinationPhoneNumber', message: 'is wrong' }];
  const price = { field: 'MaxPrice', message: 'is wrong' };
  const conflicting = (reason: string) => conflict(reason, 'phone-number', phone);

  it.each([
    ['opted-out', conflicting('DESTINATION_PHONE_NUMBER_OPTED_OUT')],
    ['refused', conflicting('DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE')],
    ['refused', conflicting('DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION')],
    ['refused', invalidRequest('DESTINATION_COUNTRY_BLOCKED', [])],
    ['refused', invalidRequest('INVALID_PARAMETER', number)],
    ['refused', invalidRequest('FIELD_VALIDATION_FAILED', number)],
    ['refused', invalidRequest('CANNOT_PARSE', number)],
  ])('that is about the number says so: %s', async (reason, error) => {
    failing.error = error;
    const told = await failure();
    expect(told).toBeInstanceOf(TextRefused);
    expect(told).toMatchObject({ reason, cause: { name: error.code } });
  });

  it.each([
    new AwsError('ThrottlingException', 'Rate exceeded'),
    new AwsError('ServiceQuotaExceededException', 'Spent', 400, {
      Reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT',
    }),
    new AwsError('InternalServerException', 'Sorry', 500),
    new AwsError('AccessDeniedException', 'No', 400, { Reason: 'ACCOUNT_DISABLED' }),
    new AwsError('ResourceNotFoundException', 'No such configuration set'),
    conflicting('DESTINATION_PHONE_NUMBER_NOT_VERIFIED'),
    conflicting('RESOURCE_NOT_ACTIVE'),
    conflicting('NO_ORIGINATION_IDENTITIES_FOUND'),
    invalidRequest('PRICE_OVER_THRESHOLD', [price]),
    invalidRequest('INVALID_IDENTITY_FOR_DESTINATION_COUNTRY', number),
    invalidRequest('COUNTRY_NOT_ENABLED', number),
    invalidRequest('INVALID_PARAMETER', [price]),
    invalidRequest('INVALID_PARAMETER', [...number, price]),
    invalidRequest('INVALID_PARAMETER', []),
  ])(
    'that is not about the number stays what it is, to be tried again: $code $members.Reason',
    async (error) => {
      failing.error = error;
      expect(await failure()).toMatchObject({ name: error.code });
      expect(await failure()).not.toBeInstanceOf(TextRefused);
    },
  );

  it('keeps the number out of its words, which end in a log, and has the request to look it up by', async () => {
    for (const reason of ['DESTINATION_PHONE_NUMBER_NOT_VERIFIED', 'DESTINATION_PHONE_NUMBER_OPTED_OUT']) {
      failing.error = conflicting(reason);
      const shown = inspect(await failure(), { depth: null, showHidden: true });
      expect(shown).not.toContain(phone.slice(1));
      expect(shown).toContain(reason);
      expect(shown).toContain('(request ');
    }
  });

  it('that opting in has nothing to do with is not kept quiet', async () => {
    failing.error = new AwsError('ThrottlingException', 'Rate exceeded');
    await expect(texter.optIn(phone)).rejects.toThrow('Rate exceeded');
  });
});
