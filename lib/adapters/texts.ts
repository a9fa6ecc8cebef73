import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Texter } from '../app/deps.ts';

/** Texts by SNS. Transactional, because SNS would send them as promotions otherwise. */
export function snsTexter({ from, maxPrice }: { from: string; maxPrice: number }): Texter {
  const client = new SNSClient({});
  return {
    async send(mobile, body) {
      const { MessageId } = await client.send(
        new PublishCommand({
          PhoneNumber: mobile,
          Message: body,
          MessageAttributes: {
            'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
            'AWS.SNS.SMS.MaxPrice': { DataType: 'Number', StringValue: String(maxPrice) },
            'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: from },
          },
        }),
      );
      return MessageId ?? 'unknown';
    },
  };
}
