import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requireNode } from '../../scripts/account-ready.ts';
import { typed } from '../../scripts/confirm.ts';
import { Account } from './deploying.ts';

const outputs = {
  SiteUrl: 'https://sessions.example.com',
  TableName: 'Bookings',
  UserPoolId: 'us-east-1_Pool',
  TextsTopicArn: 'arn:aws:sns:us-east-1:000000000000:texts-in',
  DnsRecordDkim1: 'abc._domainkey.example.com CNAME abc.dkim.amazonses.com',
};

const account = new Account();
beforeAll(() => account.open());
afterAll(() => account.close());
beforeEach(() => {
  account.calls();
  account.told.length = 0;
  account.stacks.clear();
  account.stacks.set('CDKToolkit', {}).set('showup-dev', outputs).set('showup-prod', outputs);
});

describe('npm run deploy', () => {
  test('synthesizes the stage once, shows what permissions gain, deploys that, and says what is left to do', async () => {
    const { status, out, err } = await account.run('deploy.ts', ['--stage', 'prod', '--yes']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(account.calls()).toEqual([
      'synth --quiet --context stage=prod --output cdk.out',
      'diff --app cdk.out --security-only',
      'deploy --all --app cdk.out --require-approval never',
    ]);
    expect(out).toContain('Deployed: showup-prod');
    for (const told of Object.values(outputs)) expect(out).toContain(told);
    for (const step of ['SES production access', '+15550100', 'npm run invite-staff', '/book'])
      expect(out).toContain(step);
  });

  test('means dev where no stage is named', async () => {
    await account.run('deploy.ts', ['--yes']);
    expect(account.calls()[0]).toContain('stage=dev');
  });

  test.each([
    ['a stage that there is not', ['--stage', 'test', '--yes'], {}, '--stage test must be one of dev, prod'],
    ['an option that there is not', ['--force'], {}, "Unknown option '--force'"],
    ['to ask where nobody is', ['--stage', 'prod'], {}, 'say --yes'],
    [
      'a configuration that contradicts itself, by its field',
      ['--yes'],
      { SHOWUP_CONFIG: join(import.meta.dirname, 'contradicting-config.ts') },
      'deployment.domain.certificateArn: is missing',
    ],
    ['no credentials', ['--yes'], { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' }, 'AWS_PROFILE'],
    ['no region', ['--yes'], { AWS_REGION: '' }, 'export AWS_REGION'],
  ])('refuses %s before anything is done', async (_, args, env, says) => {
    const { status, err } = await account.run('deploy.ts', args, env);
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining(says) });
    expect(err).not.toMatch(/^\s+at /mu);
    expect(account.calls()).toEqual([]);
  });

  test('says how to bootstrap an account that is not', async () => {
    account.stacks.delete('CDKToolkit');
    const { status, err } = await account.run('deploy.ts', ['--yes']);
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining('npx cdk bootstrap') });
    expect(account.calls()).toEqual([]);
  });

  test('deploys nothing in which the library finds something wrong', async () => {
    const report = { pluginReports: [{ conclusion: 'failure' }] };
    const { status, err } = await account.run('deploy.ts', ['--yes'], {
      FAKE_REPORT: JSON.stringify(report),
    });
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining('validation-report.json') });
    expect(account.calls()).toHaveLength(1);
  });

  test('ends where the CDK fails', async () => {
    const { status, out, err } = await account.run('deploy.ts', ['--yes'], { FAKE_FAILS: 'deploy' });
    expect({ status, err }).toEqual({ status: 1, err: expect.stringContaining('cdk deploy failed') });
    expect(out).not.toContain('Deployed');
  });

  test('takes the Node that functions run on, and no older one', () => {
    expect(() => requireNode('22.12.0')).toThrow('Node.js 22.12.0, and deploying takes 24');
    expect(() => requireNode('24.0.0')).not.toThrow();
  });
});

describe('npm run destroy', () => {
  test('takes all of dev down, and says so first', async () => {
    const { status, out } = await account.run('destroy.ts', ['--stage', 'dev', '--yes']);
    expect(status).toBe(0);
    expect(out).toMatch(/All of showup-dev goes.*Bookings/su);
    expect(account.calls()).toEqual(['destroy --all --force --context stage=dev']);
    expect(account.told).toEqual([]);
  });

  test('says of prod what stays and what is lost, and lifts its protection only then', async () => {
    const { status, out } = await account.run('destroy.ts', ['--stage', 'prod', '--yes']);
    expect(status).toBe(0);
    expect(out).toMatch(/these stay.*Bookings.*us-east-1_Pool.*These are lost.*timers.*queues/su);
    expect(out).toContain('npm run export -- --stage prod');
    expect(account.calls()).toEqual(['destroy --all --force --context stage=prod']);
    expect(account.told).toEqual(['UpdateTerminationProtection showup-prod false']);
  });

  test('protects prod again where it could not be taken down', async () => {
    const { status } = await account.run('destroy.ts', ['--stage', 'prod', '--yes'], {
      FAKE_FAILS: 'destroy',
    });
    expect(status).toBe(1);
    expect(account.told).toEqual([
      'UpdateTerminationProtection showup-prod false',
      'UpdateTerminationProtection showup-prod true',
    ]);
  });

  test('asks nobody who is not there, and finds nothing where nothing is', async () => {
    expect((await account.run('destroy.ts', ['--stage', 'prod'])).err).toContain('say --yes');
    account.stacks.delete('showup-prod');
    const { err } = await account.run('destroy.ts', ['--stage', 'prod', '--yes']);
    expect(err).toContain('showup-prod does not exist');
    expect(account.calls()).toEqual([]);
    expect(account.told).toEqual([]);
  });

  test.each([
    ['prod\n', undefined],
    ['yes\n', 'Nothing was done.'],
    ['', 'Nothing was done.'],
  ])('goes on only where the stage’s name is typed: %j', async (answer, refusal) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const asked = typed('prod', 'Type prod: ', { input, output, attended: true });
    input.end(answer);
    if (refusal === undefined) await expect(asked).resolves.toBeUndefined();
    else await expect(asked).rejects.toThrow(refusal);
    expect(String(output.read())).toContain('Type prod: ');
  });
});
