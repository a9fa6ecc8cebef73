import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Mailer } from '../app/deps.ts';

/** Mail by SES, from an address of the brand's identity. */
export function sesMailer({ from, configurationSet }: { from: string; configurationSet: string }): Mailer {
  const client = new SESClient({});
  return {
    async send(mime, to) {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          Source: from,
          Destinations: [to],
          RawMessage: { Data: mime },
          ConfigurationSetName: configurationSet,
        }),
      );
      return MessageId ?? 'unknown';
    },
  };
}
