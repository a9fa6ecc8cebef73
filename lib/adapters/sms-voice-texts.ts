import {
  DeleteOptedOutNumberCommand,
  PinpointSMSVoiceV2Client,
  type PinpointSMSVoiceV2ClientConfig,
  ResourceNotFoundException,
  SendTextMessageCommand,
  ValidationException,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { Texter } from '../app/deps.ts';
import { correlationFields } from '../telemetry/correlation.ts';
import { refuse } from './sms-voice-refusal.ts';
import { requireTime } from './time-left.ts';
import { withoutNumber } from './without-number.ts';

export interface SmsVoiceTexts {
  /** E.164 number that texts come from. */
  readonly from: string;
  /** The most that one text part may cost, in US dollars. */
  readonly maxPrice: number;
  /** Says where receipts go. */
  readonly configurationSet: string;
  readonly now: () => number;
  readonly client?: PinpointSMSVoiceV2ClientConfig;
}

/** What the service takes as a time to live, in seconds. */
const SHORTEST = 5;
const LONGEST = 259_200;

/** The list that numbers have unless another is given them. */
const OPT_OUT_LIST = 'Default';

/** Texts by End User Messaging, which drops what it can't hand over in time, and sends receipts. */
export function smsVoiceTexter(settings: SmsVoiceTexts): Texter {
  const client = new PinpointSMSVoiceV2Client(settings.client ?? {});
  return {
    async send({ mobile, body, until, effect }) {
      const seconds = requireTime(until, settings.now(), SHORTEST);
      const send = new SendTextMessageCommand({
        DestinationPhoneNumber: mobile,
        OriginationIdentity: settings.from,
        MessageBody: body,
        MessageType: 'TRANSACTIONAL',
        // Of the whole text, and never without decimals.
        MaxPrice: (settings.maxPrice * partsOf(body)).toFixed(5),
        TimeToLive: Math.min(seconds, LONGEST),
        ConfigurationSetName: settings.configurationSet,
        Context: { owner: effect.owner, effect: effect.effect, ...correlationFields() },
      });
      const { MessageId } = await client.send(send).catch((error: unknown) => refuse(error, mobile));
      return MessageId ?? 'unknown';
    },
    async optIn(mobile) {
      try {
        await client.send(
          new DeleteOptedOutNumberCommand({ OptOutListName: OPT_OUT_LIST, OptedOutNumber: mobile }),
        );
      } catch (error) {
        if (!canNotOptIn(error)) throw withoutNumber(error, mobile);
      }
    },
  };
}

/** The number isn't on the list, or it was taken off it once in these 30 days, which is all that the service allows. */
function canNotOptIn(error: unknown): boolean {
  if (error instanceof ResourceNotFoundException) return true;
  return error instanceof ValidationException && error.Reason === 'PHONE_NUMBER_CANNOT_BE_OPTED_IN';
}

/** Parts of a text in the GSM alphabet, in which ours are: 160 places, or 153 in each of several. */
function partsOf(body: string): number {
  const places = body.length + (body.match(/[\^{}\\[~\]|€]/gu)?.length ?? 0);
  return places <= 160 ? 1 : Math.ceil(places / 153);
}
