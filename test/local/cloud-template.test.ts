/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: Fn::Sub is written this way. */
import { describe, expect, it } from 'vitest';
import { resolveTemplate } from '../../local/template/stack.ts';
import type { Template } from '../../local/template/template.ts';

const site = 'http://127.0.0.1:8787';
const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'late' } };
const api = { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP' } };

/** Resolves a template and gives the properties of its alarm, whose type says nothing about its values. */
function resolved(
  values: Record<string, unknown>,
  template: Partial<Template> = {},
): Readonly<Record<string, unknown>> {
  const Resources = { Queue: queue, Api: api, Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: values } };
  return resolveTemplate(
    { ...template, Resources: { ...Resources, ...template.Resources } },
    'stack',
    site,
  ).find('Alarm').properties.values;
}

describe('intrinsics', () => {
  it('resolve pseudo parameters to one place: us-east-1, account 000000000000', () => {
    const place = {
      'Fn::Sub': '${AWS::Partition} ${AWS::Region} ${AWS::AccountId} ${AWS::URLSuffix} ${AWS::StackName}',
    };
    expect(resolved({ place })).toEqual({ place: 'aws us-east-1 000000000000 amazonaws.com stack' });
  });

  it('give a queue its URL for Ref and a real-looking ARN for GetAtt', () => {
    const both = {
      'Fn::Join': [
        ' ',
        [{ Ref: 'Queue' }, { 'Fn::GetAtt': ['Queue', 'Arn'] }, { 'Fn::GetAtt': 'Queue.QueueName' }],
      ],
    };
    expect(resolved({ both })['both']).toBe(
      'https://sqs.us-east-1.amazonaws.com/000000000000/late arn:aws:sqs:us-east-1:000000000000:late late',
    );
  });

  it('name a resource by its logical id where the template gives no name', () => {
    const Resources = { Night: { Type: 'AWS::Lambda::Function', Properties: {} } };
    expect(resolved({ arn: { 'Fn::GetAtt': ['Night', 'Arn'] } }, { Resources })['arn']).toBe(
      'arn:aws:lambda:us-east-1:000000000000:function:Night',
    );
  });

  it('resolve names that are themselves made of intrinsics', () => {
    const Resources = {
      Own: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': '${AWS::Region}-own' } } },
    };
    expect(resolved({ name: { 'Fn::GetAtt': ['Own', 'QueueName'] } }, { Resources })['name']).toBe(
      'us-east-1-own',
    );
  });

  it('lead to the local site by both ways of writing an API address', () => {
    const byId = {
      'Fn::Join': [
        '',
        [
          'https://',
          { Ref: 'Api' },
          '.execute-api.',
          { Ref: 'AWS::Region' },
          '.',
          { Ref: 'AWS::URLSuffix' },
          '/',
        ],
      ],
    };
    const values = resolved({ byId, endpoint: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } });
    expect(values).toEqual({ byId: `${site}/`, endpoint: site });
  });

  it('split, select, map and encode', () => {
    const Mappings = { Sizes: { 'us-east-1': { small: 3 } } };
    const values = {
      part: { 'Fn::Select': ['5', { 'Fn::Split': [':', { 'Fn::GetAtt': ['Queue', 'Arn'] }] }] },
      size: { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] },
      coded: { 'Fn::Base64': 'late' },
      own: { 'Fn::Sub': ['${Mine}/${!Literal}', { Mine: { Ref: 'AWS::Region' } }] },
    };
    expect(resolved(values, { Mappings })).toEqual({
      part: 'late',
      size: 3,
      coded: 'bGF0ZQ==',
      own: 'us-east-1/${Literal}',
    });
  });

  it('choose by conditions over parameters, and drop what is no value', () => {
    const Parameters = { Size: { Type: 'String', Default: 'large' } };
    const Conditions = {
      Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] },
      Small: { 'Fn::Not': [{ Condition: 'Large' }] },
      Either: { 'Fn::Or': [{ Condition: 'Small' }, { Condition: 'Large' }] },
    };
    const values = {
      kept: { 'Fn::If': ['Large', [1, { Ref: 'AWS::NoValue' }], 2] },
      gone: { 'Fn::If': ['Small', 1, { Ref: 'AWS::NoValue' }] },
      either: { 'Fn::If': ['Either', 'yes', 'no'] },
    };
    expect(resolved(values, { Parameters, Conditions })).toEqual({ kept: [1], either: 'yes' });
  });

  it('leave out resources whose condition does not hold', () => {
    const Resources = { Rare: { ...queue, Condition: 'Never' } };
    const Conditions = { Never: { 'Fn::Equals': [1, 2] } };
    const stack = resolveTemplate({ Resources, Conditions }, 'stack', site);
    expect(stack.resources).toEqual([]);
  });

  it('leave the conditions of policy statements alone', () => {
    const statement = {
      Effect: 'Allow',
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    };
    expect(resolved({ statement })['statement']).toEqual({
      Effect: 'Allow',
      Condition: { StringEquals: { 'aws:SourceAccount': '000000000000' } },
    });
  });
});

describe('what the local cloud does not know is an error that names it', () => {
  it.each([
    ['an intrinsic', { x: { 'Fn::Cidr': ['10.0.0.0/16', 2, 8] } }, 'Fn::Cidr'],
    ['a reference', { x: { Ref: 'Nobody' } }, 'Nobody'],
    ['an attribute', { x: { 'Fn::GetAtt': ['Queue', 'Length'] } }, 'Queue.Length'],
    ['a condition', { x: { 'Fn::If': ['Sometimes', 1, 2] } }, 'Sometimes'],
    ['a list that is too short', { x: { 'Fn::Select': [3, ['a']] } }, 'Fn::Select'],
  ])('%s', (_what, values, name) => {
    expect(() => resolved(values)).toThrow(name);
  });

  it('a resource type', () => {
    const Resources = { Stream: { Type: 'AWS::Kinesis::Stream' } };
    expect(() => resolveTemplate({ Resources }, 'stack', site)).toThrow(/Stream.*AWS::Kinesis::Stream/);
  });

  it('a property, where a silent one would change what runs', () => {
    const stack = resolveTemplate(
      { Resources: { Queue: { ...queue, Properties: { Colour: 'red' } } } },
      'stack',
      site,
    );
    expect(() => stack.find('Queue').properties.only('QueueName')).toThrow('Queue.Colour');
  });
});
