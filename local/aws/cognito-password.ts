import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { invalidParameter } from './cognito-errors.ts';
import type { PasswordPolicy } from './cognito-pool.ts';
import { AwsError } from './wire.ts';

/** Quick, since it guards demo accounts on one machine: about 10 ms. */
const cost: ScryptOptions = { N: 4096, r: 8, p: 1 };
const nobodys = Buffer.alloc(48);

/** Salt and hash of a password, in base64. */
export async function hashPassword(password: string, salt = randomBytes(16)): Promise<string> {
  return Buffer.concat([salt, await derive(password, salt)]).toString('base64');
}

/** Whether a password is the one that was hashed. Takes as long where there is none. */
export async function isPassword(password: string, hashed: string | undefined): Promise<boolean> {
  const stored = hashed === undefined ? nobodys : Buffer.from(hashed, 'base64');
  const derived = await derive(password, stored.subarray(0, 16));
  return timingSafeEqual(derived, stored.subarray(16)) && hashed !== undefined;
}

/** Throws what Cognito answers to a password that its pattern or the pool's policy refuses. */
export function requirePassword(password: string, policy: PasswordPolicy): void {
  if (password.length > 256 || !/^\S+.*\S+$/su.test(password)) {
    throw invalidParameter(
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[\\S]+.*[\\S]+$ and have length less than or equal to 256",
    );
  }
  const lacks = lackOf(password, policy);
  if (lacks !== undefined) {
    throw new AwsError('InvalidPasswordException', `Password did not conform with policy: Password ${lacks}`);
  }
}

function lackOf(password: string, policy: PasswordPolicy): string | undefined {
  if (password.length < policy.minimumLength) return 'not long enough';
  const kinds = [
    [policy.lowercase, /[a-z]/u, 'lowercase'],
    [policy.uppercase, /[A-Z]/u, 'uppercase'],
    [policy.numbers, /\d/u, 'numeric'],
    [policy.symbols, /[\^$*.[\]{}()?\-"!@#%&/\\,><':;|_~`+= ]/u, 'symbol'],
  ] as const;
  const missing = kinds.find(([required, kind]) => required && !kind.test(password));
  return missing && `must have ${missing[2]} characters`;
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((done, fail) => {
    scrypt(password, salt, 32, cost, (error, derived) => (error ? fail(error) : done(derived)));
  });
}
