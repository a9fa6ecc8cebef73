import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import {
  AdminInitiateAuthCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tokenVerifier } from '../../lib/adapters/identity-tokens.ts';
import type { Identity } from '../../lib/app/identity.ts';
import { SigningKey } from '../../local/aws/cognito-key.ts';
import { type AwsEndpoint, openAwsEndpoint } from '../../local/aws/endpoint.ts';
import { clientOf, permissionsOf, place } from '../local/aws-world.ts';
import { openCognito, otherClient, people, siteClient, strangers } from '../local/cognito-world.ts';
import { ada, failureOf, identityOf, password } from './identity-world.ts';

let endpoint: AwsEndpoint;
let identity: Identity;
let idToken: string;

beforeEach(async () => {
  endpoint = await openCognito({ clock: { now: () => Date.now() } });
  identity = identityOf(endpoint);
  await identity.setPassword(ada, password);
  idToken = (await identity.signIn(ada.username, password))?.idToken ?? '';
  expect(await identity.verify(idToken)).toMatchObject({ username: ada.username });
});
afterEach(() => endpoint.close());

const partsOf = (token: string) => token.split('.') as [header: string, payload: string, signature: string];
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;

/** The token with other claims, and with its own signature. */
function altered(claims: object): string {
  const [header, payload, signature] = partsOf(idToken);
  return [header, encoded({ ...decoded(payload), ...claims }), signature].join('.');
}

async function publicKeys(): Promise<(JsonWebKey & { kid: string })[]> {
  const response = await fetch(`${endpoint.url}/${people.id}/.well-known/jwks.json`);
  return ((await response.json()) as { keys: (JsonWebKey & { kid: string })[] }).keys;
}

it.each([
  ['another name', { 'cognito:username': 'per_bo' }],
  ['a group', { 'cognito:groups': ['staff'] }],
  ['a later end', { exp: 4_000_000_000 }],
])('a token with %s written into it is refused', async (_, claims) => {
  expect(await identity.verify(altered(claims))).toBeUndefined();
});

it('a token without a signature is refused, whatever its header says of that', async () => {
  const [header, payload] = partsOf(idToken);
  for (const alg of ['none', 'None', 'HS256']) {
    const unsigned = `${encoded({ ...decoded(header), alg })}.${payload}.`;
    expect(await identity.verify(unsigned)).toBeUndefined();
  }
});

it('a token that was signed with the public key as a secret is refused', async () => {
  const [key] = await publicKeys();
  const pem = createPublicKey({ key: key ?? {}, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  const [, payload] = partsOf(idToken);
  const signed = `${encoded({ alg: 'HS256', kid: key?.kid })}.${payload}`;
  const mac = createHmac('sha256', pem).update(signed).digest('base64url');
  expect(await identity.verify(`${signed}.${mac}`)).toBeUndefined();
});

it('a token of somebody’s own key is refused, under a name of its own and under that of the pool’s key', async () => {
  const forger = await SigningKey.make();
  const [header, payload] = partsOf(idToken);
  const forged = forger.sign(decoded(payload) as Record<string, unknown>);
  expect(await identity.verify(forged)).toBeUndefined();
  const [, claims, signature] = partsOf(forged);
  expect(await identity.verify([header, claims, signature].join('.'))).toBeUndefined();
  expect(await identity.verify(idToken)).toBeDefined();
});

it('a token of another pool is refused, and so is one of another client of the same pool', async () => {
  const foreign = identityOf(endpoint, 'operator', {
    userPoolId: strangers.id,
    clientId: strangers.clients[0]?.id ?? '',
  });
  await foreign.setPassword(ada, password);
  const other = identityOf(endpoint, 'operator', { clientId: otherClient.id });
  for (const elsewhere of [foreign, other]) {
    const token = (await elsewhere.signIn(ada.username, password))?.idToken ?? '';
    expect(await elsewhere.verify(token)).toBeDefined();
    expect(await identity.verify(token)).toBeUndefined();
    expect(await elsewhere.verify(idToken)).toBeUndefined();
  }
});

it('a token of another kind is refused: access and refresh tokens, and any other text', async () => {
  const { AuthenticationResult } = await new CognitoIdentityProviderClient(clientOf(endpoint)).send(
    new AdminInitiateAuthCommand({
      UserPoolId: people.id,
      ClientId: siteClient.id,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: ada.username, PASSWORD: password },
    }),
  );
  const { AccessToken = '', RefreshToken = '' } = AuthenticationResult ?? {};
  expect(AccessToken).not.toBe('');
  for (const text of [
    AccessToken,
    RefreshToken,
    '',
    'a.b.c',
    '..',
    `${idToken}x`,
    `${idToken}.x`,
    '\u0000',
  ]) {
    expect(await identity.verify(text), text).toBeUndefined();
  }
});

it('the keys are fetched once for all tokens, and unknown ones do not make it a flood', async () => {
  const [key] = await publicKeys();
  let fetched = 0;
  const body = async () => {
    fetched += 1;
    return JSON.stringify({ keys: [key] });
  };
  const path = `/${people.id}/.well-known/jwks.json`;
  const documents = [{ path, contentType: 'application/json', body }];
  const counting = await openAwsEndpoint({
    account: place.account,
    services: [],
    permissions: permissionsOf({}),
    documents,
  });
  try {
    const verify = tokenVerifier({
      userPoolId: people.id,
      clientId: siteClient.id,
      endpoint: counting.url,
    });
    await Promise.all([verify(idToken), verify(idToken)]);
    await verify(idToken);
    expect(fetched).toBe(1);
    const [, payload] = partsOf(idToken);
    for (let number = 0; number < 5; number += 1) {
      const stranger = `${encoded({ alg: 'RS256', kid: `stranger-${number}` })}.${payload}.AAAA`;
      expect(await verify(stranger)).toBeUndefined();
    }
    expect(fetched).toBe(2);
    expect(await verify(idToken)).toBeDefined();
  } finally {
    await counting.close();
  }
});

it.each([
  ['are not there', undefined],
  ['can’t be made', () => Promise.reject(new Error('no keys'))],
  ['are no keys', 'an error page'],
])('keys that %s are a failure, and nobody’s session that is over', async (_, body) => {
  const path = `/${people.id}/.well-known/jwks.json`;
  const documents = body === undefined ? [] : [{ path, contentType: 'application/json', body }];
  const broken = await openAwsEndpoint({
    account: place.account,
    services: [],
    permissions: permissionsOf({}),
    documents,
  });
  try {
    const elsewhere = identityOf(endpoint, 'operator', { endpoint: broken.url });
    expect(await failureOf(elsewhere.verify(idToken))).toBeInstanceOf(Error);
  } finally {
    await broken.close();
  }
});
