import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { generateSecretString } from '../../local/aws/secret-string.ts';
import { type SecretInput, Secrets } from '../../local/aws/secrets.ts';
import {
  allow,
  clientOf,
  openEndpoint,
  permissionsOf,
  place,
  RecordedFunctions,
  StillClock,
} from './aws-world.ts';

const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:LinkKey-a1b2c3';
const secret: SecretInput = {
  arn,
  name: 'LinkKey',
  generate: { PasswordLength: 43, ExcludePunctuation: true },
};
const permissions = permissionsOf({
  Api: [allow('secretsmanager:GetSecretValue', `${arn.slice(0, -6)}??????`)],
  CurrentOnly: [
    {
      ...allow('secretsmanager:GetSecretValue', arn),
      Condition: { StringEquals: { 'secretsmanager:VersionStage': 'AWSCURRENT' } },
    },
  ],
});

let directory: string;
let endpoint: AwsEndpoint;
let clients: SecretsManagerClient[];

const start = async (): Promise<void> => {
  const file = join(directory, 'kept', 'secrets.json');
  endpoint = await openEndpoint(
    [
      new Secrets({
        place,
        clock: new StillClock(),
        functions: new RecordedFunctions(),
        secrets: [secret],
        file,
      }),
    ],
    permissions,
  );
};
const as = (caller: string): SecretsManagerClient => {
  const client = new SecretsManagerClient(clientOf(endpoint, caller));
  clients.push(client);
  return client;
};
const read = async (caller: string, VersionStage?: string, SecretId = 'LinkKey') =>
  (await as(caller).send(new GetSecretValueCommand({ SecretId, VersionStage }))).SecretString;
const put = (SecretString: string) =>
  as('operator').send(new PutSecretValueCommand({ SecretId: arn, SecretString }));

beforeEach(async () => {
  clients = [];
  directory = mkdtempSync(join(tmpdir(), 'showup-secrets-'));
  await start();
});

afterEach(async () => {
  for (const client of clients) client.destroy();
  await endpoint.close();
  rmSync(directory, { recursive: true });
});

describe('secrets', () => {
  it('are made by the rules of the template and found by name or ARN', async () => {
    const text = await read('Api');
    expect(text).toMatch(/^[A-Za-z0-9]{43}$/);
    expect(await read('Api', 'AWSCURRENT', arn)).toBe(text);
  });

  it('keep the previous version when a new one comes, and only that', async () => {
    const first = await read('Api');
    await expect(read('Api', 'AWSPREVIOUS')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await put('second');
    expect([await read('Api'), await read('Api', 'AWSPREVIOUS')]).toEqual(['second', first]);
    await put('third');
    expect([await read('Api'), await read('Api', 'AWSPREVIOUS')]).toEqual(['third', 'second']);
    const described = await as('operator').send(new DescribeSecretCommand({ SecretId: arn }));
    expect(Object.values(described.VersionIdsToStages ?? {})).toEqual([['AWSPREVIOUS'], ['AWSCURRENT']]);
  });

  it('outlive a restart in a file that only its owner can read', async () => {
    await put('kept');
    await endpoint.close();
    await start();
    expect(await read('Api')).toBe('kept');
    expect(statSync(join(directory, 'kept', 'secrets.json')).mode & 0o077).toBe(0);
  });

  it('are refused to who may not read them, by stage where the grant says so', async () => {
    expect(await read('CurrentOnly')).toBeTypeOf('string');
    await put('second');
    await expect(read('CurrentOnly', 'AWSPREVIOUS')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`secretsmanager:GetSecretValue on resource: ${arn}`),
    });
  });

  it('that do not exist are not found', async () => {
    await expect(read('operator', undefined, 'Nothing')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
    });
  });
});

describe('a generated secret', () => {
  it('holds each kind of character that is not excluded', () => {
    const text = generateSecretString({ PasswordLength: 8, ExcludeCharacters: 'abc"' });
    expect(text).toHaveLength(8);
    for (const kind of [/[d-z]/, /[A-Z]/, /\d/, /[^\w\s]|_/]) expect(text).toMatch(kind);
    expect(text).not.toMatch(/[abc"]/);
  });

  it('can be put into a JSON template under its key', () => {
    const text = generateSecretString({
      SecretStringTemplate: '{"user":"app"}',
      GenerateStringKey: 'password',
    });
    expect(JSON.parse(text)).toEqual({ user: 'app', password: expect.stringMatching(/^.{32}$/) });
  });

  it('is refused when no characters are left', () => {
    const none = {
      ExcludeLowercase: true,
      ExcludeUppercase: true,
      ExcludeNumbers: true,
      ExcludePunctuation: true,
    };
    expect(() => generateSecretString(none)).toThrow('no characters');
  });
});
