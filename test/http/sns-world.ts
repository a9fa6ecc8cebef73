import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import { fetchText } from '../../lib/adapters/fetch-text.ts';
import type { SnsTrust } from '../../lib/http/sns-envelope.ts';

export const topicArn = 'arn:aws:sns:us-east-1:123456789012:texts';
export const NOW = Date.parse('2026-11-24T15:05:30Z');
export const host = 'https://sns.us-east-1.amazonaws.com';

export type Envelope = Record<string, unknown>;

/** A key, and the certificate of it. */
export interface Signer {
  readonly key: KeyObject;
  readonly pem: string;
}

export async function makeSigner(): Promise<Signer> {
  const made = await generate([{ name: 'commonName', value: 'sns.amazonaws.com' }], {
    keySize: 2048,
    algorithm: 'sha256',
  });
  return { key: createPrivateKey(made.private), pem: made.cert };
}

/** Serves files on loopback as the service would, and remembers what was asked for. */
export class FileServer {
  readonly asked: string[] = [];
  readonly files = new Map<string, { readonly status: number; readonly body: string }>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      const { status, body } = this.files.get(request.url ?? '') ?? { status: 404, body: 'no such file' };
      response.writeHead(status).end(body);
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

export function trustIn(endpoint: string, now = NOW): SnsTrust {
  return { region: 'us-east-1', topicArns: [topicArn], endpoint, fetchText, now: () => now };
}

let names = 0;

/** A name that no certificate had before: those that were fetched are remembered. */
export function freshName(): string {
  return `SimpleNotificationService-${(++names).toString(16).padStart(32, '0')}.pem`;
}

/** What the documentation of SNS says is signed, written out. */
function canonical(envelope: Envelope): string {
  const line = (field: string): string => (field in envelope ? `${field}\n${String(envelope[field])}\n` : '');
  return envelope['Type'] === 'Notification'
    ? line('Message') +
        line('MessageId') +
        line('Subject') +
        line('Timestamp') +
        line('TopicArn') +
        line('Type')
    : ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'].map(line).join('');
}

export function signed(envelope: Envelope, { key }: Signer, algorithm = 'RSA-SHA256'): Envelope {
  return {
    ...envelope,
    Signature: sign(algorithm, Buffer.from(canonical(envelope)), key).toString('base64'),
  };
}
