import { randomUUID } from 'node:crypto';
import type { Clock } from '../parts.ts';
import { AwsError } from './wire.ts';

/** A text in either direction. `at` is ISO 8601 in UTC: when it was sent. */
export interface Text {
  readonly id: string;
  readonly at: string;
  readonly direction: 'out' | 'in';
  /** The person's number, E.164. */
  readonly phone: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** False for a text that the carrier kept back because the person opted out. */
  readonly delivered: boolean;
}

/** Words that carriers in the United States take as an opt-out. */
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

/** The text channel of SNS: what was sent to phones, what came back, and who opted out. */
export class Texts {
  readonly #clock: Clock;
  readonly #texts: Text[] = [];
  readonly #optedOut = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Sends a text. Throws SNS's InvalidParameter, as the service does, for what it won't take. */
  send(phone: string, body: string, attributes: Readonly<Record<string, string>>): Text {
    requirePhone(phone);
    if (body === '') throw invalid('Empty message');
    if (body.length > 1600) throw invalid('Message too long');
    checkAttributes(attributes);
    return this.#add('out', phone, body, attributes, this.#clock.now(), !this.#optedOut.has(phone));
  }

  /**
   * Notes a text from a phone, sent at `at` (ms). The carrier may bring one twice, under the same id: it's still one.
   * A word that carriers take as an opt-out opts the phone out.
   */
  receive(phone: string, body: string, at: number, id: string = randomUUID()): Text {
    const known = this.#texts.find((text) => text.id === id && text.phone === phone);
    if (known !== undefined) return known;
    if (optOutWords.has(body.trim().toUpperCase())) this.#optedOut.add(phone);
    return this.#add('in', phone, body, {}, at, true, id);
  }

  /** What a phone sees, oldest first; with no phone, all conversations. */
  conversation(phone?: string): readonly Text[] {
    return this.#texts
      .filter((text) => text.delivered && (phone === undefined || text.phone === phone))
      .sort((a, b) => a.at.localeCompare(b.at));
  }

  /** Everything that was sent to SNS or came in, kept-back texts included, in the order in which it came. */
  all(): readonly Text[] {
    return this.#texts;
  }

  isOptedOut(phone: string): boolean {
    requirePhone(phone);
    return this.#optedOut.has(phone);
  }

  optedOut(): readonly string[] {
    return [...this.#optedOut];
  }

  optIn(phone: string): void {
    requirePhone(phone);
    this.#optedOut.delete(phone);
  }

  #add(
    direction: 'in' | 'out',
    phone: string,
    body: string,
    attributes: Readonly<Record<string, string>>,
    at: number,
    delivered: boolean,
    id: string = randomUUID(),
  ): Text {
    const text = { id, at: new Date(at).toISOString(), direction, phone, body, attributes, delivered };
    this.#texts.push(text);
    return text;
  }
}

/** Whether SNS would take this as a phone number: E.164. */
export const isPhone = (phone: string): boolean => /^\+[1-9]\d{6,14}$/.test(phone);

function requirePhone(phone: string): void {
  if (!isPhone(phone)) throw invalid(`PhoneNumber Reason: ${phone} is not valid to publish to`);
}

/** The rules of SNS for the text attributes that it knows. */
const attributeRules: Readonly<Record<string, RegExp>> = {
  'AWS.SNS.SMS.SMSType': /^(Promotional|Transactional)$/,
  'AWS.SNS.SMS.MaxPrice': /^\d+(\.\d+)?$/,
  'AWS.SNS.SMS.SenderID': /^(?=.*[A-Za-z])[A-Za-z0-9-]{1,11}$/,
  'AWS.MM.SMS.OriginationNumber': /^\+?\d{1,15}$/,
};

function checkAttributes(attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const rule = Object.hasOwn(attributeRules, name) ? attributeRules[name] : undefined;
    if (rule?.test(value) === false) throw invalid(`${name} Reason: ${value} is not a valid value`);
  }
}

const invalid = (what: string): AwsError => new AwsError('InvalidParameter', `Invalid parameter: ${what}`);
