import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyRotation, type RotationStep } from '../../lib/adapters/rotation.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { Secrets } from '../../local/aws/secrets.ts';
import { replaceAttendanceSecret, rotateSecret } from '../../scripts/rotate-secret.ts';
import { allow, clientOf, openEndpoint, permissionsOf, place, StillClock } from './aws-world.ts';

const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:LinkKey-a1b2c3';
const DAY = 86_400_000;
const actions = ['DescribeSecret', 'GetSecretValue', 'PutSecretValue', 'UpdateSecretVersionStage'];
const permissions = permissionsOf({
  Rotate: [
    allow(
      actions.map((action) => `secretsmanager:${action}`),
      arn,
    ),
  ],
});

let clock: StillClock;
let secrets: Secrets;
let endpoint: AwsEndpoint;
let operator: SecretsManagerClient;
let rotate: (step: RotationStep) => Promise<void>;
/** The steps that came, and what to do at the next of them instead. */
let steps: RotationStep[];
let fail: ((step: RotationStep) => boolean) | undefined;

beforeEach(async () => {
  clock = new StillClock();
  steps = [];
  fail = undefined;
  const invoke = async (_: string, event: unknown): Promise<void> => {
    const step = event as RotationStep;
    steps.push(step);
    if (fail?.(step)) throw new Error('the function broke');
    await rotate(step);
  };
  const rotation = { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:rotate', everyDays: 90 };
  const secret = {
    arn,
    name: 'LinkKey',
    secretString: 'the first key, of more than thirty-two letters',
    rotation,
  };
  secrets = new Secrets({ place, clock, functions: { invoke }, secrets: [secret] });
  endpoint = await openEndpoint([secrets], permissions);
  operator = new SecretsManagerClient(clientOf(endpoint));
  rotate = keyRotation(clientOf(endpoint, 'Rotate'));
});
afterEach(async () => {
  operator.destroy();
  await endpoint.close();
});

async function keys(): Promise<(string | undefined)[]> {
  const read = async (VersionStage: string) => {
    const found = await operator.send(new GetSecretValueCommand({ SecretId: arn, VersionStage }));
    return found.SecretString;
  };
  return Promise.all([read('AWSCURRENT'), read('AWSPREVIOUS').catch(() => undefined)]);
}

async function stages(): Promise<string[][]> {
  const { VersionIdsToStages = {} } = await operator.send(new DescribeSecretCommand({ SecretId: arn }));
  return Object.values(VersionIdsToStages);
}

async function askForRotation(): Promise<void> {
  await operator.send(new RotateSecretCommand({ SecretId: arn }));
  await secrets.settled();
}

describe('the rotation of a key', () => {
  it('takes four steps, and leaves the key before as the previous one', async () => {
    const [first] = await keys();
    await askForRotation();
    expect(steps.map(({ Step }) => Step)).toEqual([
      'createSecret',
      'setSecret',
      'testSecret',
      'finishSecret',
    ]);
    const [second, previous] = await keys();
    expect(second).toMatch(/^[\w-]{64}$/u);
    expect(previous).toBe(first);
    await askForRotation();
    expect((await keys())[1]).toBe(second);
  });

  it('is the same when each step comes again, also after the last', async () => {
    await askForRotation();
    const done = [await keys(), await stages()];
    for (const step of [...steps, ...steps.toReversed()]) await rotate(step);
    expect([await keys(), await stages()]).toEqual(done);
  });

  it('makes one key, however often the first step comes before the others', async () => {
    fail = ({ Step }) => Step === 'setSecret';
    await askForRotation();
    const [create] = steps;
    if (create === undefined) throw new Error('no step came');
    const pending = () =>
      operator.send(new GetSecretValueCommand({ SecretId: arn, VersionStage: 'AWSPENDING' }));
    const made = (await pending()).SecretString;
    await rotate(create);
    expect((await pending()).SecretString).toBe(made);
  });

  it.each(['createSecret', 'setSecret', 'testSecret', 'finishSecret'] as const)(
    'that breaks off at %s changes nothing, and is taken up by the next',
    async (broken) => {
      const before = await keys();
      fail = ({ Step }) => Step === broken;
      await askForRotation();
      expect(await keys()).toEqual(before);
      fail = undefined;
      await rotateSecret(operator, arn, () => secrets.settled());
      expect((await keys())[1]).toBe(before[0]);
      expect(new Set(steps.map(({ ClientRequestToken }) => ClientRequestToken)).size).toBe(1);
    },
  );

  it('never makes a version current that has no key, or a short one', async () => {
    fail = () => true;
    await askForRotation();
    const [step] = steps;
    if (step === undefined) throw new Error('no step came');
    const finish = () => rotate({ ...step, Step: 'finishSecret' });
    // As the service tries it when rotation is set up.
    await rotate({ ...step, Step: 'testSecret' });
    await expect(finish()).rejects.toThrow('missing, or too short');
    await operator.send(
      new PutSecretValueCommand({
        SecretId: arn,
        SecretString: 'short',
        ClientRequestToken: step.ClientRequestToken,
        VersionStages: ['AWSPENDING'],
      }),
    );
    await expect(rotate({ ...step, Step: 'testSecret' })).rejects.toThrow('missing, or too short');
    await expect(finish()).rejects.toThrow('missing, or too short');
  });

  it('is refused for a version that nobody rotates in', async () => {
    const step = { Step: 'createSecret', SecretId: arn, ClientRequestToken: 'made-up' } as const;
    await expect(rotate(step)).rejects.toThrow('made-up');
  });

  it('comes by itself when the key is as old as it may be, and again where it failed', async () => {
    const start = clock.now();
    expect(secrets.nextDue()).toBe(start + 90 * DAY);
    const described = await operator.send(new DescribeSecretCommand({ SecretId: arn }));
    expect(described).toMatchObject({ RotationEnabled: true, RotationRules: { AutomaticallyAfterDays: 90 } });
    clock.instant = start + 90 * DAY;
    fail = () => true;
    await secrets.runDue(clock.now());
    expect(secrets.nextDue()).toBe(clock.now() + 5 * 60_000);
    fail = undefined;
    clock.instant += 5 * 60_000;
    await secrets.runDue(clock.now());
    expect((await keys())[0]).toMatch(/^[\w-]{64}$/u);
    expect(secrets.nextDue()).toBeGreaterThan(clock.now() + 89 * DAY);
  });
});

describe('the tools that rotate', () => {
  it('say so where the key does not change', async () => {
    fail = () => true;
    await expect(rotateSecret(operator, arn, () => Promise.resolve())).rejects.toThrow('was not rotated');
  });

  it('give the provider of the meetings a secret in its own spelling, beside the one before', async () => {
    const [before] = await keys();
    const given = await replaceAttendanceSecret(operator, arn);
    expect(given).toMatch(/^whsec_[A-Za-z0-9+/]{64}$/u);
    expect(await keys()).toEqual([given.slice('whsec_'.length), before]);
  });
});
