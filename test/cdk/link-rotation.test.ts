import { describe, expect, test } from 'vitest';
import { linkKeyDays } from '../../cdk/link-secret.ts';
import settings from '../../showup.config.ts';
import { permissionsIn } from './permissions-in.ts';
import { ofType, only, type Resource, short, templateOf, templateWith } from './template.ts';

const template = templateOf('prod');
const rotation = only(template, 'AWS::SecretsManager::RotationSchedule');

function daysOf(horizonDays: number): number {
  const { Properties } = only(templateWith('prod', { horizonDays }), 'AWS::SecretsManager::RotationSchedule');
  return (Properties['RotationRules'] as { AutomaticallyAfterDays: number }).AutomaticallyAfterDays;
}

describe('the rotation of the key that signs links', () => {
  test.each([1, 60, 61, 366, settings.policy.offering.horizonDays])(
    'leaves every link good until a month after a session that is %i days ahead',
    (horizonDays) => {
      expect(daysOf(horizonDays)).toBeGreaterThanOrEqual(horizonDays + 30);
      expect(daysOf(horizonDays)).toBe(linkKeyDays(horizonDays));
    },
  );

  test('comes every 90 days where sessions are booked 60 days ahead, and never with a deployment', () => {
    expect(short(rotation.Properties)).toEqual({
      SecretId: 'LinksSecret',
      RotationLambdaARN: 'FunctionsRotate.Arn',
      RotationRules: { AutomaticallyAfterDays: 90 },
      RotateImmediatelyOnUpdate: false,
    });
  });

  test('is done by a function that may change this key, and do nothing else', () => {
    expect(permissionsIn(template, 'FunctionsRotateRole')).toEqual([
      'Allow logs:CreateLogStream on FunctionsRotateLog.Arn',
      'Allow logs:PutLogEvents on FunctionsRotateLog.Arn',
      'Allow secretsmanager:DescribeSecret on LinksSecret',
      'Allow secretsmanager:GetSecretValue on LinksSecret',
      'Allow secretsmanager:PutSecretValue on LinksSecret',
      'Allow secretsmanager:UpdateSecretVersionStage on LinksSecret',
    ]);
  });

  test('is asked for by Secrets Manager alone, for this key of this account', () => {
    const permissions = Object.values(ofType(template, 'AWS::Lambda::Permission'))
      .map(({ Properties }) => short(Properties) as Record<string, unknown>)
      .filter(({ FunctionName }) => FunctionName === 'FunctionsRotate.Arn');
    expect(permissions).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'FunctionsRotate.Arn',
        Principal: 'secretsmanager.amazonaws.com',
        SourceAccount: 'AWS::AccountId',
        SourceArn: 'LinksSecret',
      },
    ]);
  });

  test('is set up when what it needs is granted: it is tried then', () => {
    const needsOf = ({ DependsOn = [] }: Resource) => DependsOn.map((id) => String(short({ Ref: id })));
    const [, rotator] =
      Object.entries(ofType(template, 'AWS::Lambda::Function')).find(([id]) =>
        id.startsWith('FunctionsRotate'),
      ) ?? [];
    const permissions = Object.keys(ofType(template, 'AWS::Lambda::Permission'));
    expect(rotation.DependsOn?.filter((id) => permissions.includes(id))).toHaveLength(1);
    expect(needsOf(rotation)).toContain('FunctionsRotate');
    expect(rotator && needsOf(rotator)).toContain('FunctionsRotateRoleDefaultPolicy');
  });
});
