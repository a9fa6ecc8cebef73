import type { Identity } from '../app/identity.ts';
import { required } from './deps.ts';
import { latePort } from './late-port.ts';

/**
 * What functions that know people need. Throws where the environment lacks a name. Not in deps.ts: only those that do
 * take it along. Cognito's client is loaded only where somebody signs in, or out, and what verifies only for tokens.
 */
export function makeIdentity(environment: Readonly<Record<string, string | undefined>>): Identity {
  const settings = {
    userPoolId: required(environment, 'USER_POOL_ID'),
    clientId: required(environment, 'USER_POOL_CLIENT_ID'),
    // The same settings that tell the SDK where the service is; in AWS there are none.
    endpoint: environment['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? environment['AWS_ENDPOINT_URL'],
  };
  const accounts = async (): Promise<Omit<Identity, 'verify'>> =>
    (await import('./cognito-identity.ts')).cognitoIdentity(settings);
  const tokens = async () => ({ verify: (await import('./identity-tokens.ts')).tokenVerifier(settings) });
  return {
    ...latePort(accounts, { setPassword: true, signIn: true, refresh: true, signOut: true, remove: true }),
    ...latePort(tokens, { verify: true }),
  };
}
