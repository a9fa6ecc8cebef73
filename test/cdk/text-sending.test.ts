import { describe, expect, test } from 'vitest';
import { permissionsIn } from './permissions-in.ts';
import { ofType, only, type Resource, short, templateOf } from './template.ts';

const bySns = templateOf('dev');
const byVoice = templateOf('dev', 'end-user-messaging');
const webhook = 'SiteApi.ApiEndpoint/webhooks/sns';
const smsVoice = 'arn:AWS::Partition:sms-voice:AWS::Region:AWS::AccountId';

describe('by SNS', () => {
  test('there is nothing of End User Messaging but the replies that it hands over', () => {
    expect(ofType(bySns, 'AWS::SMSVOICE::ConfigurationSet')).toEqual({});
    expect(textTopics(bySns).map(({ Properties }) => Properties['TopicName'])).toEqual([
      'showup-dev-texts-in',
    ]);
    expect(JSON.stringify(bySns.toJSON())).not.toMatch(/TEXT_CONFIGURATION_SET|RECEIPTS_TOPIC_ARN/);
  });
});

describe('by End User Messaging', () => {
  test('texts are sent with one configuration set, which tells all that becomes of them to one topic', () => {
    const { Properties } = only(byVoice, 'AWS::SMSVOICE::ConfigurationSet');
    expect(short(Properties)).toEqual({
      ConfigurationSetName: 'showup-dev-texts',
      ProtectConfigurationId: 'TextSendingProtection.ProtectConfigurationId',
      EventDestinations: [
        {
          EventDestinationName: 'receipts',
          Enabled: true,
          MatchingEventTypes: ['TEXT_ALL'],
          SnsDestination: { TopicArn: 'TextSendingReceipts' },
        },
      ],
    });
  });

  test('the configuration set waits for the topic’s policy: no receipt is lost to a topic that is closed', () => {
    const { DependsOn = [] } = only(byVoice, 'AWS::SMSVOICE::ConfigurationSet');
    expect(new Set(DependsOn.map((id) => byVoice.toJSON().Resources[id].Type))).toEqual(
      new Set(['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy']),
    );
  });

  test('receipts and replies go to the same webhook, in the same way, and are left in queues of their own', () => {
    const [receipts, replies] = subscriptions('TextSendingReceipts', 'TextsIn');
    expect(short(receipts?.Properties['Endpoint'])).toBe(webhook);
    expect(short(replies?.Properties['Endpoint'])).toBe(webhook);
    for (const alike of ['Protocol', 'DeliveryPolicy']) {
      expect(receipts?.Properties[alike]).toEqual(replies?.Properties[alike]);
    }
    expect(receipts?.DependsOn).toEqual(replies?.DependsOn);
    expect(short(receipts?.Properties['RedrivePolicy'])).toEqual({
      deadLetterTargetArn: 'TextSendingUndelivered.Arn',
    });
    expect(short(replies?.Properties['RedrivePolicy'])).toEqual({
      deadLetterTargetArn: 'TextsUndelivered.Arn',
    });
  });

  test('the topic of receipts is as guarded as that of replies', () => {
    const topics = textTopics(byVoice);
    expect(topics.map(({ Properties }) => [Properties['TopicName'], Properties['SignatureVersion']])).toEqual(
      [
        ['showup-dev-texts-in', '2'],
        ['showup-dev-text-receipts', '2'],
      ],
    );
    const policies = Object.entries(ofType(byVoice, 'AWS::SNS::TopicPolicy')).filter(([id]) =>
      id.startsWith('Text'),
    );
    const [first, second] = policies.map(([, { Properties }]) =>
      JSON.stringify(short(Properties['PolicyDocument'])),
    );
    expect(second).toBe(first?.replaceAll('"TextsIn"', '"TextSendingReceipts"'));
  });

  test('the reactions may send from our numbers and opt in on the one list, and use SNS for nothing', () => {
    const permissions = permissionsIn(byVoice, 'FunctionsOnEventRole');
    expect(permissions.filter((permission) => /sms-voice:|sns:/.test(permission))).toEqual([
      `Allow sms-voice:DeleteOptedOutNumber on ${smsVoice}:opt-out-list/Default`,
      `Allow sms-voice:SendTextMessage on ${smsVoice}:phone-number/*`,
    ]);
    const everywhere = permissions.filter((permission) => permission.endsWith(' on *'));
    expect(everywhere.filter((permission) => /sms-voice:|sns:/.test(permission))).toEqual([]);
    expect(variablesOf('FunctionsOnEvent')).toMatchObject({
      TEXT_CONFIGURATION_SET: 'TextSendingConfigurationSet',
    });
  });

  test('the webhook believes both topics, and may confirm the subscription of each', () => {
    expect(variablesOf('FunctionsOnText')).toMatchObject({
      TEXTS_TOPIC_ARN: 'TextsIn',
      RECEIPTS_TOPIC_ARN: 'TextSendingReceipts',
    });
    const permissions = permissionsIn(byVoice, 'FunctionsOnTextRole');
    expect(permissions.filter((permission) => /sns:.* on Text/.test(permission))).toEqual([
      'Allow sns:ConfirmSubscription on TextSendingReceipts',
      'Allow sns:ConfirmSubscription on TextsIn',
    ]);
  });

  test('all else is as by SNS: only the two functions, their roles and what is shown of the queues differ', () => {
    const [one, other] = [bySns, byVoice].map((template) => template.toJSON().Resources);
    const changed = Object.keys(one).filter((id) => JSON.stringify(one[id]) !== JSON.stringify(other[id]));
    expect(changed.map((id) => id.slice(0, -8)).toSorted()).toEqual([
      'FunctionsOnEvent',
      'FunctionsOnEventRoleDefaultPolicy',
      'FunctionsOnText',
      'FunctionsOnTextRoleDefaultPolicy',
      'OverviewDashboard',
    ]);
    const added = Object.keys(other).filter((id) => !(id in one));
    expect(added.filter((id) => !/^(?:TextSending|Alarmstextreceiptsundelivered)/.test(id))).toEqual([]);
  });
});

/** The topics that are about texts. */
function textTopics(template: typeof bySns): Resource[] {
  const all = Object.entries(ofType(template, 'AWS::SNS::Topic'));
  return all.flatMap(([id, topic]) => (id.startsWith('Text') ? [topic] : []));
}

/** The subscriptions to these topics, in this order. */
function subscriptions(...topics: string[]): (Resource | undefined)[] {
  const all = Object.values(ofType(byVoice, 'AWS::SNS::Subscription'));
  return topics.map((topic) => all.find(({ Properties }) => short(Properties['TopicArn']) === topic));
}

function variablesOf(name: string): unknown {
  const functions = Object.entries(ofType(byVoice, 'AWS::Lambda::Function'));
  const found = functions.find(([id]) => id.slice(0, -8) === name)?.[1];
  return (short(found?.Properties['Environment']) as { Variables: unknown }).Variables;
}
