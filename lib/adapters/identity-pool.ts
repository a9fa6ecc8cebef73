import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

/** A user pool and the way to it. */
export interface Pool {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  readonly clientId: string;
}
