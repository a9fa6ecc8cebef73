import { segmentsOf } from '../carrier/segments.ts';
import type { End, Text } from '../carrier/text.ts';
import type { Clock, Part } from '../parts.ts';
import type { SendRequest } from './sms-voice-request.ts';
import { countryOf, shownSender } from './sms-voice-resources.ts';
import type { Publication } from './sns-topics.ts';

/** A configuration set of the template, with the topics that it tells of its texts. */
export interface ConfigurationSet {
  readonly name: string;
  readonly arn: string;
  /** Id of the protect configuration that it sends under. */
  readonly protection?: string | undefined;
  readonly destinations: readonly EventDestination[];
}

/** An enabled event destination: `types` are event types, or `TEXT_ALL` or `ALL`. */
export interface EventDestination {
  readonly topicArn: string;
  readonly types: readonly string[];
}

export interface ReceiptsInput {
  readonly clock: Clock;
  /** Resolves after the first attempt to deliver. */
  readonly publish: (publication: Publication) => Promise<void>;
  /** Told of a receipt that could not be published. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** One event of a text's life: the last part of its type, whether none follows, and the service's words for it. */
type Stage = readonly [status: string, isFinal: boolean, description: string];

const accepted: Stage = ['SUCCESSFUL', false, 'Message has been accepted by phone carrier'];

const stages: Readonly<Record<End, readonly Stage[]>> = {
  delivered: [accepted, ['DELIVERED', true, 'Message has been accepted by phone']],
  invalid: [['INVALID', true, 'Invalid phone number']],
  unreachable: [['UNREACHABLE', true, 'Phone is currently unreachable/unavailable']],
  expired: [['TTL_EXPIRED', true, 'The delivery TTL has expired']],
  'opted-out': [['BLOCKED', true, 'Phone has blocked SMS']],
};

/** What a part of a text costs, in US dollars: one price for every country, that of the United States. */
const price = { part: 0.005_81, carrierFee: 0.003 };

/** What a text costs with the carrier's fee, in US dollars. */
export const priceOf = (body: string): number => segmentsOf(body).parts * (price.part + price.carrierFee);

/**
 * The delivery receipts of End User Messaging. They are due as soon as a text has ended and go out by the clock's
 * hand, in order: whoever turns it finds them delivered, and never before the sender has had its answer.
 */
export class Receipts implements Part {
  readonly #input: ReceiptsInput;
  readonly #due: { readonly at: number; readonly publication: Publication }[] = [];

  constructor(input: ReceiptsInput) {
    this.#input = input;
  }

  /** Tells a configuration set's destinations how a text ended. */
  add(set: ConfigurationSet, request: SendRequest, text: Text, end: End): void {
    const at = this.#input.clock.now();
    for (const stage of stages[end]) {
      const event = eventOf(request, text, stage, at);
      for (const { topicArn } of set.destinations.filter(({ types }) => includes(types, event.eventType))) {
        this.#due.push({ at, publication: { topicArn, message: JSON.stringify(event), at } });
      }
    }
  }

  nextDue(): number | undefined {
    return this.#due[0]?.at;
  }

  async runDue(): Promise<void> {
    for (let next = this.#due.shift(); next !== undefined; next = this.#due.shift()) {
      try {
        await this.#input.publish(next.publication);
      } catch (error) {
        this.#input.onError?.(error);
      }
    }
  }
}

const includes = (types: readonly string[], type: string): boolean =>
  ['ALL', 'TEXT_ALL', type].some((wanted) => types.includes(wanted));

/** The event in the service's own words. What it knows of the person's carrier (mcc, mnc, carrierName) is optional. */
function eventOf(request: SendRequest, { id, at }: Text, [status, isFinal, description]: Stage, now: number) {
  const { encoding, parts } = segmentsOf(request.body);
  return {
    eventType: `TEXT_${status}`,
    eventVersion: '1.0',
    eventTimestamp: now,
    isFinal,
    originationPhoneNumber: shownSender(request.origination),
    destinationPhoneNumber: request.phone,
    isoCountryCode: countryOf(request.phone),
    messageId: id,
    messageRequestTimestamp: Date.parse(at),
    messageEncoding: encoding,
    messageType: request.messageType,
    messageStatus: status,
    messageStatusDescription: description,
    context: request.context,
    totalMessageParts: parts,
    totalMessagePrice: rounded(parts * price.part),
    totalCarrierFee: rounded(parts * price.carrierFee),
  };
}

const rounded = (dollars: number): number => Number(dollars.toFixed(5));
