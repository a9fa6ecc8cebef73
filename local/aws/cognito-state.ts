import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SigningKey } from './cognito-key.ts';

export interface User {
  readonly username: string;
  readonly sub: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly groups: readonly string[];
  readonly status: 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';
  /** See hashPassword. */
  readonly password: string;
  /** Both in ms. */
  readonly created: number;
  readonly modified: number;
}

/** What a refresh token stands for. It is known by its hash alone. */
export interface Session {
  readonly tokenHash: string;
  readonly username: string;
  readonly clientId: string;
  readonly originJti: string;
  /** Both in ms. */
  readonly signedIn: number;
  readonly expiresAt: number;
  readonly revoked: boolean;
}

interface Kept {
  readonly key: string | undefined;
  readonly users: readonly User[];
  readonly sessions: readonly Session[];
}

/** What a pool holds. */
export class PoolState {
  readonly users: Map<string, User>;
  readonly sessions: Map<string, Session>;
  #pem: string | undefined;
  #key: Promise<SigningKey> | undefined;

  constructor(kept: Kept | undefined) {
    this.users = new Map(kept?.users.map((user) => [user.username, user]));
    this.sessions = new Map(kept?.sessions.map((session) => [session.tokenHash, session]));
    this.#pem = kept?.key;
  }

  /** Made when it is first needed: nobody who books without signing in waits for it. */
  key(): Promise<SigningKey> {
    this.#key ??= this.#openKey();
    return this.#key;
  }

  get kept(): Kept {
    return { key: this.#pem, users: [...this.users.values()], sessions: [...this.sessions.values()] };
  }

  async #openKey(): Promise<SigningKey> {
    const key = this.#pem === undefined ? await SigningKey.make() : new SigningKey(this.#pem);
    this.#pem = key.pem;
    return key;
  }
}

/** The state of every pool, in a file that only its owner can read if one is given. */
export class CognitoState {
  readonly #file: string | undefined;
  readonly #pools: ReadonlyMap<string, PoolState>;

  /** Throws when the file is there and can't be read. */
  constructor(poolIds: readonly string[], file: string | undefined) {
    this.#file = file;
    const kept = read(file);
    this.#pools = new Map(poolIds.map((id) => [id, new PoolState(kept[id])]));
  }

  of(poolId: string): PoolState {
    const state = this.#pools.get(poolId);
    if (state === undefined) throw new Error(`there is no user pool ${poolId}`);
    return state;
  }

  /** Writes what has changed, without sessions that are over (ms). */
  keep(now: number): void {
    for (const { sessions } of this.#pools.values()) {
      for (const { tokenHash, expiresAt } of sessions.values()) {
        // A day longer, in which a token is told to have expired. Then it is as good as any other text.
        if (expiresAt + 86_400_000 < now) sessions.delete(tokenHash);
      }
    }
    if (this.#file === undefined) return;
    const kept = Object.fromEntries([...this.#pools].map(([id, state]) => [id, state.kept]));
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, JSON.stringify(kept, null, 2), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function read(file: string | undefined): Readonly<Record<string, Kept>> {
  if (file === undefined || !existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Kept>;
  } catch (cause) {
    throw new Error(`The user pools in ${file} can't be read`, { cause });
  }
}
