import type { Statement } from './aws/policy.ts';
import { letsService } from './aws/resource-policy.ts';
import type { RotationInput } from './aws/secret.ts';
import type { GenerateSecretString } from './aws/secret-string.ts';
import type { SecretInput } from './aws/secrets.ts';
import { account } from './template/resource-identity.ts';
import type { Stack } from './template/stack.ts';
import { type Properties, type Resolved, TemplateError } from './template/template.ts';

const rotator = 'secretsmanager.amazonaws.com';

/** The secrets of a template, and who rotates them. Throws a TemplateError naming what the local cloud can't run. */
export function secretsOf(stack: Stack): readonly SecretInput[] {
  return stack.ofType('AWS::SecretsManager::Secret').map(({ ref, logicalId, properties }) => {
    const secretString = properties.optionalText('SecretString');
    const generate = properties.values['GenerateSecretString'] as GenerateSecretString | undefined;
    const rotation = rotationOf(stack, ref);
    return {
      arn: ref,
      name: properties.optionalText('Name') ?? logicalId,
      ...(secretString === undefined ? {} : { secretString }),
      ...(generate === undefined ? {} : { generate }),
      ...(rotation === undefined ? {} : { rotation }),
    };
  });
}

function rotationOf(stack: Stack, secretArn: string): RotationInput | undefined {
  const schedule = stack
    .ofType('AWS::SecretsManager::RotationSchedule')
    .find(({ properties }) => properties.text('SecretId') === secretArn);
  if (schedule === undefined) return undefined;
  const { properties } = schedule;
  properties.only('RotateImmediatelyOnUpdate', 'RotationLambdaARN', 'RotationRules', 'SecretId');
  const rules = properties.object('RotationRules').only('AutomaticallyAfterDays');
  const { arn: functionArn = '' } = stack.find(properties.text('RotationLambdaARN'));
  const everyDays = rules.number('AutomaticallyAfterDays', 0);
  if (everyDays < 1) throw new TemplateError(`${rules.where}.AutomaticallyAfterDays must be 1 or more`);
  const mayRotate = letsService(policyOf(stack, functionArn), rotator, {
    action: 'lambda:InvokeFunction',
    resource: functionArn,
    context: { 'aws:SourceAccount': account, 'aws:SourceArn': secretArn },
  });
  // In the cloud the deployment would fail: the schedule is tried when it is made.
  if (!mayRotate) {
    throw new TemplateError(
      `${schedule.logicalId}: Secrets Manager may not call ${functionArn} for ${secretArn}`,
    );
  }
  return { functionArn, everyDays };
}

/** A function's own policy, of its permissions. */
function policyOf(stack: Stack, functionArn: string): readonly Statement[] {
  return stack
    .ofType('AWS::Lambda::Permission')
    .filter(({ properties }) => stack.find(properties.text('FunctionName')).arn === functionArn)
    .map(statementOf(functionArn));
}

function statementOf(Resource: string): (permission: Resolved) => Statement {
  return ({ properties }) => ({
    Effect: 'Allow',
    Principal: { Service: properties.text('Principal') },
    Action: properties.text('Action'),
    Resource,
    Condition: conditionOf(properties),
  });
}

function conditionOf(properties: Properties): NonNullable<Statement['Condition']> {
  const sourceAccount = properties.optionalText('SourceAccount');
  const sourceArn = properties.optionalText('SourceArn');
  return {
    ...(sourceAccount === undefined ? {} : { StringEquals: { 'AWS:SourceAccount': sourceAccount } }),
    ...(sourceArn === undefined ? {} : { ArnLike: { 'AWS:SourceArn': sourceArn } }),
  };
}
