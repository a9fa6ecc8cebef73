import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Identity } from '../app/identity.ts';
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
