import { type MessageTag, SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { EffectId, Mailer } from '../app/deps.ts';
import { toMailTag } from '../domain/mail-tag.ts';
import { correlation } from '../telemetry/correlation.ts';
import { errorWithout } from './error-without.ts';
import { unsuppress } from './mail-suppression.ts';

const ANY_ADDRESS = /(?:"[^"]*"|[^\s<>,:;"']+)@[^\s<>,:;"']+/gu;

export interface SesMail {
  /** Address of the brand's identity. */
  readonly from: string;
  readonly configurationSet: string;
  /** Where the service is, as the SDK takes it from the environment; in AWS there is none. */
  readonly endpoint?: string | undefined;
  readonly client?: SESClientConfig;
}

/** Mail by SES, from an address of the brand's identity. */
export function sesMailer({ from, configurationSet, endpoint, client: config = {} }: SesMail): Mailer {
  const client = new SESClient(config);
  return {
    async send(mime, to, effect) {
      const command = new SendRawEmailCommand({
        Source: from,
        Destinations: [to],
        RawMessage: { Data: mime },
        ConfigurationSetName: configurationSet,
        Tags: [...effectTags(effect), ...correlationTags()],
      });
      // SES names addresses in its errors, and the log is where those end.
      const { MessageId } = await client.send(command).catch((error: unknown) => {
        throw errorWithout(error, ANY_ADDRESS, 'an address');
      });
      return MessageId ?? 'unknown';
    },
    async allow(email) {
      await unsuppress(client, email, endpoint).catch((error: unknown) => {
        throw errorWithout(error, ANY_ADDRESS, 'an address');
      });
    },
  };
}

/** What the mail is sent for comes back in what SES tells of it, so that no address need be looked up by. */
function effectTags({ owner, effect }: EffectId): MessageTag[] {
  return [
    { Name: 'owner', Value: toMailTag(owner) },
    { Name: 'effect', Value: toMailTag(effect) },
  ];
}

/** Come back in what SES tells of the mail. A value has letters, digits, `-` and `_` alone. */
function correlationTags(): MessageTag[] {
  const { id, cause } = correlation() ?? {};
  return [
    { Name: 'correlation', Value: id },
    { Name: 'cause', Value: cause },
  ].flatMap(({ Name, Value }) =>
    Value === undefined ? [] : [{ Name, Value: Value.replace(/[^\w-]/gu, '') }],
  );
}
