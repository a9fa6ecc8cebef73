import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { snsTexter } from '../../lib/adapters/sns-texts.ts';
import { type Texter, type TextOut, TextRefused, TextTooLate } from '../../lib/app/deps.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { Sns } from '../../local/aws/sns.ts';
import { makeSigningCertificate } from '../../local/aws/sns-certificate.ts';
import { AwsError } from '../../local/aws/wire.ts';
import { Carrier } from '../../local/carrier/carrier.ts';
import type { AwsService } from '../../local/parts.ts';
import { createQueues } from '../../local/queues.ts';
import {
  allow,
  clientOf,
  openEndpoint,
  permissionsOf,
  place,
  RecordedFunctions,
  StillClock,
} from '../local/aws-world.ts';
import { FailingAws } from './failing-aws.ts';

const phone = '+12025550123';
const certificate = await makeSigningCertificate(place);

let clock: StillClock;
let carrier: Carrier;
let sns: Sns;
let endpoint: AwsEndpoint;
let texter: Texter;

async function open(service: AwsService): Promise<void> {
  const permissions = permissionsOf({ OnEvent: [allow(['sns:Publish', 'sns:OptInPhoneNumber'])] });
  endpoint = await openEndpoint([service], permissions);
  texter = snsTexter({
    from: '+18005550100',
    maxPrice: 0.05,
    now: () => clock.now(),
    client: clientOf(endpoint, 'OnEvent'),
  });
}

beforeEach(() => {
  clock = new StillClock();
  carrier = new Carrier(clock);
  sns = new Sns({
    place,
    clock,
    carrier,
    functions: new RecordedFunctions(),
    queues: createQueues(clock, []),
    certificate,
    topics: [],
    subscriptions: [],
  });
});
afterEach(() => endpoint.close());

const text = (over: Partial<TextOut> = {}): TextOut => ({
  mobile: phone,
  body: 'Are you coming?',
  until: clock.now() + 600_000,
  effect: { owner: 'bkg_one', effect: '7.text' },
  ...over,
});

/** How sending fails. */
const failure = (sent = text()): Promise<unknown> =>
  texter.send(sent).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a text by SNS', () => {
  beforeEach(() => open(sns));

  it('goes out from our number, as a transaction, for no more than its parts may cost', async () => {
    const id = await texter.send(text());
    expect(carrier.conversation(phone)).toMatchObject([
      {
        id,
        body: 'Are you coming?',
        attributes: {
          'AWS.SNS.SMS.SMSType': 'Transactional',
          'AWS.SNS.SMS.MaxPrice': '0.05',
          'AWS.MM.SMS.OriginationNumber': '+18005550100',
        },
      },
    ]);
  });

  it('is sent up to the last millisecond, and not after it', async () => {
    await texter.send(text({ until: clock.now() + 1 }));
    expect(await failure(text({ until: clock.now() }))).toBeInstanceOf(TextTooLate);
    expect(carrier.everything(phone)).toHaveLength(1);
  });

  it('is refused where SNS takes the number for none that can be texted', async () => {
    carrier.setState(phone, 'refused');
    expect(await failure()).toMatchObject({
      reason: 'refused',
      cause: { name: 'InvalidParameterException' },
    });
  });
});

describe('opting a number in', () => {
  beforeEach(() => open(sns));

  it('has it texted again', async () => {
    carrier.receive(phone, 'STOP', clock.now());
    await texter.optIn(phone);
    await texter.send(text());
    expect(carrier.conversation(phone).at(-1)).toMatchObject({ direction: 'out' });
  });

  it('is no error where it never opted out, nor where it was done less than 30 days ago', async () => {
    await expect(texter.optIn(phone)).resolves.toBeUndefined();
    carrier.receive(phone, 'STOP', clock.now());
    await texter.optIn(phone);
    carrier.receive(phone, 'STOP', clock.now());
    await expect(texter.optIn(phone)).resolves.toBeUndefined();
    expect(carrier.optOuts.has(phone)).toBe(true);
  });
});

describe('an error of SNS', () => {
  const failing = new FailingAws('sns');
  beforeEach(() => open(failing));

  const invalid = (what: string) => new AwsError('InvalidParameter', `Invalid parameter: ${what}`);

  it.each([
    ['refused', invalid(`PhoneNumber Reason: ${phone} is not valid to publish to`)],
    ['opted-out', invalid(`PhoneNumber Reason: ${phone} is opted out`)],
    ['opted-out', new AwsError('OptedOut', 'The phone number opted out')],
  ])('that is about the number says so: %s', async (reason, error) => {
    failing.error = error;
    const told = await failure();
    expect(told).toBeInstanceOf(TextRefused);
    expect(told).toMatchObject({ reason });
  });

  it.each([
    invalid('AWS.MM.SMS.OriginationNumber Reason: +18005550100 is not a number of this account'),
    invalid('AWS.SNS.SMS.MaxPrice Reason: 0 is not a valid value'),
    invalid('Message too long'),
    new AwsError('ParameterValueInvalid', 'The value of an attribute is invalid'),
    new AwsError('Throttled', 'Rate exceeded', 429),
    new AwsError('AuthorizationError', 'No', 403),
    new AwsError('InternalError', 'Sorry', 500),
    new AwsError('UserError', 'No quota left for your account'),
  ])('that is not about the number stays what it is, to be tried again: $code $message', async (error) => {
    failing.error = error;
    const told = await failure();
    expect(told).toMatchObject({ message: expect.stringContaining(error.message) });
    expect(told).not.toBeInstanceOf(TextRefused);
  });

  it('keeps the number out of its words, which end in a log, and has the request to look it up by', async () => {
    const resource = `not authorized to perform: SNS:Publish on resource: ${phone}`;
    for (const error of [
      new AwsError('AuthorizationError', resource, 403),
      invalid(`PhoneNumber ${phone}`),
    ]) {
      failing.error = error;
      const shown = inspect(await failure(), { depth: null, showHidden: true });
      expect(shown).not.toContain(phone.slice(1));
      expect(shown).toContain('the number (request ');
    }
  });

  it('that opting in has nothing to do with is not kept quiet', async () => {
    failing.error = new AwsError('Throttled', 'Rate exceeded', 429);
    await expect(texter.optIn(phone)).rejects.toThrow('Rate exceeded');
  });
});
