import {
  PutSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attendanceKeys } from '../../lib/adapters/attendance-keys.ts';
import { liveKeys } from '../../lib/adapters/live-keys.ts';
import type { LiveKeys } from '../../lib/app/deps.ts';
import { bookingOf, manageToken } from '../../lib/app/links.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { Secrets } from '../../local/aws/secrets.ts';
import {
  clientOf,
  openEndpoint,
  permissionsOf,
  place,
  RecordedFunctions,
  StillClock,
} from '../local/aws-world.ts';

const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:LinkKey-a1b2c3';
const SECOND = 1000;

let clock: StillClock;
let endpoint: AwsEndpoint;
let config: SecretsManagerClientConfig;
let operator: SecretsManagerClient;
let reads: number;

beforeEach(async () => {
  clock = new StillClock();
  reads = 0;
  const secrets = new Secrets({
    place,
    clock,
    functions: new RecordedFunctions(),
    secrets: [{ arn, name: 'LinkKey', secretString: 'first' }],
  });
  const handle = secrets.handle.bind(secrets);
  secrets.handle = (call) => {
    if (call.action === 'GetSecretValue') reads += 1;
    return handle(call);
  };
  endpoint = await openEndpoint([secrets], permissionsOf({}));
  config = clientOf(endpoint);
  operator = new SecretsManagerClient(config);
});
afterEach(async () => {
  operator.destroy();
  await endpoint.close();
});

const rotateTo = (SecretString: string) =>
  operator.send(new PutSecretValueCommand({ SecretId: arn, SecretString }));
const keysOfAProcess = (): LiveKeys<string> => liveKeys(arn, () => clock.now(), config);
const linksOf = (linkKeys: LiveKeys<string>) => ({ siteUrl: 'https://showup.example', linkKeys });

describe('the live keys of a secret', () => {
  it('are the current one and the one before, remembered for five minutes', async () => {
    const keys = keysOfAProcess();
    expect(await keys()).toEqual(['first']);
    await rotateTo('second');
    clock.instant += 300 * SECOND - 1;
    expect(await keys()).toEqual(['first']);
    clock.instant += 1;
    expect(await keys()).toEqual(['second', 'first']);
    await rotateTo('third');
    clock.instant += 300 * SECOND;
    expect(await keys()).toEqual(['third', 'second']);
  });

  it('are read again for a link that fits none of them: one that was signed a minute ago is not refused', async () => {
    const [reader, signer] = [linksOf(keysOfAProcess()), linksOf(keysOfAProcess())];
    await reader.linkKeys();
    await rotateTo('second');
    clock.instant += 60 * SECOND;
    const token = await manageToken(signer, 'bkg_1');
    expect(await bookingOf(reader, token, ['manage'])).toBe('bkg_1');
  });

  it('are read again at most every ten seconds, however many links fit none', async () => {
    const reader = linksOf(keysOfAProcess());
    const forged = (): Promise<string | undefined> =>
      bookingOf(reader, `bkg_1.${'A'.repeat(22)}`, ['manage']);
    await forged();
    expect(reads).toBe(2);
    clock.instant += 9 * SECOND;
    await Promise.all(Array.from({ length: 50 }, forged));
    expect(reads).toBe(2);
    clock.instant += SECOND;
    await Promise.all(Array.from({ length: 50 }, forged));
    expect(reads).toBe(4);
  });

  it('hold on where they can not be read again, and good links open meanwhile', async () => {
    const keys = keysOfAProcess();
    const token = await manageToken(linksOf(keys), 'bkg_1');
    await endpoint.close();
    clock.instant += 20 * SECOND;
    await expect(keys('again')).rejects.toThrow(/hang up|ECONN/u);
    expect(await bookingOf(linksOf(keys), token, ['manage'])).toBe('bkg_1');
  });

  it('are read the same way where a provider signs with them', async () => {
    const [first, second] = ['a', 'b'].map((letter) => Buffer.alloc(24, letter).toString('base64'));
    for (const text of [first ?? '', first ?? '']) await rotateTo(text);
    const keys = attendanceKeys(arn, () => clock.now(), config);
    expect((await keys())[0]).toEqual(Buffer.alloc(24, 'a'));
    await rotateTo(`whsec_${second}`);
    clock.instant += 10 * SECOND;
    expect(await keys('again')).toEqual([Buffer.alloc(24, 'b'), Buffer.alloc(24, 'a')]);
  });
});
