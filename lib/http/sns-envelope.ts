import { createVerify, X509Certificate } from 'node:crypto';
import * as z from 'zod/mini';
import { Refusal } from '../domain/refusal.ts';
import { read, refuseField } from './read.ts';
import { e164, snsEnvelope } from './sns-schemas.ts';

/** What SNS posts. Fields of one type only are there when it is that type. */
export type SnsEnvelope = z.output<typeof snsEnvelope>;

/** Who may post to us, and where the signing certificates are. */
export interface SnsTrust {
  readonly region: string;
  readonly topicArns: readonly string[];
  /** The service's address, from which certificates are fetched: never an address that a message names. */
  readonly endpoint: string;
  /** Gives undefined where there is nothing at the address. */
  readonly fetchText: (url: string) => Promise<string | undefined>;
  readonly now: () => number;
  /** Of what age (ms) an envelope may be; that of SNS's own retries unless given. */
  readonly oldestMs?: number;
}

/** SNS gives up on a delivery after an hour: an envelope much older is a replay. */
const OLDEST_MS = 2 * 3_600_000;
const CLOCK_SKEW_MS = 300_000;

/**
 * Reads a post and makes sure that SNS sent it, for one of our topics, lately. Throws `invalid-input` or
 * `not-found` otherwise: SNS doesn't try those again.
 */
export async function readEnvelope(body: string, trust: SnsTrust): Promise<SnsEnvelope> {
  const envelope = read(snsEnvelope, parseJson(body), 'body');
  if (!trust.topicArns.includes(envelope.TopicArn))
    throw new Refusal('not-found', 'This topic is not one of ours.');
  const age = trust.now() - Date.parse(envelope.Timestamp);
  if (age > (trust.oldestMs ?? OLDEST_MS) || age < -CLOCK_SKEW_MS) refuseField('Timestamp', 'must be recent');
  const certificate = await certificateFor(envelope.SigningCertURL, trust);
  const verify = createVerify('RSA-SHA256').update(signedText(envelope));
  if (!verify.verify(certificate.publicKey, envelope.Signature, 'base64')) {
    refuseField('Signature', 'must be a signature by SNS');
  }
  return envelope;
}

/** Throws `invalid-input` for what is no JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return refuseField('body', 'must be JSON');
  }
}

/** The text that is signed: these fields, in this order, name and value on lines of their own. */
function signedText(envelope: SnsEnvelope): string {
  const fields =
    envelope.Type === 'Notification'
      ? (['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const)
      : (['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'] as const);
  return fields
    .filter((field) => envelope[field] !== undefined)
    .map((field) => `${field}\n${envelope[field]}\n`)
    .join('');
}

const certificates = new Map<string, Promise<X509Certificate>>();

/** Takes the file's name from the message and nothing else: the host is the service's own. */
function certificateFor(address: string, trust: SnsTrust): Promise<X509Certificate> {
  const prefix = `https://sns.${trust.region}.amazonaws.com/`;
  const file = address.startsWith(prefix) ? address.slice(prefix.length) : '';
  if (!/^SimpleNotificationService-[0-9a-f]{8,64}\.pem$/u.test(file)) {
    refuseCertificate();
  }
  const url = `${trust.endpoint}/${file}`;
  const known = certificates.get(url);
  if (known !== undefined) return known;
  const fetched = trust.fetchText(url).then((pem) => new X509Certificate(pem ?? refuseCertificate()));
  certificates.set(url, fetched);
  // A failure is not remembered, nor are names that lead nowhere.
  fetched.catch(() => certificates.delete(url));
  return fetched;
}

function refuseCertificate(): never {
  return refuseField('SigningCertURL', 'must be a certificate of SNS in our region');
}

const inboundText = z.object({
  originationNumber: e164,
  messageBody: z.string().check(z.maxLength(2000, 'must be at most 2000 characters')),
  inboundMessageId: z
    .string()
    .check(z.minLength(1, 'must not be empty'), z.maxLength(200, 'must be at most 200 characters')),
});

/** The text that a notification of the two-way number carries; its stamp is the envelope's. Throws `invalid-input`. */
export function readInboundText({ Message, Timestamp }: SnsEnvelope) {
  const { originationNumber, messageBody, inboundMessageId } = read(
    inboundText,
    parseJson(Message),
    'Message',
  );
  return {
    from: originationNumber,
    body: messageBody,
    messageId: inboundMessageId,
    stamp: Date.parse(Timestamp),
  };
}
