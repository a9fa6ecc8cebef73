import { type FieldFault, invalidRequest } from './sms-voice-errors.ts';
import { AwsError } from './wire.ts';

/** What a call's JSON holds, unchecked. */
export type RequestBody = Readonly<Record<string, unknown>>;

/** A SendTextMessage that has passed the checks of its members. */
export interface SendRequest {
  readonly phone: string;
  readonly body: string;
  readonly origination: string | undefined;
  readonly configurationSet: string | undefined;
  readonly messageType: 'TRANSACTIONAL' | 'PROMOTIONAL';
  /** US dollars for the whole text. */
  readonly maxPrice: number | undefined;
  /** Milliseconds. */
  readonly timeToLive: number | undefined;
  readonly context: Readonly<Record<string, string>> | undefined;
  readonly dryRun: boolean;
}

/** The constraints of the API reference on members that are text. */
const rules = {
  DestinationPhoneNumber: { most: 20, pattern: /^\+?[1-9][0-9]{1,18}$/ },
  MessageBody: { most: 1600, pattern: /\S/ },
  OriginationIdentity: { most: 256, pattern: /^[A-Za-z0-9_:/+-]+$/ },
  ConfigurationSetName: { most: 256, pattern: /^[A-Za-z0-9_:/-]+$/ },
  MessageType: { most: 13, pattern: /^(TRANSACTIONAL|PROMOTIONAL)$/ },
  // Not the plain number that SNS takes: "1" is refused here, "1.0" and ".05" are not.
  MaxPrice: { most: 8, pattern: /^[0-9]{0,2}\.[0-9]{1,5}$/ },
  OptOutListName: { most: 256, pattern: /^[A-Za-z0-9_:/-]+$/ },
  OptedOutNumber: { most: 20, pattern: /^\+?[1-9][0-9]{1,18}$/ },
} as const satisfies Readonly<Record<string, { readonly most: number; readonly pattern: RegExp }>>;

/** What is taken and not acted on. Anything else that the service knows would change what becomes of the text. */
const ignored = ['Keyword', 'DestinationCountryParameters'];
const sendMembers = [
  ...['DestinationPhoneNumber', 'MessageBody', 'OriginationIdentity', 'ConfigurationSetName', 'MessageType'],
  ...['MaxPrice', 'TimeToLive', 'Context', 'DryRun', ...ignored],
];

/** Parses a call's body. Throws the service's SerializationException if it isn't JSON. */
export function readBody(body: Buffer): RequestBody {
  try {
    return JSON.parse(body.toString('utf8')) as RequestBody;
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON');
  }
}

/** Checks a SendTextMessage as the API reference has it. Throws a ValidationException naming every member at fault. */
export function readSend(request: RequestBody): SendRequest {
  const unknown = Object.keys(request).find((name) => !sendMembers.includes(name));
  if (unknown !== undefined) {
    throw invalidRequest('UNSPECIFIED_PARAMETER_NOT_SUPPORTED', [fault(unknown, 'is not known locally')]);
  }
  const { TimeToLive: seconds, Context: context, DryRun: dryRun, MaxPrice: maxPrice } = request;
  const optional = ['OriginationIdentity', 'ConfigurationSetName', 'MessageType', 'MaxPrice'] as const;
  refuse([
    ...textFaults(request, ['DestinationPhoneNumber', 'MessageBody']),
    ...textFaults(
      request,
      optional.filter((name) => request[name] !== undefined),
    ),
    ...(seconds === undefined || isSeconds(seconds)
      ? []
      : [fault('TimeToLive', 'must be a whole number from 5 to 259200')]),
    ...(context === undefined ? [] : contextFaults(context)),
  ]);
  return {
    phone: withPlus(String(request['DestinationPhoneNumber'])),
    body: String(request['MessageBody']),
    origination: request['OriginationIdentity'] as string | undefined,
    configurationSet: request['ConfigurationSetName'] as string | undefined,
    messageType: request['MessageType'] === 'PROMOTIONAL' ? 'PROMOTIONAL' : 'TRANSACTIONAL',
    maxPrice: maxPrice === undefined ? undefined : Number(maxPrice),
    timeToLive: seconds === undefined ? undefined : Number(seconds) * 1000,
    context: context as Readonly<Record<string, string>> | undefined,
    dryRun: dryRun === true,
  };
}

/** An opt-out list and a number on it. Throws a ValidationException naming the member at fault. */
export function readOptOut(request: RequestBody): { readonly list: string; readonly phone: string } {
  refuse(textFaults(request, ['OptOutListName', 'OptedOutNumber']));
  const { OptOutListName: list, OptedOutNumber: phone } = request;
  return { list: String(list), phone: withPlus(String(phone)) };
}

function textFaults(request: RequestBody, names: readonly (keyof typeof rules)[]): FieldFault[] {
  return names.flatMap((name) => {
    const value = request[name];
    if (value === undefined || value === null) return [fault(name, 'must not be null')];
    const { most, pattern } = rules[name];
    if (typeof value === 'string' && value.length <= most && pattern.test(value)) return [];
    return [fault(name, `must have 1 to ${most} characters and match ${pattern.source}`)];
  });
}

function contextFaults(context: unknown): FieldFault[] {
  const entries = typeof context === 'object' && context !== null ? Object.entries(context) : undefined;
  const fits =
    entries !== undefined &&
    entries.length <= 5 &&
    entries.every(
      ([key, value]) =>
        /^\S{1,100}$/.test(key) && typeof value === 'string' && value.length <= 800 && isTrimmed(value),
    );
  const advice = 'must have at most 5 entries, of keys to 100 and trimmed values to 800 characters';
  return fits ? [] : [fault('Context', advice)];
}

function refuse(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw invalidRequest('INVALID_PARAMETER', faults);
}

const fault = (field: string, message: string): FieldFault => ({ field, message });
const isTrimmed = (value: string): boolean => value !== '' && value.trim() === value;
const isSeconds = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 5 && value <= 259_200;

/** The service takes a number without its plus sign, too. */
const withPlus = (phone: string): string => (phone.startsWith('+') ? phone : `+${phone}`);
