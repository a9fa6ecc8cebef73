import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Code, Function as LambdaFunctionResource, Runtime } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, test } from 'vitest';
import { edgesIn, rolesOfTimers } from './edges-in.ts';
import { everything, ofType, templateWith } from './template.ts';

const kinds = [
  ['dev', 'as it comes', templateWith('dev', {})],
  ['prod', 'as it comes', templateWith('prod', {})],
  ['dev', 'with every flag', templateWith('dev', everything)],
  ['prod', 'with every flag', templateWith('prod', everything)],
] as const;

describe.each(kinds)('%s, %s', (_stage, _flags, template) => {
  const queues = Object.keys(ofType(template, 'AWS::SQS::Queue'));
  const edges = edgesIn(template);

  test('every edge that nobody waits for is tried a bounded number of times, and leaves the rest in a queue', () => {
    expect(edges.length).toBeGreaterThan(4);
    for (const edge of edges) {
      expect(edge, `${edge.from} to ${edge.to}`).toEqual({ ...edge, retries: expect.any(Number) });
      expect(queues, `${edge.from} to ${edge.to}`).toContain(edge.leaves);
    }
  });

  test('a queue holds what is for one function, and none is without its edge', () => {
    const timers = rolesOfTimers(template);
    for (const role of timers)
      expect(role).toEqual({ ...role, calls: [expect.any(String)], leaves: [expect.any(String)] });
    const meant = [
      ...edges.map(({ to, leaves }) => ({ to, queue: leaves })),
      ...timers.map(({ calls, leaves }) => ({ to: calls[0], queue: leaves[0] })),
    ];
    for (const one of queues) {
      const receivers = meant.filter(({ queue }) => queue === one).map(({ to }) => to);
      expect(new Set(receivers).size, one).toBe(1);
    }
  });

  test('timers are made with the queue that their role may leave them in', () => {
    const told = Object.values(ofType(template, 'AWS::Lambda::Function'))
      .map(({ Properties }) => Properties['Environment'] as { Variables: Record<string, unknown> })
      .flatMap(({ Variables }) => Object.entries(Variables))
      .filter(([name]) => name.endsWith('TIMER_FAILURE_QUEUE_ARN'))
      .map(([, queue]) => JSON.stringify(queue));
    const left = rolesOfTimers(template)
      .flatMap(({ leaves }) => leaves)
      .map((queue) => JSON.stringify({ 'Fn::GetAtt': [queue, 'Arn'] }));
    expect([...new Set(told)].toSorted()).toEqual(left.toSorted());
  });

  test('an alarm looks at every queue, and rings at the first message', () => {
    const alarms = Object.values(ofType(template, 'AWS::CloudWatch::Alarm')).map(
      ({ Properties }) => Properties,
    );
    for (const queue of queues) {
      const watching = alarms.filter((alarm) => JSON.stringify(alarm).includes(`"${queue}","QueueName"`));
      expect(watching, queue).not.toEqual([]);
      for (const alarm of watching) {
        expect(alarm, queue).toMatchObject({
          Threshold: 1,
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        });
        expect(JSON.stringify(alarm)).toContain('ApproximateNumberOfMessagesVisible');
      }
    }
  });

  test('queues and topics are closed to plain HTTP', () => {
    for (const [type, policies] of [
      ['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy'],
      ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy'],
    ] as const) {
      const closed = Object.values(ofType(template, policies)).filter(({ Properties }) =>
        JSON.stringify(Properties['PolicyDocument']).includes('{"Bool":{"aws:SecureTransport":"false"}}'),
      );
      for (const id of Object.keys(ofType(template, type)))
        expect(
          closed.some(({ Properties }) => JSON.stringify(Properties).includes(`{"Ref":"${id}"}`)),
          id,
        ).toBe(true);
    }
  });

  test('every function writes to a log of ours, which has an end', () => {
    const logs = ofType(template, 'AWS::Logs::LogGroup');
    for (const [id, { Properties }] of Object.entries(ofType(template, 'AWS::Lambda::Function'))) {
      const { LogGroup } = Properties['LoggingConfig'] as { LogGroup: { Ref: string } };
      expect(logs[LogGroup.Ref]?.Properties['RetentionInDays'], id).toEqual(expect.any(Number));
    }
  });
});

test('an edge that loses what it can’t do is seen', () => {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'stack');
  const code = Code.fromInline('exports.handler = () => {}');
  const called = new LambdaFunctionResource(stack, 'Called', {
    code,
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
  });
  const { node } = new Rule(stack, 'Rule', {
    schedule: Schedule.rate(Duration.minutes(5)),
    targets: [new LambdaFunction(called)],
  });
  const lost = { leaves: undefined, retries: undefined };
  expect(edgesIn(Template.fromStack(stack))).toEqual([
    {
      from: expect.stringMatching(new RegExp(`^${node.id}`, 'u')),
      to: expect.stringMatching(/^Called/),
      ...lost,
    },
    { from: 'events', to: expect.stringMatching(/^Called/), ...lost },
  ]);
});
