import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { metricUnits } from '../../lib/telemetry/metric-names.ts';
import { everything, ofType, type Resource, short, templateWith } from './template.ts';

const dev = templateWith('dev', everything);
const prod = templateWith('prod', {
  ...everything,
  deployment: { ...everything.deployment, alarms: { mail: 'operators@example.com' } },
});
const quiet = templateWith('prod', {});
const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');

const alarmsOf = (template: typeof dev): Resource[] =>
  Object.values(ofType(template, 'AWS::CloudWatch::Alarm'));
const nameOf = ({ Properties }: Resource): string =>
  String(Properties['AlarmName']).replace(/^showup-(?:dev|prod)-/u, '');
const namesOf = (template: typeof dev): string[] => alarmsOf(template).map(nameOf).toSorted();
const queuesOf = (template: typeof dev): string[] =>
  Object.values(ofType(template, 'AWS::SQS::Queue')).map(({ Properties }) => String(Properties['QueueName']));

describe('alarms', () => {
  test.each([
    ['dev', dev],
    ['prod', prod],
  ])('every queue of %s has one, for any message', (stage, template) => {
    for (const queue of queuesOf(template)) {
      const found = alarmsOf(template).find(({ Properties }) => Properties['AlarmName'] === queue);
      expect(queue).toMatch(`showup-${stage}-`);
      expect(found?.Properties, queue).toMatchObject({
        Namespace: 'AWS/SQS',
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Statistic: 'Maximum',
        Threshold: 1,
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      });
    }
  });

  test('a stage that may be thrown away has those alone, and wakes nobody', () => {
    expect(namesOf(dev)).toEqual(
      queuesOf(dev)
        .map((queue) => queue.replace('showup-dev-', ''))
        .toSorted(),
    );
    for (const { Properties } of alarmsOf(dev)) expect(Properties['AlarmActions']).toBeUndefined();
  });

  test('the stage that members book on has them for what else goes wrong', () => {
    expect(namesOf(prod)).toEqual(
      expect.arrayContaining([
        ...['function-errors', 'function-throttles', 'mail-bounces', 'mail-complaints', 'mails-failed'],
        ...['outbox-age', 'site-errors', 'stream-age', 'table-throttles', 'timers-overdue'],
      ]),
    );
  });

  test('each tells whoever is named, when it rings and when it is over', () => {
    for (const { Properties } of alarmsOf(prod)) {
      expect(short(Properties['AlarmActions'])).toEqual(['AlarmsTopic']);
      expect(short(Properties['OKActions'])).toEqual(['AlarmsTopic']);
    }
    const mails = (template: typeof dev) =>
      Object.values(ofType(template, 'AWS::SNS::Subscription')).filter(
        ({ Properties }) => Properties['Protocol'] === 'email',
      );
    expect(
      mails(prod).map(({ Properties }) => [Properties['Endpoint'], short(Properties['TopicArn'])]),
    ).toEqual([['operators@example.com', 'AlarmsTopic']]);
    expect(mails(quiet)).toEqual([]);
    expect(mails(dev)).toEqual([]);
  });

  test('only alarms of our account may publish to the topic', () => {
    const policies = Object.values(ofType(prod, 'AWS::SNS::TopicPolicy')).map(({ Properties }) =>
      short(Properties),
    );
    expect(policies).toContainEqual(
      expect.objectContaining({
        Topics: ['AlarmsTopic'],
        PolicyDocument: expect.objectContaining({
          Statement: expect.arrayContaining([
            expect.objectContaining({
              Action: 'sns:Publish',
              Principal: { Service: 'cloudwatch.amazonaws.com' },
              Condition: { StringEquals: { 'aws:SourceAccount': 'AWS::AccountId' } },
            }),
          ]),
        }),
      }),
    );
  });

  test('a sweep that does not run rings, and nothing else rings by silence', () => {
    const loud = alarmsOf(prod).filter(({ Properties }) => Properties['TreatMissingData'] === 'breaching');
    expect(loud.map(nameOf)).toEqual(['timers-overdue']);
  });

  test('those on what we measure look at something that is measured, under the stage', () => {
    const ours = alarmsOf(prod).filter(({ Properties }) => Properties['Namespace'] === 'Showup');
    expect(ours.length).toBeGreaterThan(2);
    for (const { Properties } of ours) {
      expect(Object.keys(metricUnits)).toContain(Properties['MetricName']);
      expect(Properties['Dimensions']).toEqual([{ Name: 'stage', Value: 'prod' }]);
    }
  });
});

describe('the runbook', () => {
  const paragraphs = runbook
    .split(/^(?=#{2,3} )/mu)
    .filter((part) => part.startsWith('### '))
    .map((part) => part.slice('### '.length));
  const titles = paragraphs.map((paragraph) => paragraph.split('\n', 1)[0] ?? '');

  test('has a paragraph for every alarm, and none for an alarm that there is not', () => {
    expect(titles.toSorted()).toEqual(
      [...new Set([...namesOf(dev), ...namesOf(prod), ...namesOf(quiet)])].toSorted(),
    );
  });

  test('each alarm names its paragraph', () => {
    for (const alarm of [...alarmsOf(prod), ...alarmsOf(dev)]) {
      expect(alarm.Properties['AlarmDescription']).toMatch(`docs/runbook.md#${nameOf(alarm)}`);
    }
  });

  test.each(paragraphs.map((paragraph, index) => [titles[index], paragraph]))(
    'says of %s what it means, how to find the cause and what to do',
    (_, paragraph) => {
      expect([...(paragraph ?? '').matchAll(/^\*\*(\w+)\.\*\*/gmu)].map(([, part]) => part)).toEqual([
        ...['Description', 'Investigation', 'Resolution'],
      ]);
    },
  );
});

describe('the dashboard', () => {
  const [board] = Object.values(ofType(prod, 'AWS::CloudWatch::Dashboard'));
  const { widgets } = JSON.parse(String(short(board?.Properties['DashboardBody']))) as {
    widgets: { properties: { title?: string; metrics?: (string | Record<string, string>)[][] } }[];
  };
  const rows = widgets.flatMap(({ properties }) => properties.metrics ?? []);
  const shown = rows.filter(([first]) => typeof first === 'string');

  test('is one, and shows no more metrics than the 50 that a dashboard has free', () => {
    expect(Object.keys(ofType(prod, 'AWS::CloudWatch::Dashboard'))).toHaveLength(1);
    expect(shown.length).toBeLessThanOrEqual(50);
  });

  test('shows all that we measure', () => {
    const names = new Set(
      shown.filter(([namespace]) => namespace === 'Showup').map(([, name]) => JSON.stringify(name)),
    );
    expect([...names].toSorted()).toEqual(
      Object.keys(metricUnits)
        .map((name) => JSON.stringify(name))
        .toSorted(),
    );
  });

  test('shows which queue and which function it was', () => {
    const names = shown.map((row) =>
      row
        .map((part) => JSON.stringify(part))
        .join(' ')
        .replaceAll('"', ''),
    );
    for (const queue of Object.keys(ofType(prod, 'AWS::SQS::Queue')))
      expect(names.join('\n')).toContain(`${String(short({ Ref: queue }))}.QueueName`);
    expect(names.filter((name) => name.startsWith('AWS/Lambda Errors'))).toHaveLength(
      Object.keys(ofType(prod, 'AWS::Lambda::Function')).length,
    );
  });
});
