import type { Carrier } from '../carrier/carrier.ts';
import type { Text } from '../carrier/text.ts';
import type { AwsAnswer, AwsCall, AwsService, Need, Part } from '../parts.ts';
import { formOf, type XmlValue, xmlAnswer } from './query.ts';
import { SmsAttributes } from './sns-sms-attributes.ts';
import { isProtocol, type Subscription } from './sns-subscription.ts';
import { SnsTexts } from './sns-texts.ts';
import { type Publication, Topics, type TopicsInput } from './sns-topics.ts';
import { AwsError, snsNamespace } from './wire.ts';

export interface SnsInput extends TopicsInput {
  readonly carrier: Carrier;
  /** What goes wrong with texts from phones, where the world misbehaves: how long after (ms) each arrives, and how often. */
  readonly mishaps?: { arrivals(): readonly number[] } | undefined;
}

/** A text from a phone, as two-way SMS hands it to a topic. */
export interface InboundText {
  readonly topicArn: string;
  readonly from: string;
  /** The number that the person texted. */
  readonly to: string;
  readonly body: string;
  /** When the person sent it, in milliseconds; now unless given. The envelope's Timestamp says so. */
  readonly at?: number;
  /** The `inboundMessageId`; the same again is a duplicate. */
  readonly messageId?: string;
  /** Milliseconds of the dial before it is delivered. */
  readonly delayDelivery?: number;
}

type Operation = (form: URLSearchParams) => XmlValue;

/** SNS over the query protocol: texts, topics with signed deliveries, opt-outs. */
export class Sns implements AwsService, Part {
  readonly service = 'sns';
  readonly #texts: SnsTexts;
  readonly #topics: Topics;
  readonly #smsAttributes = new SmsAttributes();
  readonly #input: SnsInput;
  readonly #operations: Readonly<Record<string, Operation>> = {
    Publish: (form) => this.#publish(form),
    ConfirmSubscription: (form) => this.#confirm(form),
    Subscribe: (form) => this.#subscribe(form),
    Unsubscribe: (form) => this.#unsubscribe(form),
    ListSubscriptionsByTopic: (form) => this.#listByTopic(form),
    CheckIfPhoneNumberIsOptedOut: (form) => ({
      isOptedOut: String(this.#texts.isOptedOut(required(form, 'phoneNumber'))),
    }),
    ListPhoneNumbersOptedOut: () => ({ phoneNumbers: this.#texts.optedOut() }),
    OptInPhoneNumber: (form) => this.#optIn(form),
    GetSMSAttributes: (form) => ({ attributes: this.#smsAttributes.get(form) }),
    SetSMSAttributes: (form) => this.#smsAttributes.set(form),
  };

  /** Throws when a subscription asks for what the local cloud doesn't carry out, or names no topic. */
  constructor(input: SnsInput) {
    this.#input = input;
    this.#topics = new Topics(input);
    this.#texts = new SnsTexts(input.carrier);
  }

  actionOf(request: { body: Buffer }): string | undefined {
    const action = formOf(request.body).get('Action') ?? '';
    return Object.hasOwn(this.#operations, action) ? action : undefined;
  }

  needs(call: AwsCall): readonly Need[] {
    const form = formOf(call.body);
    const action = `sns:${call.action}`;
    const resource = this.#resourceOf(call.action, form);
    if (call.action !== 'Subscribe') return [{ action, resource }];
    const context = {
      'sns:Protocol': form.get('Protocol') ?? '',
      'sns:Endpoint': form.get('Endpoint') ?? '',
    };
    return [{ action, resource, context }];
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const operation = this.#operations[call.action];
    if (operation === undefined) throw new AwsError('InvalidAction', `No operation ${call.action}`);
    return xmlAnswer(snsNamespace, call.action, operation(formOf(call.body)));
  }

  nextDue(): number | undefined {
    return this.#topics.deliveries.nextDue();
  }

  runDue(now: number): Promise<void> {
    return this.#topics.deliveries.runDue(now);
  }

  /** Resolves once no delivery is under way. */
  settled(): Promise<void> {
    return this.#topics.deliveries.settled();
  }

  /** Counts the delivery attempts ever begun. */
  begun(): number {
    return this.#topics.deliveries.begun();
  }

  /**
   * Sends every URL subscription its SubscriptionConfirmation, again until the endpoint answers, and resolves
   * once all are confirmed. Rejects, naming the URL, when one isn't within 20 seconds or refuses.
   */
  confirmSubscriptions(signal?: AbortSignal): Promise<void> {
    return this.#topics.confirmAll(signal);
  }

  /** Publishes what another service has for a topic, and resolves after the first attempt to deliver it. */
  async publish(publication: Publication): Promise<void> {
    await this.#topics.publish(publication).attempted;
  }

  /** Publishes a text from a phone, and resolves after the first attempt to deliver it. Rejects without a topic. */
  async publishInbound(inbound: InboundText): Promise<Text> {
    const { topicArn, from, to, body, messageId, delayDelivery } = inbound;
    const { carrier } = this.#input;
    this.#topics.topic(topicArn);
    const at = inbound.at ?? this.#input.clock.now();
    const previous = carrier.everything(from).findLast(({ direction }) => direction === 'out');
    const text = carrier.receive(from, body, at, messageId);
    const message = {
      originationNumber: from,
      destinationNumber: to,
      messageKeyword: `KEYWORD_${this.#input.place.account}`,
      messageBody: body,
      inboundMessageId: text.id,
      ...(previous === undefined ? {} : { previousPublishedMessageId: previous.id }),
    };
    for (const late of this.#input.mishaps?.arrivals() ?? [0]) {
      const delay = (delayDelivery ?? 0) + late;
      await this.#topics.publish({ topicArn, message: JSON.stringify(message), at, delay }).attempted;
    }
    return text;
  }

  #resourceOf(action: string, form: URLSearchParams): string {
    if (action === 'Publish') {
      return form.get('TopicArn') ?? form.get('TargetArn') ?? form.get('PhoneNumber') ?? '*';
    }
    const subscription = form.get('SubscriptionArn');
    if (subscription !== null) return subscription.slice(0, subscription.lastIndexOf(':'));
    return form.get('TopicArn') ?? '*';
  }

  #publish(form: URLSearchParams): XmlValue {
    const body = required(form, 'Message', '');
    const phone = form.get('PhoneNumber');
    const attributes = attributesOf(form);
    if (phone !== null) {
      const values = Object.entries(attributes).map(([name, { Value }]) => [name, Value]);
      return { MessageId: this.#texts.send(phone, body, Object.fromEntries(values)).id };
    }
    const topicArn = form.get('TopicArn') ?? form.get('TargetArn');
    if (topicArn === null) throw invalid('TopicArn or TargetArn Reason: no value for required parameter');
    this.#topics.topic(topicArn);
    if (body === '') throw invalid('Empty message');
    if (Buffer.byteLength(body) > 262_144) throw invalid('Message too long');
    const subject = form.get('Subject');
    // The answer goes out before anyone has heard of the message; who must wait asks settled().
    const published = this.#topics.publish({
      topicArn,
      message: form.get('MessageStructure') === 'json' ? defaultMessage(body) : body,
      ...(subject === null ? {} : { subject }),
      ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    });
    return { MessageId: published.messageId };
  }

  #confirm(form: URLSearchParams): XmlValue {
    const { arn } = this.#topics.confirm(required(form, 'TopicArn'), required(form, 'Token'));
    return { SubscriptionArn: arn };
  }

  #subscribe(form: URLSearchParams): XmlValue {
    const protocol = required(form, 'Protocol');
    if (!isProtocol(protocol)) throw invalid(`Protocol Reason: ${protocol} isn't carried out locally`);
    const topicArn = required(form, 'TopicArn');
    const subscription = this.#topics.subscribe({ topicArn, protocol, endpoint: required(form, 'Endpoint') });
    return { SubscriptionArn: subscription.confirmed ? subscription.arn : 'pending confirmation' };
  }

