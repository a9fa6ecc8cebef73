import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { FetchError, JwksValidationError, JwkValidationError, JwtBaseError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { type Identity, staffGroup, type Verified } from '../app/identity.ts';
import { fetchText } from './fetch-text.ts';

export interface TokensFrom {
  readonly userPoolId: string;
  readonly clientId: string;
  /** Where Cognito is, if not at its own address. */
  readonly endpoint?: string | undefined;
}

/**
 * Verifies ID tokens of one client of one pool. The pool's keys are fetched once, and again for a key that isn't among
 * them, at most every 10 seconds. Throws where they can't be had: that is nobody's session that is over.
 */
export function tokenVerifier({ userPoolId, clientId, endpoint }: TokensFrom): Identity['verify'] {
  const fetcher = {
    fetch: (uri: string) => fetchKeys(endpoint === undefined ? uri : movedTo(endpoint, uri)),
  };
  const verifier = CognitoJwtVerifier.create(
    { userPoolId, clientId, tokenUse: 'id' },
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  );
  return async (idToken) => {
    try {
      return verifiedOf(await verifier.verify(idToken));
    } catch (error) {
      if (error instanceof JwtBaseError && !areKeysMissing(error)) return undefined;
      throw error;
    }
  };
}

function verifiedOf(claims: Awaited<ReturnType<CognitoIdVerifier['verify']>>): Verified {
  return {
    username: claims['cognito:username'],
    staff: claims['cognito:groups']?.includes(staffGroup) ?? false,
    session: claims.origin_jti,
    expiresAt: claims.exp * 1000,
  };
}

type CognitoIdVerifier = ReturnType<
  typeof CognitoJwtVerifier.create<{ userPoolId: string; clientId: string; tokenUse: 'id' }>
>;

const areKeysMissing = (error: JwtBaseError): boolean =>
  error instanceof FetchError || error instanceof JwksValidationError || error instanceof JwkValidationError;

/** The verifier's own fetcher knows nothing but HTTPS. */
async function fetchKeys(url: string): Promise<ArrayBuffer> {
  const text = await fetchText(url);
  if (text === undefined) throw new FetchError(url, 'there are no keys');
  return new TextEncoder().encode(text).buffer;
}

function movedTo(endpoint: string, uri: string): string {
  return new URL(new URL(uri).pathname, endpoint).href;
}
