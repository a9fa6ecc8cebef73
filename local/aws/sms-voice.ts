import { randomUUID } from 'node:crypto';
import type { Carrier } from '../carrier/carrier.ts';
import { type End, isPhone, type Text } from '../carrier/text.ts';
import type { AwsAnswer, AwsCall, AwsService, Need, Part } from '../parts.ts';
import type { Place } from './arn.ts';
import { SmsVoiceAccount } from './sms-voice-account.ts';
import { conflict, invalidNumber, invalidRequest, notFound, overQuota } from './sms-voice-errors.ts';
import { OptOutList } from './sms-voice-opt-outs.ts';
import { type ConfigurationSet, priceOf, Receipts, type ReceiptsInput } from './sms-voice-receipts.ts';
import { type RequestBody, readBody, readSend, type SendRequest } from './sms-voice-request.ts';
import { countryOf, nameOf, optOutListArn, senderArn } from './sms-voice-resources.ts';
import { AwsError } from './wire.ts';

export interface SmsVoiceInput extends ReceiptsInput {
  readonly place: Place;
  readonly carrier: Carrier;
  readonly configurationSets: readonly ConfigurationSet[];
  /** Ids of the account's protect configurations. */
  readonly protections?: readonly string[];
}

type Operation = (request: RequestBody) => Readonly<Record<string, unknown>>;

const target = 'PinpointSMSVoiceV2.';

/** AWS End User Messaging SMS (pinpoint-sms-voice-v2) over JSON 1.0: texts with receipts, and the opt-out list. */
export class SmsVoice implements AwsService, Part {
  readonly service = 'sms-voice';
  readonly #input: SmsVoiceInput;
  readonly #receipts: Receipts;
  readonly #optOutList: OptOutList;
  readonly #account: SmsVoiceAccount;
  readonly #operations: Readonly<Record<string, Operation>> = {
    SendTextMessage: (request) => ({ MessageId: this.#send(readSend(request)) }),
    PutOptedOutNumber: (request) => this.#optOutList.put(request),
    DeleteOptedOutNumber: (request) => this.#optOutList.remove(request),
    DescribeOptedOutNumbers: (request) => this.#optOutList.describe(request),
  };

  constructor(input: SmsVoiceInput) {
    this.#input = input;
    this.#receipts = new Receipts(input);
    this.#optOutList = new OptOutList(input.place, input.carrier.optOuts);
    this.#account = new SmsVoiceAccount(input.place, input.protections ?? []);
  }

  actionOf({ headers }: { headers: Readonly<Record<string, string>> }): string | undefined {
    const asked = headers['x-amz-target'] ?? '';
    const action = asked.startsWith(target) ? asked.slice(target.length) : '';
    return this.#operation(action) === undefined ? undefined : action;
  }

  #operation(action: string): Operation | undefined {
    for (const operations of [this.#operations, this.#account.operations])
      if (Object.hasOwn(operations, action)) return operations[action];
    return undefined;
  }

  /** SendTextMessage needs its permission on the sender; those on opt-outs on the list; the account's on everything. */
  needs(call: AwsCall): readonly Need[] {
    const action = `sms-voice:${call.action}`;
    const {
      OriginationIdentity: sender,
      DestinationPhoneNumber: phone,
      OptOutListName: list,
    } = readBody(call.body);
    const { place } = this.#input;
    if (Object.hasOwn(this.#account.operations, call.action)) return [{ action, resource: '*' }];
    if (call.action !== 'SendTextMessage') {
      return [{ action, resource: optOutListArn(place, textOf(list) ?? '') }];
    }
    return [{ action, resource: senderArn(place, textOf(sender), textOf(phone) ?? '') }];
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const operation = this.#operation(call.action);
    if (operation === undefined)
      throw new AwsError('UnknownOperationException', `No operation ${call.action}`);
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
      body: JSON.stringify(operation(readBody(call.body))),
    };
  }

  nextDue(): number | undefined {
    return this.#receipts.nextDue();
  }

  runDue(): Promise<void> {
    return this.#receipts.runDue();
  }

  /** Sends a text and gives its id. A dry run is only checked. */
  #send(request: SendRequest): string {
    const { carrier } = this.#input;
    const { phone, body, maxPrice, timeToLive } = request;
    if (carrier.trouble === 'throttled') throw new AwsError('ThrottlingException', 'Rate exceeded');
    const set = this.#configurationSet(request.configurationSet);
    if (!isPhone(phone) || carrier.stateOf(phone) === 'refused')
      throw invalidNumber('DestinationPhoneNumber');
    if (this.#account.blocks(set?.protection, countryOf(phone))) {
      const reason = 'DESTINATION_COUNTRY_BLOCKED_BY_PROTECT_CONFIGURATION';
      throw conflict(reason, 'protect-configuration', set?.protection ?? '');
    }
    if (carrier.optOuts.has(phone)) {
      throw conflict('DESTINATION_PHONE_NUMBER_OPTED_OUT', 'opted-out-number', phone);
    }
    if (maxPrice !== undefined && priceOf(body) > maxPrice) {
      const message = `the text costs ${priceOf(body).toFixed(5)}`;
      throw invalidRequest('PRICE_OVER_THRESHOLD', [{ field: 'MaxPrice', message }]);
    }
    if (carrier.trouble === 'over-quota') throw overQuota('MONTHLY_SPEND_LIMIT_REACHED_FOR_TEXT');
    if (request.dryRun) return randomUUID();
    const onEnd = (text: Text, end: End): void => {
      if (set !== undefined) this.#receipts.add(set, request, text, end);
    };
    // Without a time to live the service would try for 72 hours; what carriers mostly answer before is "unreachable".
    return carrier.send({ phone, body, attributes: shown(request), validFor: timeToLive ?? 0, onEnd }).id;
  }

  #configurationSet(nameOrArn: string | undefined): ConfigurationSet | undefined {
    if (nameOrArn === undefined) return undefined;
    const set = this.#input.configurationSets.find(
      ({ name, arn }) => nameOrArn === name || nameOrArn === arn,
    );
    if (set === undefined) throw notFound('configuration-set', nameOf(nameOrArn));
    return set;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What the service was told beside number and body, for whoever looks at the texts. */
function shown(request: SendRequest): Readonly<Record<string, string>> {
  const { origination, configurationSet, messageType, maxPrice, timeToLive, context } = request;
  const told = { origination, configurationSet, messageType, maxPrice, timeToLive, ...context };
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
}
