import { createHash, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { generate } from 'selfsigned';
import type { Place } from './arn.ts';
import type { PublicDocument } from './endpoint.ts';

/** What SNS signs with: the key, and the certificate at the address that messages name. */
export interface SigningCertificate {
  readonly key: KeyObject;
  /** `https://sns.<region>.amazonaws.com/SimpleNotificationService-<hex>.pem` */
  readonly url: string;
  /** The same path, for the local endpoint to serve. */
  readonly document: PublicDocument;
}

/** Makes a certificate for CN sns.amazonaws.com, valid wherever the dial may stand. */
export async function makeSigningCertificate(place: Place): Promise<SigningCertificate> {
  const made = await generate([{ name: 'commonName', value: 'sns.amazonaws.com' }], {
    algorithm: 'sha256',
    keySize: 2048,
    notBeforeDate: new Date('2000-01-01T00:00:00Z'),
    notAfterDate: new Date('2099-12-31T00:00:00Z'),
  });
  const name = createHash('sha256').update(made.cert).digest('hex').slice(0, 32);
  const path = `/SimpleNotificationService-${name}.pem`;
  return {
    key: createPrivateKey(made.private),
    url: `https://sns.${place.region}.amazonaws.com${path}`,
    document: { path, contentType: 'application/x-pem-file', body: made.cert },
  };
}

/** Fields that take part in a signature, in AWS's order. Subject only where the message has one. */
const signedFields: Readonly<Record<string, readonly string[]>> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
};

/** SNS's signature over an envelope: SHA1withRSA for version 1, SHA256withRSA for version 2, in base64. */
export function signEnvelope(
  envelope: Readonly<Record<string, unknown>>,
  version: '1' | '2',
  key: KeyObject,
): string {
  const fields = signedFields[String(envelope['Type'])] ?? [];
  const canonical = fields
    .filter((field) => envelope[field] !== undefined)
    .map((field) => `${field}\n${String(envelope[field])}\n`)
    .join('');
  return sign(version === '1' ? 'RSA-SHA1' : 'RSA-SHA256', Buffer.from(canonical), key).toString('base64');
}
