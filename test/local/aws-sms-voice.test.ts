import {
  DeleteOptedOutNumberCommand,
  DescribeOptedOutNumbersCommand,
  PinpointSMSVoiceV2Client,
  PutOptedOutNumberCommand,
  SendTextMessageCommand,
  type SendTextMessageCommandInput,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { SmsVoice } from '../../local/aws/sms-voice.ts';
import type { Publication } from '../../local/aws/sns-topics.ts';
import { Carrier } from '../../local/carrier/carrier.ts';
import { Dial } from '../../local/clock.ts';
import { allow, clientOf, openEndpoint, permissionsOf, place } from './aws-world.ts';

const arn = (resource: string): string => `arn:aws:sms-voice:us-east-1:123456789012:${resource}`;
const receiptsTopic = 'arn:aws:sns:us-east-1:123456789012:Receipts';
const failuresTopic = 'arn:aws:sns:us-east-1:123456789012:Failures';
const phone = '+12025550123';
const sender = '+18005550100';
const start = Date.parse('2026-11-23T15:00:00Z');
const minute = 60_000;

let dial: Dial;
let carrier: Carrier;
let endpoint: AwsEndpoint;
let client: PinpointSMSVoiceV2Client;
let published: Publication[];
let errors: unknown[];
let broken: boolean;

beforeEach(async () => {
  dial = new Dial(start);
  carrier = new Carrier(dial);
  [published, errors, broken] = [[], [], false];
  const publish = async (publication: Publication): Promise<void> => {
    if (broken) throw new Error('the topic is gone');
    published.push(publication);
  };
  const smsVoice = new SmsVoice({
    place,
    clock: dial,
    carrier,
    publish,
    onError: (error) => errors.push(error),
    configurationSets: [
      {
        name: 'texts',
        arn: arn('configuration-set/texts'),
        destinations: [
          { topicArn: receiptsTopic, types: ['TEXT_ALL'] },
          { topicArn: failuresTopic, types: ['TEXT_BLOCKED', 'TEXT_TTL_EXPIRED'] },
        ],
      },
      { name: 'silent', arn: arn('configuration-set/silent'), destinations: [] },
    ],
  });
  dial.add(carrier);
  dial.add(smsVoice);
  const permissions = permissionsOf({
    OnEvent: [
      allow('sms-voice:SendTextMessage', arn('phone-number/*')),
      allow('sms-voice:*OptedOutNumber*', arn('opt-out-list/Default')),
    ],
    Reader: [allow('sms-voice:DescribeOptedOutNumbers', '*')],
    Pooled: [allow('sms-voice:SendTextMessage', [arn('pool/pool-1'), arn('sender-id/Showup/US')])],
  });
  endpoint = await openEndpoint([smsVoice], permissions);
  client = new PinpointSMSVoiceV2Client(clientOf(endpoint, 'OnEvent'));
});

afterEach(async () => {
  client.destroy();
  await endpoint.close();
});

const send = (over: Partial<SendTextMessageCommandInput> = {}, by = client) =>
  by.send(
    new SendTextMessageCommand({
      DestinationPhoneNumber: phone,
      OriginationIdentity: sender,
      MessageBody: 'Are you coming?',
      MessageType: 'TRANSACTIONAL',
      ConfigurationSetName: 'texts',
      ...over,
    }),
  );

const receipts = (topic = receiptsTopic) =>
  published.filter(({ topicArn }) => topicArn === topic).map(({ message }) => JSON.parse(message));
const types = (topic?: string): string[] => receipts(topic).map(({ eventType }) => eventType);

describe('a text by End User Messaging', () => {
  it('reaches the phone, with what was asked of the service', async () => {
    const { MessageId } = await send({ MaxPrice: '0.05', TimeToLive: 600, Context: { booking: 'bkg_1' } });
    expect(carrier.conversation(phone)).toMatchObject([
      {
        id: MessageId,
        direction: 'out',
        body: 'Are you coming?',
        attributes: {
          messageType: 'TRANSACTIONAL',
          maxPrice: '0.05',
          timeToLive: '600000',
          booking: 'bkg_1',
        },
      },
    ]);
  });

  it('is told of by receipts in the service’s words, once the clock is turned by nothing', async () => {
    const { MessageId } = await send({ Context: { booking: 'bkg_1' } });
    expect(published).toEqual([]);
    await dial.advance(0);
    const [accepted, delivered] = receipts();
    const shared = {
      eventVersion: '1.0',
      eventTimestamp: expect.any(Number),
      originationPhoneNumber: sender,
      destinationPhoneNumber: phone,
      isoCountryCode: 'US',
      messageId: MessageId,
      messageRequestTimestamp: Date.parse(carrier.conversation(phone)[0]?.at ?? ''),
      messageEncoding: 'GSM',
      messageType: 'TRANSACTIONAL',
      context: { booking: 'bkg_1' },
      totalMessageParts: 1,
      totalMessagePrice: 0.00581,
      totalCarrierFee: 0.003,
    };
    expect(accepted).toEqual({
      ...shared,
      eventType: 'TEXT_SUCCESSFUL',
      isFinal: false,
      messageStatus: 'SUCCESSFUL',
      messageStatusDescription: 'Message has been accepted by phone carrier',
    });
    expect(delivered).toEqual({
      ...shared,
      eventType: 'TEXT_DELIVERED',
      isFinal: true,
      messageStatus: 'DELIVERED',
      messageStatusDescription: 'Message has been accepted by phone',
    });
    expect(receipts()).toHaveLength(2);
    expect(receipts(failuresTopic)).toEqual([]);
  });

  it('counts its parts by its alphabet', async () => {
    const bodies = ['€'.repeat(80), '€'.repeat(81), '✓'.repeat(70), '✓'.repeat(71)];
    for (const MessageBody of bodies) await send({ MessageBody });
    await dial.advance(0);
    const delivered = receipts().filter(({ isFinal }) => isFinal);
    expect(
      delivered.map(({ messageEncoding, totalMessageParts }) => [messageEncoding, totalMessageParts]),
    ).toEqual([
      ['GSM', 1],
      ['GSM', 2],
      ['UNICODE', 1],
      ['UNICODE', 2],
    ]);
    expect(delivered[1]).toMatchObject({ totalMessagePrice: 0.01162, totalCarrierFee: 0.006 });
  });

  it('has no receipts without a configuration set, or with one that tells nobody', async () => {
    await send({ ConfigurationSetName: undefined });
    await send({ ConfigurationSetName: 'silent' });
    await dial.advance(0);
    expect(carrier.conversation(phone)).toHaveLength(2);
    expect(published).toEqual([]);
  });

  it('is only checked in a dry run', async () => {
    expect((await send({ DryRun: true })).MessageId).toEqual(expect.any(String));
    await dial.advance(0);
    expect(carrier.everything()).toEqual([]);
    expect(published).toEqual([]);
  });

  it('whose receipt can’t be published is reported, and the next receipt goes out', async () => {
    await send();
    broken = true;
    await dial.advance(0);
    expect(errors).toHaveLength(2);
    broken = false;
    await send();
    await dial.advance(0);
    expect(types()).toEqual(['TEXT_SUCCESSFUL', 'TEXT_DELIVERED']);
  });
});

describe('a phone that takes no texts', () => {
  it('as a landline does not: the text is taken, and the receipt says so', async () => {
    carrier.setState(phone, 'landline');
    await send();
    await dial.advance(0);
    expect(types()).toEqual(['TEXT_INVALID']);
    expect(carrier.everything(phone)).toMatchObject([{ fate: 'invalid' }]);
  });

  it('because the service refuses its number: nothing is sent', async () => {
    carrier.setState(phone, 'refused');
    await expect(send()).rejects.toMatchObject({
      name: 'ValidationException',
      Reason: 'INVALID_PARAMETER',
      Fields: [{ Name: 'DestinationPhoneNumber', Message: expect.any(String) }],
    });
    expect(carrier.everything()).toEqual([]);
  });

  it('because it is off is unreachable, unless the text may wait', async () => {
    carrier.setState(phone, 'off');
    await send();
    await dial.advance(0);
    expect(types()).toEqual(['TEXT_UNREACHABLE']);
  });

  it('until it is on again gets the text then, if that is in time', async () => {
    carrier.setState(phone, 'off');
    await send({ TimeToLive: 600 });
    await dial.advance(9 * minute);
    expect(types()).toEqual([]);
    carrier.setState(phone, 'works');
    await dial.advance(0);
    expect(types()).toEqual(['TEXT_SUCCESSFUL', 'TEXT_DELIVERED']);
    expect(receipts()[1].eventTimestamp - receipts()[1].messageRequestTimestamp).toBeGreaterThanOrEqual(
      9 * minute,
    );
    await dial.advance(minute);
    expect(types()).toHaveLength(2);
  });

  it('until its text has expired never gets it, however soon after it is on', async () => {
    carrier.setState(phone, 'off');
    await send({ TimeToLive: 600 });
    await dial.advance(10 * minute);
    expect(types()).toEqual(['TEXT_TTL_EXPIRED']);
    expect(types(failuresTopic)).toEqual(['TEXT_TTL_EXPIRED']);
    carrier.setState(phone, 'works');
    await dial.advance(0);
    expect(carrier.conversation(phone)).toEqual([]);
  });

  it('because it opted out while a text waited has that one blocked', async () => {
    carrier.setState(phone, 'off');
    await send({ TimeToLive: 600 });
    carrier.receive(phone, 'STOP', dial.now());
    carrier.setState(phone, 'works');
    await dial.advance(0);
    expect(types()).toEqual(['TEXT_BLOCKED']);
    expect(carrier.everything(phone)).toMatchObject([{ fate: 'opted-out' }, { body: 'STOP' }]);
  });
});

describe('the service in trouble', () => {
  it('throttles every call, until the trouble is over', async () => {
    carrier.trouble = 'throttled';
    await expect(send()).rejects.toMatchObject({ name: 'ThrottlingException' });
    carrier.trouble = 'none';
    await send();
    expect(carrier.everything()).toHaveLength(1);
  });

  it('says that the money for texts is spent', async () => {
    carrier.trouble = 'over-quota';
    await expect(send()).rejects.toMatchObject({
      name: 'ServiceQuotaExceededException',
      Reason: 'MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT',
    });
    expect(carrier.everything()).toEqual([]);
  });
});

describe('the opt-out list', () => {
  const onList = { OptOutListName: 'Default', OptedOutNumber: phone };
  const lift = () => client.send(new DeleteOptedOutNumberCommand(onList));
  const listed = async () =>
    (await client.send(new DescribeOptedOutNumbersCommand({ OptOutListName: 'Default' }))).OptedOutNumbers;

  it('holds who texted STOP: a text to them is a conflict', async () => {
    carrier.receive(phone, 'stop', dial.now());
    await expect(send()).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 400 },
      Reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT',
    });
    expect(await listed()).toMatchObject([{ OptedOutNumber: phone, EndUserOptedOut: true }]);
    carrier.receive(phone, 'START', dial.now());
    await send();
    expect(await listed()).toEqual([]);
  });

  it('takes a number in, and lets it go once in 30 days', async () => {
    const put = () => client.send(new PutOptedOutNumberCommand(onList));
    expect(await put()).toMatchObject({ ...onList, EndUserOptedOut: false });
    expect(await lift()).toMatchObject({ ...onList, OptOutListArn: arn('opt-out-list/Default') });
    await send();
    await put();
    await expect(lift()).rejects.toMatchObject({
      name: 'ValidationException',
      Reason: 'PHONE_NUMBER_CANNOT_BE_OPTED_IN',
    });
    await dial.advance(30 * 86_400_000);
    await lift();
    await send();
  });

  it('says when a number or a list is not there', async () => {
    await expect(lift()).rejects.toMatchObject({ name: 'ResourceNotFoundException', ResourceId: phone });
    const other = new DescribeOptedOutNumbersCommand({ OptOutListName: 'Other' });
    const reader = new PinpointSMSVoiceV2Client(clientOf(endpoint, 'Reader'));
    await expect(reader.send(other)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      ResourceType: 'opt-out-list',
      ResourceId: 'Other',
    });
    reader.destroy();
  });
});

