import { describe, expect, test } from 'vitest';
import type { UsageReport } from '../../local/usage/usage.ts';
import { alarmMetrics, atRest, sweepsAMonth } from '../../scripts/cost/at-rest.ts';
import { billOf, freeOf, times, totalOf } from '../../scripts/cost/bill.ts';
import { assumed, billedTime } from '../../scripts/cost/billed-time.ts';
import { partOf, usedBetween } from '../../scripts/cost/difference.ts';
import { itemsOf, metricItems, textItems } from '../../scripts/cost/items.ts';
import { isOneOf } from '../../scripts/cost/mix.ts';
import { prices } from '../../scripts/cost/prices.ts';
import { tableOf } from '../../scripts/cost/report.ts';
import { runScript } from './run-script.ts';

const onEvent = { name: 'showup-prod-on-event', logicalId: 'OnEvent', memoryMegabytes: 512 };

describe('a bill', () => {
  const lines = billOf([
    { service: 'DynamoDB', price: 'writeUnit', units: 600_000 },
    { service: 'DynamoDB', price: 'writeUnit', units: 400_000 },
    { service: 'SES', price: 'mail', units: 10_000 },
    { service: 'SQS', price: 'queueRequest', units: 0 },
  ]);

  test('sums what is paid by the same unit, leaves out what was not used, and begins with the dearest', () => {
    expect(lines.map(({ service, units, amount }) => [service, units, amount])).toEqual([
      ['SES', 10_000, 1],
      ['DynamoDB', 1_000_000, 0.625],
    ]);
    expect(totalOf(lines)).toBeCloseTo(1.625, 10);
    expect(tableOf('Bill', lines)).toMatch(/write request unit +1,000,000 +\$6\.25e-7 +\$0\.63\n/u);
  });

  test('says what is free without taking it off, and no more than was used', () => {
    const month = billOf([
      { service: 'CloudWatch', price: 'alarmMetric', units: 14 },
      { service: 'CloudWatch', price: 'dashboard', units: 1 },
      { service: 'Secrets Manager', price: 'secret', units: 2 },
    ]);
    expect(totalOf(month)).toBeCloseTo(1.4 + 3 + 0.8, 10);
    expect(freeOf(month)).toBeCloseTo(1 + 3, 10);
  });

  test('grows with what is used', () => {
    const items = times([{ service: 'SES', price: 'mail', units: 10 }], 5);
    expect(totalOf(billOf(items))).toBeCloseTo(50 * prices.mail.each, 12);
  });
});

describe('what was used', () => {
  const before: UsageReport = { 'table.writeUnits': { 'Api PutItem': 3 } };
  const after: UsageReport = {
    'table.writeUnits': { 'Api PutItem': 10, 'Sweep UpdateItem': 2 },
    'http.requests': { 'POST /v1/bookings': 4, 'POST /webhooks/sns': 2 },
    'mails.recipients': { OnEvent: 5 },
    'texts.parts': { 'out +1': 6, 'in +1': 2 },
  };
  const used = usedBetween(before, after);

  test('is what came since, and can be told apart by who used it', () => {
    expect(used['table.writeUnits']).toEqual({ 'Api PutItem': 7, 'Sweep UpdateItem': 2 });
    const swept = partOf(used, (of) => of.startsWith('Sweep'));
    expect(swept['table.writeUnits']).toEqual({ 'Sweep UpdateItem': 2 });
    expect(swept['mails.recipients']).toEqual({});
  });

  test('becomes units that are paid: a delivery of SNS is a request to us as well', () => {
    const units = Object.fromEntries(itemsOf(used, []).map(({ price, units: count }) => [price, count]));
    expect(units).toMatchObject({ writeUnit: 9, httpRequest: 6, notice: 2, noticeByHttp: 2, mail: 5 });
    expect(textItems(used)).toEqual([
      { service: 'Texts', price: 'textOut', units: 6 },
      { service: 'Texts', price: 'textIn', units: 2 },
    ]);
  });
});

test('processor time is billed by the share of a processor that memory buys, and each call of AWS on top', () => {
  const usage: UsageReport = {
    'functions.runs': { 'showup-prod-on-event': 10 },
    'functions.processorMs': { 'showup-prod-on-event': 100 },
    calls: { 'OnEvent dynamodb:GetItem': 20, 'Api dynamodb:GetItem': 99 },
  };
  const share = 512 / assumed.megabytesPerProcessor;
  const cold = 10 * assumed.coldShare * assumed.coldProcessorMs;
  const seconds = ((100 * 2 + cold) / share + 20 * assumed.msPerCall) / 1000;
  const billed = billedTime(onEvent, usage, 2);
  expect(billed.runs).toBe(10);
  expect(billed.seconds).toBeCloseTo(seconds, 10);
  expect(billed.gigabyteSeconds).toBeCloseTo(seconds / 2, 10);
  const larger = billedTime({ ...onEvent, memoryMegabytes: 3538 }, usage, 2);
  expect(larger.seconds).toBeCloseTo((100 * 2 + cold + 20 * assumed.msPerCall) / 1000, 10);
});

test('a metric is paid for the hours of a month in which it is sent, and for no more than there are', () => {
  const hours = (measured: number) =>
    metricItems({ 'metrics.hours': { 'Api Booked': measured } }, 10)[0]?.units;
  expect(hours(24)).toBeCloseTo(73, 10);
  expect(hours(240)).toBe(730);
});

describe('a month at rest', () => {
  const template = {
    Resources: {
      One: { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'Errors' } },
      Sum: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: { Metrics: [{ Expression: 'a + b' }, { MetricStat: {} }, { MetricStat: {} }] },
      },
      Key: { Type: 'AWS::SecretsManager::Secret' },
      Overview: { Type: 'AWS::CloudWatch::Dashboard' },
    },
  };

  test('holds each metric of an alarm: a sum of two is paid twice', () => {
    expect(alarmMetrics(template)).toBe(3);
  });

  test('holds all sweeps of the month, as far as one was measured', () => {
    const usage: UsageReport = {
      'table.readUnits': { 'Sweep Query due': 4 },
      'metrics.hours': { 'Sweep OldestOverdue stage=prod': 7 },
    };
    const items = atRest(template, { usage, runs: 2, functions: [] });
    const units = (price: string) =>
      items.filter((item) => item.price === price).reduce((sum, item) => sum + item.units, 0);
    expect(units('readUnit')).toBe(2 * sweepsAMonth);
    expect(units('metricHour')).toBe(730);
    expect([units('alarmMetric'), units('secret'), units('dashboard')]).toEqual([3, 1, 1]);
  });
});

test('a share of the bookings is that share, and the same ones at each run', () => {
  for (const share of [0, 0.06, 0.15, 0.6, 1]) {
    const chosen = Array.from({ length: 1000 }, (_, index) => isOneOf(share, index, 3)).filter(Boolean);
    expect(Math.abs(chosen.length - share * 1000), String(share)).toBeLessThan(5);
  }
});

test.each([
  [['--bookings', '0'], '--bookings 0 must be a number from 1 to 500'],
  [['--slower', 'much'], '--slower much must be a number above 0'],
])('the command refuses %j', async (args, said) => {
  expect(await runScript('cost.ts', ...args)).toMatchObject({ status: 1, err: `${said}\n` });
});
