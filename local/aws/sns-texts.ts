import type { Carrier } from '../carrier/carrier.ts';
import { isPhone, type Text } from '../carrier/text.ts';
import { AwsError } from './wire.ts';

/** SNS can't be told how long a text is good for. Carriers differ in how long they keep one: four hours, here. */
const validFor = 4 * 3_600_000;

/** The texts of SNS: what Publish to a telephone number takes, and the opt-outs as SNS tells of them. */
export class SnsTexts {
  readonly #carrier: Carrier;

  constructor(carrier: Carrier) {
    this.#carrier = carrier;
  }

  /**
   * Sends a text, and gives it. Throws SNS's InvalidParameter for what it won't take. A phone that is opted out, off or
   * no mobile is no error, nor is a spent budget: SNS takes the text, and only its delivery log would tell the rest.
   */
  send(phone: string, body: string, attributes: Readonly<Record<string, string>>): Text {
    requirePhone(phone);
    if (this.#carrier.stateOf(phone) === 'refused') throw notValid(phone);
    if (body === '') throw invalid('Empty message');
    if (body.length > 1600) throw invalid('Message too long');
    checkAttributes(attributes);
    if (this.#carrier.trouble === 'throttled') throw new AwsError('Throttled', 'Rate exceeded', 429);
    if (this.#carrier.trouble === 'over-quota') return this.#carrier.keepBack({ phone, body, attributes });
    return this.#carrier.send({ phone, body, attributes, validFor });
  }

  isOptedOut(phone: string): boolean {
    requirePhone(phone);
    return this.#carrier.optOuts.has(phone);
  }

  optedOut(): readonly string[] {
    return this.#carrier.optOuts.list().map(({ phone }) => phone);
  }

  /** Opts a phone in, which SNS allows once in 30 days. One that isn't opted out is none of its concern. */
  optIn(phone: string): void {
    requirePhone(phone);
    if (this.#carrier.optOuts.lift(phone) === 'too-recent') {
      throw invalid('Cannot opt in right now, latest opt in is too recent');
    }
  }
}

function requirePhone(phone: string): void {
  if (!isPhone(phone)) throw notValid(phone);
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

const notValid = (phone: string): AwsError =>
  invalid(`PhoneNumber Reason: ${phone} is not valid to publish to`);

const invalid = (what: string): AwsError => new AwsError('InvalidParameter', `Invalid parameter: ${what}`);
