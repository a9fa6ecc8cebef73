import { describe, expect, test } from 'vitest';
import { ShowupStack } from '../../cdk/stack.ts';
import { stageNamed } from '../../cdk/stage.ts';
import { appOf, ofType, templateOf } from './template.ts';

/** What is called otherwise in another stage, by type. */
const named = {
  'AWS::ApiGatewayV2::Api': 'Name',
  'AWS::Cognito::UserPool': 'UserPoolName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::Scheduler::ScheduleGroup': 'Name',
} as const;

describe.each([
  ['dev', 'DEBUG', 7, false],
  ['prod', 'INFO', 90, true],
] as const)('the stage %s', (stage, level, days, isProtected) => {
  const template = templateOf(stage);

  test('has names of its own, so that another can stand beside it', () => {
    for (const [type, property] of Object.entries(named)) {
      const names = Object.values(ofType(template, type)).map(({ Properties }) => Properties[property]);
      expect(names.length, type).toBeGreaterThan(0);
      for (const name of names.filter((each) => each !== undefined))
        expect(name, type).toMatch(new RegExp(`^/?showup[-/]${stage}`, 'u'));
    }
  });

  test(`logs from ${level}, for ${days} days`, () => {
    for (const { Properties } of Object.values(ofType(template, 'AWS::Lambda::Function')))
      expect(Properties['LoggingConfig']).toMatchObject({ ApplicationLogLevel: level });
    for (const { Properties } of Object.values(ofType(template, 'AWS::Logs::LogGroup')))
      expect(Properties['RetentionInDays']).toBe(days);
  });

  test(`is ${isProtected ? '' : 'not '}protected from deletion, as a stack and in what holds data`, () => {
    const stack = appOf(stage).node.children.find((child) => child instanceof ShowupStack);
    expect(stack?.terminationProtection).toBe(isProtected);
    for (const { Properties } of Object.values(ofType(template, 'AWS::DynamoDB::Table')))
      expect(Properties['DeletionProtectionEnabled']).toBe(isProtected);
    for (const { Properties } of Object.values(ofType(template, 'AWS::Cognito::UserPool')))
      expect(Properties['DeletionProtection']).toBe(isProtected ? 'ACTIVE' : 'INACTIVE');
  });
});

test('there is no third one, and dev where none is named', () => {
  expect(stageNamed(undefined).name).toBe('dev');
  expect(() => stageNamed('test')).toThrow('"test" is not one of dev, prod');
});
