import type { PasswordFault } from '../domain/password.ts';

/** The group of the accounts of our own staff. */
export const staffGroup = 'staff';

/** Who signs in with which password. Names, levels and companies are ours and stand elsewhere. */
export interface Identity {
  /**
   * Sets the password, making the account where there is none. Where there was one, all its sessions end: who resets a
   * password may have lost the old one to somebody. Throws PasswordRefused.
   */
  setPassword(account: Account, password: string): Promise<void>;
  /**
   * Tokens, or undefined where name and password don't fit. Takes as long for a name that there is not. Throws
   * TooManyTries, which it may do only for names that there are: don't tell people one from the other.
   */
  signIn(username: string, password: string): Promise<Tokens | undefined>;
  /** New tokens of the same session, or undefined where it is over, ended, or somebody else's. */
  refresh(username: string, refreshToken: string): Promise<Tokens | undefined>;
  /** Ends one session; no error where it is over already. An ID token that is out stays good until it expires. */
  signOut(refreshToken: string): Promise<void>;
  /** Ends every session and deletes the account; no error where there is none. */
  remove(username: string): Promise<void>;
  /**
   * Whose ID token it is, under the clock; undefined for one that is forged, foreign, expired or of another kind. It
   * can't tell that an account was removed since, so whoever decides looks the person up as well.
   */
  verify(idToken: string): Promise<Verified | undefined>;
}

export interface Account {
  /** The person's own id. */
  readonly username: string;
  readonly email: string;
  readonly staff?: boolean;
}

export interface Tokens {
  readonly idToken: string;
  readonly refreshToken: string;
  /** When the ID token expires (ms). */
  readonly expiresAt: number;
}

export interface Verified {
  readonly username: string;
  readonly staff: boolean;
  /** The same for all tokens that go back to one sign-in. */
  readonly session: string;
  /** When the token expires (ms). */
  readonly expiresAt: number;
}

/** The password won't do. `not-taken` where the user pool asks for more than we do. */
export class PasswordRefused extends Error {
  readonly reason: PasswordFault | 'not-taken';

  constructor(reason: PasswordRefused['reason'], cause?: unknown) {
    super(`the password was refused: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** Too many wrong passwords for one name: not even the right one is looked at for a while (a second to 15 minutes). */
export class TooManyTries extends Error {}
