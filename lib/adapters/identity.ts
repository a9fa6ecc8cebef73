import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Identity } from '../app/identity.ts';
import { required } from './deps.ts';
import { passwordsOf } from './identity-passwords.ts';
import { sessionsOf } from './identity-sessions.ts';
import { tokenVerifier } from './identity-tokens.ts';

export interface CognitoIdentity {
  readonly userPoolId: string;
  readonly clientId: string;
  /** Where Cognito is, if not at its own address; the pool's public keys are fetched there as well. */
  readonly endpoint?: string | undefined;
  readonly client?: CognitoIdentityProviderClientConfig;
}

/** Accounts and sessions in a Cognito user pool. Tokens are verified under the clock of the process. */
export function cognitoIdentity(settings: CognitoIdentity): Identity {
  const pool = { ...settings, client: new CognitoIdentityProviderClient(settings.client ?? {}) };
  return { ...passwordsOf(pool), ...sessionsOf(pool), verify: tokenVerifier(settings) };
}

/**
 * What functions that know people need. Throws where the environment lacks a name. Not in deps.ts: the verifier can't
 * be left out of the bundles of those that don't.
 */
export function makeIdentity(environment: Readonly<Record<string, string | undefined>>): Identity {
  return cognitoIdentity({
    userPoolId: required(environment, 'USER_POOL_ID'),
    clientId: required(environment, 'USER_POOL_CLIENT_ID'),
    // The same settings that tell the SDK where the service is; in AWS there are none.
    endpoint: environment['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? environment['AWS_ENDPOINT_URL'],
  });
}
