/**
 * An instant that threads share: two 64-bit integers, the instant it is frozen at (0 while it flows) and its lead over
 * real time, both in ms.
 */
export class SharedTime {
  readonly memory: SharedArrayBuffer;
  private readonly words: BigInt64Array;
  private readonly realNow: () => number;

  /** `realNow` is the machine's own clock: a thread whose Date follows this one must hand in the real one. */
  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(16), realNow: () => number = Date.now) {
    this.memory = memory;
    this.words = new BigInt64Array(memory);
    this.realNow = realNow;
  }

  now(): number {
    const frozen = Atomics.load(this.words, 0);
    return frozen === 0n ? this.realNow() + Number(Atomics.load(this.words, 1)) : Number(frozen);
  }

  freeze(instant: number): void {
    Atomics.store(this.words, 0, BigInt(instant));
  }

  /** Flows on from an instant. */
  flowFrom(instant: number): void {
    Atomics.store(this.words, 1, BigInt(instant - this.realNow()));
    Atomics.store(this.words, 0, 0n);
  }
}