describe('a request', () => {
  it.each<[Partial<SendTextMessageCommandInput>, string]>([
    [{ DestinationPhoneNumber: '555-0123' }, 'DestinationPhoneNumber'],
    [{ MessageBody: ' ' }, 'MessageBody'],
    [{ MessageBody: 'x'.repeat(1601) }, 'MessageBody'],
    [{ OriginationIdentity: 'a b' }, 'OriginationIdentity'],
    [{ MessageType: 'LOUD' as 'PROMOTIONAL' }, 'MessageType'],
    [{ MaxPrice: '1' }, 'MaxPrice'],
    [{ TimeToLive: 4 }, 'TimeToLive'],
    [{ TimeToLive: 259_201 }, 'TimeToLive'],
    [{ Context: { a: '1', b: '1', c: '1', d: '1', e: '1', f: '1' } }, 'Context'],
    [{ Context: { 'a b': '1' } }, 'Context'],
    [{ Context: { a: ' 1' } }, 'Context'],
    [{ ProtectConfigurationId: 'protect-1' }, 'ProtectConfigurationId'],
  ])('that breaks a constraint is refused, and the member named (%#)', async (over, field) => {
    const operator = new PinpointSMSVoiceV2Client(clientOf(endpoint));
    await expect(send(over, operator)).rejects.toMatchObject({
      name: 'ValidationException',
      $metadata: { httpStatusCode: 400 },
      Fields: [{ Name: field }],
    });
    expect(carrier.everything()).toEqual([]);
    operator.destroy();
  });

  it('for more than it may cost is refused', async () => {
    await expect(send({ MaxPrice: '.0088' })).rejects.toMatchObject({ Reason: 'PRICE_OVER_THRESHOLD' });
    await send({ MaxPrice: '.00881' });
    expect(carrier.everything()).toHaveLength(1);
  });

  it('with a configuration set that the template has not is refused; its ARN names it as well as its name', async () => {
    await expect(send({ ConfigurationSetName: 'nowhere' })).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      ResourceType: 'configuration-set',
      ResourceId: 'nowhere',
    });
    await send({ ConfigurationSetName: arn('configuration-set/texts') });
    await dial.advance(0);
    expect(types()).toHaveLength(2);
  });

  it('needs its permission on the sender, whichever kind that is', async () => {
    const pooled = new PinpointSMSVoiceV2Client(clientOf(endpoint, 'Pooled'));
    for (const OriginationIdentity of ['pool-1', arn('pool/pool-1'), 'Showup']) {
      await send({ OriginationIdentity }, pooled);
    }
    await expect(send({}, pooled)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        `sms-voice:SendTextMessage on resource: ${arn('phone-number/phone-18005550100')}`,
      ),
    });
    await send({ OriginationIdentity: 'phone-0a1b2c' });
    await expect(send({ OriginationIdentity: undefined })).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    pooled.destroy();
  });
});
