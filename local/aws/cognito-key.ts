import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  sign,
} from 'node:crypto';
import { promisify } from 'node:util';

/** A pool's own key: RS256, as Cognito signs. */
export class SigningKey {
  /** PKCS 8. */
  readonly pem: string;
  readonly #key: KeyObject;
  readonly #jwk: Readonly<Record<string, unknown>>;

  constructor(pem: string) {
    this.pem = pem;
    this.#key = createPrivateKey(pem);
    const { kty, n, e } = createPublicKey(this.#key).export({ format: 'jwk' });
    // RFC 7638: an id that follows from the key.
    const kid = createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64');
    this.#jwk = { alg: 'RS256', e, kid, kty, n, use: 'sig' };
  }

  /** Takes a tenth of a second, in another thread. */
  static async make(): Promise<SigningKey> {
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
    return new SigningKey(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string);
  }

  /** The JSON web key set that verifiers fetch. */
  get jwks(): string {
    return JSON.stringify({ keys: [this.#jwk] });
  }

  /** A signed JSON web token. */
  sign(claims: Readonly<Record<string, unknown>>): string {
    const signed = `${encoded({ kid: this.#jwk['kid'], alg: 'RS256' })}.${encoded(claims)}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), this.#key).toString('base64url')}`;
  }
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