  #unsubscribe(form: URLSearchParams): XmlValue {
    this.#topics.unsubscribe(required(form, 'SubscriptionArn'));
    return {};
  }

  #listByTopic(form: URLSearchParams): XmlValue {
    const topic = this.#topics.topic(required(form, 'TopicArn'));
    return { Subscriptions: this.#topics.of(topic.arn).map((one) => this.#listed(one)) };
  }

  #listed({ arn, confirmed, topicArn, protocol, endpoint }: Subscription): XmlValue {
    return {
      SubscriptionArn: confirmed ? arn : 'PendingConfirmation',
      Owner: this.#input.place.account,
      Protocol: protocol,
      Endpoint: endpoint,
      TopicArn: topicArn,
    };
  }

  #optIn(form: URLSearchParams): XmlValue {
    this.#texts.optIn(required(form, 'phoneNumber'));
    return {};
  }
}

function required(form: URLSearchParams, name: string, otherwise?: string): string {
  const value = form.get(name) ?? otherwise;
  if (value === undefined) throw invalid(`${name} Reason: no value for required parameter`);
  return value;
}

function attributesOf(form: URLSearchParams): Record<string, { Type: string; Value: string }> {
  const attributes: Record<string, { Type: string; Value: string }> = {};
  for (let index = 1; form.has(`MessageAttributes.entry.${index}.Name`); index += 1) {
    const entry = `MessageAttributes.entry.${index}`;
    const name = form.get(`${entry}.Name`) ?? '';
    const type = form.get(`${entry}.Value.DataType`);
    const value = form.get(`${entry}.Value.StringValue`) ?? form.get(`${entry}.Value.BinaryValue`);
    if (type === null || value === null || value === '') {
      const message = `The message attribute '${name}' must contain non-empty message attribute value.`;
      throw new AwsError('ParameterValueInvalid', message);
    }
    attributes[name] = { Type: type, Value: value };
  }
  return attributes;
}

/** With MessageStructure json the message holds one text per protocol; ours all take the default. */
function defaultMessage(body: string): string {
  try {
    const { default: text } = JSON.parse(body) as { default?: unknown };
    if (typeof text === 'string') return text;
  } catch {
    // The answer below says the same for both faults, as the service does.
  }
  throw invalid('Message Structure - No default entry in JSON message body');
}

const invalid = (what: string): AwsError => new AwsError('InvalidParameter', `Invalid parameter: ${what}`);
