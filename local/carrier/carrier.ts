import { randomUUID } from 'node:crypto';
import type { Clock, Part } from '../parts.ts';
import { OptOuts } from './opt-outs.ts';
import type { End, Fate, Text } from './text.ts';

/** What a phone does with texts. The services refuse to send to one that is `refused`. */
export const phoneStates = ['works', 'off', 'landline', 'refused'] as const;
export type PhoneState = (typeof phoneStates)[number];

/** What may ail texting as a whole: too many calls at once, or no money left this month. */
export const troubles = ['none', 'throttled', 'over-quota'] as const;
export type Trouble = (typeof troubles)[number];

/** A text that a service hands over for a phone. */
export interface Outgoing {
  readonly phone: string;
  readonly body: string;
  /** What the service was told with it, for whoever looks. */
  readonly attributes: Readonly<Record<string, string>>;
  /** For how long (ms) the carrier tries to reach a phone that is off; 0 for once. */
  readonly validFor: number;
  /** Told how it ended, once, and no sooner than the text is known to have been taken. */
  readonly onEnd?: (text: Text, end: End) => void;
}

interface Waiting {
  readonly text: Text;
  readonly until: number;
  readonly onEnd: Outgoing['onEnd'];
}

/** The carrier behind SNS and End User Messaging: the phones, what they do, and every text to and from them. */
export class Carrier implements Part {
  readonly optOuts: OptOuts;
  /** The services look here before they send, and each refuses in its own words. */
  trouble: Trouble = 'none';
  readonly #clock: Clock;
  readonly #texts: Text[] = [];
  readonly #states = new Map<string, PhoneState>();
  #waiting: Waiting[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
    this.optOuts = new OptOuts(clock);
  }

  /** Takes a text, and delivers it at once if the phone can be reached. */
  send({ phone, body, attributes, validFor, onEnd }: Outgoing): Text {
    const now = this.#clock.now();
    const fate = this.#endNow(phone) ?? (validFor > 0 ? 'waiting' : 'unreachable');
    const text = this.#add({ direction: 'out', phone, body, attributes, at: iso(now), fate });
    if (fate === 'waiting') this.#waiting.push({ text, until: now + validFor, onEnd });
    else onEnd?.(text, fate);
    return text;
  }

  /** Notes a text that was taken and, the money being spent, not sent on. */
  keepBack({ phone, body, attributes }: Pick<Outgoing, 'phone' | 'body' | 'attributes'>): Text {
    const at = iso(this.#clock.now());
    return this.#add({ direction: 'out', phone, body, attributes, at, fate: 'over-quota' });
  }

  /**
   * Notes a text from a phone, sent at `at` (ms), and heeds the words that opt it out or in. The carrier may bring one
   * twice, under the same id: it's still one.
   */
  receive(phone: string, body: string, at: number, id: string = randomUUID()): Text {
    const known = this.#texts.find((text) => text.id === id && text.phone === phone);
    if (known !== undefined) return known;
    this.optOuts.heed(phone, body);
    return this.#add({ id, direction: 'in', phone, body, attributes: {}, at: iso(at), fate: 'delivered' });
  }

  /** What a phone sees, oldest first; with no phone, all conversations. */
  conversation(phone?: string): readonly Text[] {
    return this.everything(phone).filter(({ fate }) => fate === 'delivered');
  }

  /** Every text to and from a phone, those that it never saw included, oldest first; with no phone, of all. */
  everything(phone?: string): readonly Text[] {
    return this.#texts
      .filter((text) => phone === undefined || text.phone === phone)
      .toSorted((a, b) => a.at.localeCompare(b.at));
  }

  stateOf(phone: string): PhoneState {
    return this.#states.get(phone) ?? 'works';
  }

  /** Sets what a phone does from now on. What waited for it is delivered, or ends. */
  setState(phone: string, state: PhoneState): void {
    this.#states.set(phone, state);
    const end = this.#endNow(phone);
    if (end === undefined) return;
    this.#endWaiting(({ text }) => text.phone === phone, end);
  }

  /** When the carrier next gives a text up. */
  nextDue(): number | undefined {
    return this.#waiting.length === 0 ? undefined : Math.min(...this.#waiting.map(({ until }) => until));
  }

  async runDue(now: number): Promise<void> {
    this.#endWaiting(({ until }) => until <= now, 'expired');
  }

  /** How a text to this phone ends at this moment, or undefined if the phone can't be reached. */
  #endNow(phone: string): End | undefined {
    if (this.optOuts.has(phone)) return 'opted-out';
    const state = this.stateOf(phone);
    if (state === 'off') return undefined;
    return state === 'works' ? 'delivered' : 'invalid';
  }

  #endWaiting(which: (waiting: Waiting) => boolean, end: End): void {
    const ended = this.#waiting.filter(which);
    this.#waiting = this.#waiting.filter((waiting) => !ended.includes(waiting));
    for (const { text, onEnd } of ended) {
      const changed = this.#withFate(text, end);
      onEnd?.(changed, end);
    }
  }

  #withFate(text: Text, fate: Fate): Text {
    const changed = { ...text, fate };
    this.#texts[this.#texts.indexOf(text)] = changed;
    return changed;
  }

  #add(text: Omit<Text, 'id'> & { readonly id?: string }): Text {
    const added = { id: randomUUID(), ...text };
    this.#texts.push(added);
    return added;
  }
}

const iso = (instant: number): string => new Date(instant).toISOString();
