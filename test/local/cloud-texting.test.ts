import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { afterEach, describe, expect, it } from 'vitest';
import { inboundTextsOf } from '../../local/inbound-texts.ts';
import { clientOf } from './aws-world.ts';
import { type FixtureCloud, fixtureAssembly, startFixture } from './fixture-cloud.ts';

const phone = '+12025550123';
const sourceArn = 'arn:aws:sms-voice:us-east-1:000000000000:*';

/** A statement as CDK writes it, that lets the SMS service publish to a topic. */
const allowSms = (topic: string, from = sourceArn) => ({
  Effect: 'Allow',
  Action: 'sns:Publish',
  Principal: { Service: 'sms-voice.amazonaws.com' },
  Resource: { Ref: topic },
  Condition: {
    StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
    ArnLike: { 'aws:SourceArn': from },
  },
});
/** What `enforceSSL` adds. */
const denyPlain = (topic: string) => ({
  Effect: 'Deny',
  Action: 'sns:Publish',
  Principal: '*',
  Resource: { Ref: topic },
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
});
const policy = (topic: string, ...statements: readonly object[]) => ({
  Type: 'AWS::SNS::TopicPolicy',
  Properties: { Topics: [{ Ref: topic }], PolicyDocument: { Version: '2012-10-17', Statement: statements } },
});

const destination = {
  EventDestinationName: 'receipts',
  Enabled: true,
  MatchingEventTypes: ['TEXT_DELIVERED', 'TEXT_TTL_EXPIRED'],
  SnsDestination: { TopicArn: { Ref: 'Receipts' } },
};
const configurationSet = (over: object = {}) => ({
  Type: 'AWS::SMSVOICE::ConfigurationSet',
  Properties: { ConfigurationSetName: 'texts', EventDestinations: [{ ...destination, ...over }] },
});

/** The fixture's resources with texting: receipts go to a function that leaves a row for each. */
function texting(fixture: Record<string, { Properties: object }>): Record<string, object> {
  const Note = { ...fixture['Tick'], Properties: { ...fixture['Tick']?.Properties, Handler: 'index.note' } };
  return {
    Receipts: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'receipts', SignatureVersion: '2' } },
    ReceiptsPolicy: policy('Receipts', denyPlain('Receipts'), allowSms('Receipts')),
    In: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'texts-in' } },
    InPolicy: policy('In', denyPlain('In'), allowSms('In')),
    Note,
    Subscription: {
      Type: 'AWS::SNS::Subscription',
      Properties: {
        TopicArn: { Ref: 'Receipts' },
        Protocol: 'lambda',
        Endpoint: { 'Fn::GetAtt': ['Note', 'Arn'] },
      },
    },
    Texts: configurationSet(),
  };
}

let cloud: FixtureCloud | undefined;
let assembly: string | undefined;
afterEach(async () => {
  await cloud?.stop();
  cloud = undefined;
  if (assembly !== undefined) rmSync(assembly, { recursive: true });
});

async function start(over: Record<string, object> = {}): Promise<FixtureCloud> {
  assembly = mkdtempSync(join(tmpdir(), 'showup-texting-'));
  for (const name of ['manifest.json', 'fixture.assets.json']) {
    copyFileSync(join(fixtureAssembly, name), join(assembly, name));
  }
  // Not copied: the functions find their packages from where they are.
  symlinkSync(join(fixtureAssembly, 'asset.functions'), join(assembly, 'asset.functions'));
  const file = join(assembly, 'fixture.template.json');
  const template = JSON.parse(readFileSync(join(fixtureAssembly, 'fixture.template.json'), 'utf8'));
  const Resources = { ...template.Resources, ...texting(template.Resources), ...over };
  writeFileSync(file, JSON.stringify({ ...template, Resources }));
  cloud = await startFixture({ assembly });
  return cloud;
}

async function send(to: FixtureCloud, TimeToLive?: number): Promise<void> {
  const client = new PinpointSMSVoiceV2Client(clientOf(to.aws.endpoint));
  await client.send(
    new SendTextMessageCommand({
      DestinationPhoneNumber: phone,
      OriginationIdentity: '+12025550100',
      MessageBody: 'Are you coming?',
      ConfigurationSetName: 'texts',
      TimeToLive,
    }),
  );
  client.destroy();
}

describe('texting in the cloud of a template', () => {
  it('hands over the receipts that were asked for, and they are handled once the clock has turned', async () => {
    const running = await start();
    await send(running);
    await running.clock.advance(0);
    expect(await running.rows()).toEqual([`TEXT_DELIVERED ${phone}`]);
  });

  it('gives up a text on the way of the clock, at the time that it was good for', async () => {
    const running = await start();
    running.aws.carrier.setState(phone, 'off');
    await send(running, 600);
    await running.clock.advance(599_000);
    expect(await running.rows()).toEqual([]);
    await running.clock.advance(3_600_000);
    expect(await running.rows()).toEqual([`TEXT_TTL_EXPIRED ${phone}`]);
  });

  it('tells nobody by a destination that is turned off', async () => {
    const running = await start({ Texts: configurationSet({ Enabled: false }) });
    await send(running);
    await running.clock.advance(0);
    expect(await running.rows()).toEqual([]);
  });

  it('takes texts from phones at the topic that gets no receipts', async () => {
    const { stack } = await start();
    expect(inboundTextsOf(stack).topicArn).toBe('arn:aws:sns:us-east-1:000000000000:texts-in');
  });

  it.each<[string, object]>([
    ['lets nobody publish', policy('Receipts', denyPlain('Receipts'))],
    [
      'lets the service publish for another account only',
      policy('Receipts', allowSms('Receipts', 'arn:aws:sms-voice:us-east-1:111111111111:*')),
    ],
    [
      'denies it to the service',
      policy('Receipts', allowSms('Receipts'), { ...allowSms('Receipts'), Effect: 'Deny' }),
    ],
    ['is about another topic', policy('Receipts', allowSms('In'))],
  ])('does not start when the policy of the receipts’ topic %s', async (_how, ReceiptsPolicy) => {
    await expect(start({ ReceiptsPolicy })).rejects.toThrow(
      'texts: the policy of arn:aws:sns:us-east-1:000000000000:receipts must let the SMS service publish',
    );
  });

  it('does not start with a destination that nothing here would take', async () => {
    const KinesisFirehoseDestination = { DeliveryStreamArn: 'x', IamRoleArn: 'y' };
    await expect(start({ Texts: configurationSet({ KinesisFirehoseDestination }) })).rejects.toThrow(
      'Texts.EventDestinations[0].KinesisFirehoseDestination is not known to the local cloud',
    );
  });
});
