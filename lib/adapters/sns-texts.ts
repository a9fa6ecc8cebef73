import {
  InvalidParameterException,
  OptedOutException,
  OptInPhoneNumberCommand,
  PublishCommand,
  SNSClient,
  type SNSClientConfig,
} from '@aws-sdk/client-sns';
import { type Texter, TextRefused } from '../app/deps.ts';
import { requireTime } from './time-left.ts';
import { withoutNumber } from './without-number.ts';

export interface SnsTexts {
  /** E.164 number that texts come from. */
  readonly from: string;
  /** The most that one text part may cost, in US dollars. */
  readonly maxPrice: number;
  readonly now: () => number;
  readonly client?: SNSClientConfig;
}

/** Texts by SNS, which tells nothing of their delivery. Transactional, because SNS would send them as promotions otherwise. */
export function snsTexter({ from, maxPrice, now, client: config = {} }: SnsTexts): Texter {
  const client = new SNSClient(config);
  return {
    async send({ mobile, body, until }) {
      // What SNS has taken it may deliver hours later: all we can do is not to begin too late.
      requireTime(until, now(), 0);
      const publish = new PublishCommand({
        PhoneNumber: mobile,
        Message: body,
        MessageAttributes: {
          'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
          'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: String(maxPrice) },
          'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: from },
        },
      });
      const { MessageId } = await client.send(publish).catch((error: unknown) => refuse(error, mobile));
      return MessageId ?? 'unknown';
    },
    async optIn(mobile) {
      try {
        await client.send(new OptInPhoneNumberCommand({ phoneNumber: mobile }));
      } catch (error) {
        // Allowed once in 30 days for a number. Whoever texts START is off the list by that already.
        if (!(error instanceof InvalidParameterException)) throw withoutNumber(error, mobile);
      }
    },
  };
}

/**
 * Throws TextRefused where the error is about the number, and the error itself otherwise: the same code tells of a wrong
 * sender or price, and only the name of the parameter tells them apart.
 */
function refuse(error: unknown, mobile: string): never {
  const reason = refusalOf(error);
  const told = withoutNumber(error, mobile);
  throw reason === undefined ? told : new TextRefused(reason, told);
}

function refusalOf(error: unknown): TextRefused['reason'] | undefined {
  if (error instanceof OptedOutException) return 'opted-out';
  if (!(error instanceof InvalidParameterException)) return undefined;
  if (!/^Invalid parameter: PhoneNumber\b/u.test(error.message)) return undefined;
  return /opted out/iu.test(error.message) ? 'opted-out' : 'refused';
}
