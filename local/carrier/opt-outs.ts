import type { Clock } from '../parts.ts';

/** A phone that is opted out: since when (ms), and whether its owner asked for it. */
export interface OptOut {
  readonly phone: string;
  readonly at: number;
  readonly byPhone: boolean;
}

/** Words that carriers in the United States and Canada take as an opt-out. */
const optOutWords = new Set([
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'CANCEL',
  'END',
  'QUIT',
  'REMOVE',
  'ARRET',
  'OPT-OUT',
  'OPTOUT',
  'TD',
]);

const optInWords = new Set(['START', 'UNSTOP']);

/** How long a sender that opted a phone in must wait before it may do so again, as both services have it. */
const senderMayOptInEvery = 30 * 86_400_000;

/** Which phones are opted out. One list for the whole account, as SNS and End User Messaging's default list share it. */
export class OptOuts {
  readonly #clock: Clock;
  readonly #optedOut = new Map<string, OptOut>();
  readonly #optedIn = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  has(phone: string): boolean {
    return this.#optedOut.has(phone);
  }

  get(phone: string): OptOut | undefined {
    return this.#optedOut.get(phone);
  }

  list(): readonly OptOut[] {
    return [...this.#optedOut.values()];
  }

  /** Heeds a text from a phone: a carrier's word, whatever its case, opts it out or in again. */
  heed(phone: string, body: string): void {
    const word = body.trim().toUpperCase();
    if (optOutWords.has(word)) this.#add(phone, true);
    // Who opts in by texting may do so as often as they like.
    if (optInWords.has(word)) this.#optedOut.delete(phone);
  }

  /** Opts a phone out on the sender's wish; one that is out stays as it is. */
  add(phone: string): OptOut {
    return this.#add(phone, false);
  }

  /** Opts a phone in on the sender's wish, and gives what it lifted. Refused within 30 days of the last time. */
  lift(phone: string): OptOut | 'not-opted-out' | 'too-recent' {
    const optOut = this.#optedOut.get(phone);
    if (optOut === undefined) return 'not-opted-out';
    const now = this.#clock.now();
    const last = this.#optedIn.get(phone);
    if (last !== undefined && now < last + senderMayOptInEvery) return 'too-recent';
    this.#optedOut.delete(phone);
    this.#optedIn.set(phone, now);
    return optOut;
  }

  #add(phone: string, byPhone: boolean): OptOut {
    const optOut = this.#optedOut.get(phone) ?? { phone, at: this.#clock.now(), byPhone };
    this.#optedOut.set(phone, optOut);
    return optOut;
  }
}
