import { describe, expect, it } from 'vitest';
import { type ConditionBlock, compileConditions } from '../../local/aws/conditions.ts';
import { collectRoles } from '../../local/aws/roles.ts';
import { allow, permissionsOf } from './aws-world.ts';

const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/Bookings';
const put = { action: 'dynamodb:PutItem', resource: table };

describe('permissions', () => {
  it('allows only what a statement grants, on the resource that it names', () => {
    const permissions = permissionsOf({ Api: [allow('dynamodb:PutItem', table)] });
    expect(permissions.check('Api', put)).toBe('allowed');
    expect(permissions.check('Api', { ...put, action: 'dynamodb:DeleteItem' })).toBe('not-allowed');
    expect(permissions.check('Api', { ...put, resource: `${table}2` })).toBe('not-allowed');
    expect(permissions.check('Nobody', put)).toBe('not-allowed');
  });

  it('matches actions whatever their case and resources in their own', () => {
    const permissions = permissionsOf({ Api: [allow('DYNAMODB:put*', `${table.slice(0, -3)}*`)] });
    expect(permissions.check('Api', put)).toBe('allowed');
    expect(permissions.check('Api', { ...put, resource: table.toLowerCase() })).toBe('not-allowed');
  });

  it('lets no wildcard reach past a colon of the ARN', () => {
    const permissions = permissionsOf({
      Api: [allow('dynamodb:*', 'arn:aws:dynamodb:*:table/Bookings:*:x')],
    });
    expect(permissions.check('Api', put)).toBe('not-allowed');
  });

  it('puts a deny before every allow', () => {
    const deny = { Effect: 'Deny', Action: 'dynamodb:Put?tem', Resource: table } as const;
    const permissions = permissionsOf({ Api: [allow('*'), deny] });
    expect(permissions.check('Api', put)).toBe('explicit-deny');
    expect(permissions.check('Api', { ...put, action: 'dynamodb:GetItem' })).toBe('allowed');
  });

  it('counts decisions and lists the grants that nobody used', () => {
    const permissions = permissionsOf({ Api: [allow(['dynamodb:PutItem', 'dynamodb:Scan'], table)] });
    permissions.check('Api', put);
    permissions.check('Api', put);
    expect(permissions.decisions()).toEqual([{ caller: 'Api', need: put, allowed: true, count: 2 }]);
    expect(permissions.unused()).toEqual([{ owner: 'Api', action: 'dynamodb:Scan', resource: table }]);
  });

  it.each([
    [{ ...allow('s3:*'), NotAction: 's3:Get*' }, 'NotAction'],
    [{ Effect: 'Allow', Action: 's3:*', NotResource: '*' } as const, 'NotResource'],
    [{ ...allow('s3:*'), Condition: { DateLessThan: { 'aws:SourceArn': 'x' } } }, 'DateLessThan'],
    [
      { ...allow('s3:*'), Condition: { StringEquals: { 'aws:PrincipalTag/team': 'x' } } },
      'aws:PrincipalTag/team',
    ],
    [allow('s3:*', 'arn:aws:s3:::\u0024{aws:username}'), 'policy variable'],
    [allow('s3:*', 'bucket'), 'not an ARN'],
  ])('refuses a statement that it cannot evaluate, by name (%#)', (statement, named) => {
    expect(() => permissionsOf({ Api: [statement] })).toThrow(named);
    expect(() => permissionsOf({ Api: [statement] })).toThrow('Api');
  });
});

describe('conditions', () => {
  const holds = (block: ConditionBlock, context: Record<string, string | string[]>): boolean =>
    compileConditions(block)(context);
  const passed = 'iam:PassedToService';
  const leading = 'dynamodb:LeadingKeys';

  it('needs the key to be there, except where the operator says otherwise', () => {
    expect(holds({ StringEquals: { [passed]: 'a' } }, {})).toBe(false);
    expect(holds({ StringEquals: { [passed]: ['a', 'b'] } }, { [passed]: 'b' })).toBe(true);
    expect(holds({ StringEquals: { [passed.toUpperCase()]: 'a' } }, { [passed]: 'A' })).toBe(false);
    expect(holds({ Null: { [passed]: 'true' } }, {})).toBe(true);
    expect(holds({ Null: { [passed]: true } }, { [passed]: 'a' })).toBe(false);
    expect(holds({ Bool: { [passed]: true } }, { [passed]: 'True' })).toBe(true);
  });

  it('matches patterns of text and of ARNs', () => {
    const arn = { 'aws:SourceArn': 'arn:aws:scheduler:us-east-1:1:schedule-group/timers' };
    expect(holds({ StringLike: { 'aws:SourceArn': '*group/time?s' } }, arn)).toBe(true);
    expect(holds({ ArnLike: { 'aws:SourceArn': 'arn:aws:scheduler:*:1:schedule-group/*' } }, arn)).toBe(true);
    expect(holds({ ArnEquals: { 'aws:SourceArn': 'arn:aws:scheduler:*:2:schedule-group/*' } }, arn)).toBe(
      false,
    );
  });

  it('asks every value of ForAllValues, and refuses a single-value operator on such a key', () => {
    const block = { 'ForAllValues:StringEquals': { [leading]: ['A', 'B'] } };
    expect(holds(block, { [leading]: ['A', 'B', 'A'] })).toBe(true);
    expect(holds(block, { [leading]: ['A', 'C'] })).toBe(false);
    expect(() => compileConditions({ StringEquals: { [leading]: 'A' } })).toThrow('ForAllValues');
  });

  it('needs every key of every operator to hold', () => {
    const block = { StringEquals: { [passed]: 'a', 'aws:SourceAccount': '1' } };
    expect(holds(block, { [passed]: 'a', 'aws:SourceAccount': '1' })).toBe(true);
    expect(holds(block, { [passed]: 'a', 'aws:SourceAccount': '2' })).toBe(false);
  });
});

describe('roles of a template', () => {
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const role = {
    type: 'AWS::IAM::Role',
    ref: 'ApiRole',
    arn: 'arn:aws:iam::123456789012:role/ApiRole',
    properties: {
      values: {
        AssumeRolePolicyDocument: { Statement: [trust] },
        Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: [allow('ses:SendRawEmail')] } }],
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
      },
    },
  };
  const policyFor = (name: string) => ({
    type: 'AWS::IAM::Policy',
    ref: 'Policy',
    arn: undefined,
    properties: { values: { Roles: [name], PolicyDocument: { Statement: allow('sns:Publish') } } },
  });
  const actionsOf = (resources: Parameters<typeof collectRoles>[0]) =>
    collectRoles(resources)
      .get(role.arn)
      ?.statements.flatMap((statement) => statement.Action);

  it('gathers inline, attached and managed policies', () => {
    const logs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
    expect(actionsOf([role, policyFor('ApiRole')])).toEqual(['ses:SendRawEmail', 'sns:Publish', ...logs]);
    expect(actionsOf([role, policyFor('OtherRole')])).toEqual(['ses:SendRawEmail', ...logs]);
  });

  it('refuses a managed policy that it does not know, by name', () => {
    const values = {
      ...role.properties.values,
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    };
    expect(() => collectRoles([{ ...role, properties: { values } }])).toThrow('AdministratorAccess');
  });
});
