import { describe, expect, test } from 'vitest';
import { ofType, only, short, templateOf, templateWith } from './template.ts';

const number = { type: 'toll-free', country: 'US' } as const;
const template = templateWith('prod', { deployment: { texts: { number } } });

describe('the number that texts come from', () => {
  test('is rented where the configuration asks for one, and only there', () => {
    expect(ofType(templateOf('prod'), 'AWS::SMSVOICE::PhoneNumber')).toEqual({});
    const ours = { texts: { number: { id: `phone-${'0'.repeat(32)}` } } };
    const owned = templateWith('prod', { deployment: ours });
    expect(ofType(owned, 'AWS::SMSVOICE::PhoneNumber')).toEqual({});
    expect(only(template, 'AWS::SMSVOICE::PhoneNumber').Properties).toMatchObject({
      NumberType: 'TOLL_FREE',
      IsoCountryCode: 'US',
      NumberCapabilities: ['SMS'],
    });
  });

  test('brings what people text to our topic, whose policy is there before it', () => {
    const { Properties, DependsOn = [] } = only(template, 'AWS::SMSVOICE::PhoneNumber');
    expect(short(Properties['TwoWay'])).toEqual({ Enabled: true, ChannelArn: 'TextsIn' });
    const { Resources } = template.toJSON();
    expect(DependsOn.map((id) => Resources[id].Type)).toContain('AWS::SNS::TopicPolicy');
  });

  test('leaves STOP and HELP to the service, in words that say whose texts they are', () => {
    const { Properties } = only(template, 'AWS::SMSVOICE::PhoneNumber');
    expect(Properties['SelfManagedOptOutsEnabled']).toBe(false);
    const { HELP, STOP } = Properties['MandatoryKeywords'] as Record<string, { Message: string }>;
    expect(HELP?.Message).toMatch(/^Example Support: .*support@example\.com/u);
    expect(STOP?.Message).toMatch(/^Example Support: /u);
    // One part of a text each.
    for (const message of [HELP?.Message, STOP?.Message]) expect(message?.length).toBeLessThanOrEqual(160);
  });

  test('outlives the stack in prod, where carriers know it, and not in dev', () => {
    const rented = only(template, 'AWS::SMSVOICE::PhoneNumber');
    expect(rented).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    });
    const dev = templateWith('dev', { deployment: { texts: { number } } });
    expect(only(dev, 'AWS::SMSVOICE::PhoneNumber')).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    });
  });
});

describe('what texts may cost', () => {
  const alarmOf = (...options: Parameters<typeof templateWith>) =>
    Object.values(ofType(templateWith(...options), 'AWS::CloudWatch::Alarm'))
      .map(({ Properties }) => Properties)
      .find(({ AlarmName }) => AlarmName === `showup-${options[0]}-text-spending`);
  const deployment = { texts: { monthlyLimit: 50 } };

  test.each([
    ['sns', 'AWS/SNS', 'SMSMonthToDateSpentUSD'],
    ['end-user-messaging', 'AWS/SMSVoice', 'TextMessageMonthlySpend'],
  ] as const)('rings at four fifths of the limit, as %s counts it', (textProvider, Namespace, MetricName) => {
    expect(alarmOf('prod', { textProvider, deployment })).toMatchObject({
      Namespace,
      MetricName,
      Statistic: 'Maximum',
      Threshold: 40,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  test('is nobody’s alarm where no limit is set', () => {
    expect(alarmOf('prod', {})).toBeUndefined();
  });
});
