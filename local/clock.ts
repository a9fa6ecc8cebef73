import type { Clock, Part } from './parts.ts';
import { SharedTime } from './shared-time.ts';

/** A dial that was turned the wrong way. */
export class ClockError extends Error {
  override name = 'ClockError';
}

/** Something that can have work under way: the stream, invocations, deliveries. */
export interface Settling {
  /** Resolves once nothing is under way. Never rejects. */
  settled(): Promise<void>;
  /** Counts what was ever begun here, so that one source's work begun while another settled is not missed. */
  begun(): number;
}

const nearby = 15 * 60_000;
const longestWait = 250;

/**
 * The time of the local cloud. It flows with real time; a move freezes it, steps from one due instant to the next
 * in order, lets everything settle at each, and flows on from the target.
 */
export class Dial implements Clock {
  private readonly time = new SharedTime();
  private readonly parts: Part[] = [];
  private readonly background = new Set<Part>();
  private readonly sources: Settling[] = [];
  private queue: Promise<unknown> = Promise.resolve();
  private wake: NodeJS.Timeout | undefined;
  private running = false;
  private stopped = false;
  private target: number | undefined;
  private lastWork: number;

  private readonly moved: () => void;
  private readonly flows: boolean;

  /** `start` is in ms; `moved` is called after every move. One that doesn't flow stands still between moves. */
  constructor(start: number = Date.now(), moved: () => void = () => undefined, flows = true) {
    this.flows = flows;
    this.lastWork = start;
    this.moved = moved;
    this.goOnFrom(Math.trunc(start));
  }

  /** The memory by which workers follow the dial; see shared-time.ts. */
  get shared(): SharedArrayBuffer {
    return this.time.memory;
  }

  now(): number {
    return this.time.now();
  }

  /** Adds a part whose due work the dial runs. Background parts may be thinned out while the dial moves far. */
  add(part: Part, kind: 'work' | 'background' = 'work'): void {
    this.parts.push(part);
    if (kind === 'background') this.background.add(part);
  }

  /** Adds something to wait for between two steps. */
  watch(source: Settling): void {
    this.sources.push(source);
  }

  /** Notes that something happened just now, so that no background work near it is left out. */
  touch(): void {
    this.lastWork = this.now();
  }

  /** Whether an instant lies more than 15 minutes from the last work, on a move that ends more than 15 minutes later. */
  isQuiet(instant: number): boolean {
    return this.target !== undefined && instant > this.lastWork + nearby && instant < this.target - nearby;
  }

  /** Moves to an instant (ms), doing all that falls due on the way, and resolves when nothing is left to do there. */
  moveTo(instant: number): Promise<void> {
    return this.inTurn(() => this.move(() => instant));
  }

  /** Moves on by a duration (ms). */
  advance(duration: number): Promise<void> {
    return this.inTurn(() => this.move((now) => now + duration));
  }

  /** Does something between two moves, and resolves when all that it led to has settled. Rejects as `work` does. */
  interject(work: () => Promise<void>): Promise<void> {
    return this.inTurn(async () => {
      await work();
      await this.settle();
    });
  }

  /** Resolves once nothing is under way: stream drained, no invocation and no delivery pending. */
  async settle(): Promise<void> {
    const begun = (): number => this.sources.reduce((sum, source) => sum + source.begun(), 0);
    for (let before = -1; before !== begun(); ) {
      before = begun();
      await Promise.all(this.sources.map((source) => source.settled()));
    }
  }

  /** Lets due work fire by itself as real time passes. */
  start(): void {
    this.running = this.flows;
    this.wait();
  }

  /** Stops firing, breaks off a move where it is, and resolves once work that had begun is done. */
  async stop(): Promise<void> {
    this.running = false;
    this.stopped = true;
    clearTimeout(this.wake);
    await this.queue;
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  /** `target` is told one reading of the clock, so that a duration counts from the very instant that is checked. */
  private async move(target: (now: number) => number): Promise<void> {
    const now = this.now();
    const instant = target(now);
    if (!Number.isSafeInteger(instant)) throw new ClockError(`not an instant: ${instant}`);
    if (instant < now) {
      throw new ClockError(`the clock only moves forward: ${iso(instant)} is before ${iso(now)}`);
    }
    this.target = instant;
    this.time.freeze(now);
    try {
      for (;;) {
        await this.settle();
        const due = this.nextDue();
        if (due === undefined || due > instant) break;
        if (this.stopped) throw new ClockError('the clock has stopped');
        this.time.freeze(Math.max(this.now(), due));
        await this.runDue();
      }
      this.time.freeze(instant);
    } finally {
      this.target = undefined;
      this.goOnFrom(this.now());
      this.moved();
    }
  }

  private goOnFrom(instant: number): void {
    if (this.flows) this.time.flowFrom(instant);
    else this.time.freeze(instant);
  }

  private nextDue(): number | undefined {
    const dues = this.parts.map((part) => part.nextDue()).filter((due) => due !== undefined);
    return dues.length === 0 ? undefined : Math.min(...dues);
  }

  private async runDue(): Promise<void> {
    const now = this.now();
    for (const part of this.parts) {
      const due = part.nextDue();
      if (due === undefined || due > now) continue;
      if (!this.background.has(part)) this.lastWork = now;
      await part.runDue(now);
    }
  }

  private wait(): void {
    if (!this.running) return;
    const due = this.nextDue();
    const delay = due === undefined ? longestWait : Math.min(Math.max(due - this.now(), 1), longestWait);
    this.wake = setTimeout(() => {
      void this.inTurn(() => this.catchUp()).finally(() => this.wait());
    }, delay);
  }

  /** Fires what is due in order of time, without stopping the clock. */
  private async catchUp(): Promise<void> {
    const due = this.nextDue();
    if (this.running && due !== undefined && due <= this.now()) await this.runDue();
  }
}

const iso = (instant: number): string => new Date(instant).toISOString();
