const SECOND = 1000;
const LONGEST = 900 * SECOND;

interface Tries {
  failed: number;
  /** The last try, even one that was not looked at (ms). */
  last: number;
  lockedUntil: number;
}

/**
 * Cognito's lock-out, as its developer guide has it: from the 5th failure on a name is locked for 2^(n-5) seconds, up
 * to 15 minutes. Tries in that time are not looked at and not counted. 15 minutes without any try, or the right
 * password, begin anew. That the 15 minutes also forgive fewer than 5 failures is a guess.
 */
export class LockOut {
  readonly #tries = new Map<string, Tries>();

  /** Whether the name is locked at this instant (ms). Counts as a try. */
  isLocked(name: string, now: number): boolean {
    const tries = this.#tries.get(name);
    if (tries === undefined) return false;
    if (now - tries.last >= LONGEST && now >= tries.lockedUntil) {
      this.#tries.delete(name);
      return false;
    }
    tries.last = now;
    return now < tries.lockedUntil;
  }

  fail(name: string, now: number): void {
    const failed = (this.#tries.get(name)?.failed ?? 0) + 1;
    const lock = failed < 5 ? 0 : Math.min(SECOND * 2 ** (failed - 5), LONGEST);
    this.#tries.set(name, { failed, last: now, lockedUntil: now + lock });
  }

  forget(name: string): void {
    this.#tries.delete(name);
  }
}
