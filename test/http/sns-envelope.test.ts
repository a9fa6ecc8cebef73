import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../lib/domain/refusal.ts';
import { readEnvelope, readInboundText, type SnsTrust } from '../../lib/http/sns-envelope.ts';
import { fieldErrors, refusedFields } from './field-errors.ts';
import {
  type Envelope,
  FileServer,
  freshName,
  host,
  makeSigner,
  NOW,
  type Signer,
  signed,
  topicArn,
  trustIn,
} from './sns-world.ts';

const MINUTE = 60_000;
let signer: Signer;
let server: FileServer;
let trust: SnsTrust;
let certificate: string;

beforeAll(async () => {
  signer = await makeSigner();
  server = new FileServer();
  trust = trustIn(await server.open());
});
afterAll(() => server.close());
beforeEach(() => {
  certificate = freshName();
  server.files.set(`/${certificate}`, { status: 200, body: signer.pem });
  server.asked.length = 0;
});

const text = {
  originationNumber: '+15550100123',
  destinationNumber: '+15550100',
  messageKeyword: 'KEYWORD_1',
  messageBody: '1',
  inboundMessageId: 'inbound-1',
  previousPublishedMessageId: 'out-1',
};

function notification(changes: Envelope = {}): Envelope {
  return {
    Type: 'Notification',
    MessageId: '8ddd37b1-7e2c-5a3b-9c5b-6a0f2d0d3c11',
    TopicArn: topicArn,
    Message: JSON.stringify(text),
    Timestamp: '2026-11-24T15:05:00.123Z',
    SignatureVersion: '2',
    SigningCertURL: `${host}/${certificate}`,
    UnsubscribeURL: `${host}/?Action=Unsubscribe`,
    ...changes,
  };
}

function confirmation(changes: Envelope = {}): Envelope {
  const { UnsubscribeURL: _, ...envelope } = notification();
  return {
    ...envelope,
    Type: 'SubscriptionConfirmation',
    Message: 'You have chosen to subscribe to the topic.',
    Token: '2336412f37',
    SubscribeURL: `${host}/?Action=ConfirmSubscription&Token=2336412f37`,
    ...changes,
  };
}

const post = (envelope: unknown, to = trust) => readEnvelope(JSON.stringify(envelope), to);
const refused = (envelope: unknown, to = trust) => refusedFields(() => post(envelope, to));

describe('a post that SNS signed', () => {
  it('is read, be it a notification, with or without a subject', async () => {
    expect(await post(signed(notification(), signer))).toMatchObject({
      Type: 'Notification',
      TopicArn: topicArn,
    });
    const withSubject = signed(notification({ Subject: 'Zeile\nzwei: ä' }), signer);
    expect(await post(withSubject)).toMatchObject({ Subject: 'Zeile\nzwei: ä' });
  });

  it('is read, be it the confirmation of a subscription, or of its end', async () => {
    expect(await post(signed(confirmation(), signer))).toMatchObject({ Token: '2336412f37' });
    const end = confirmation({ Type: 'UnsubscribeConfirmation' });
    expect(await post(signed(end, signer))).toMatchObject({ Type: 'UnsubscribeConfirmation' });
  });

  it('fetches its certificate once, from the service itself, whatever host the message names', async () => {
    await post(signed(notification(), signer));
    await post(signed(notification({ MessageId: 'another' }), signer));
    expect(server.asked).toEqual([`/${certificate}`]);
  });
});

describe('a post with one field changed after it was signed', () => {
  const inNotification = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'];
  const inConfirmation = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  const other: Envelope = {
    Message: 'else',
    MessageId: 'else',
    Subject: 'else',
    SubscribeURL: 'https://evil.example/',
    Timestamp: '2026-11-24T15:05:00.124Z',
    Token: 'else',
    TopicArn: `${topicArn}-too`,
  };
  const trusting = () => ({ ...trust, topicArns: [topicArn, `${topicArn}-too`] });

  it.each(inNotification)('is refused: %s of a notification', async (field) => {
    const envelope = signed(notification({ Subject: 'A subject' }), signer);
    const value = field === 'Type' ? 'UnsubscribeConfirmation' : other[field];
    expect(await refused({ ...envelope, [field]: value }, trusting())).toEqual(['Signature']);
  });

  it.each(inConfirmation)('is refused: %s of a confirmation', async (field) => {
    const envelope = signed(confirmation(), signer);
    const value = field === 'Type' ? 'UnsubscribeConfirmation' : other[field];
    expect(await refused({ ...envelope, [field]: value }, trusting())).toEqual(['Signature']);
  });

  it('is refused: a subject added, or left out', async () => {
    const { Subject: _, ...without } = signed(notification({ Subject: 'A subject' }), signer);
    expect(await refused(without)).toEqual(['Signature']);
    expect(await refused({ ...signed(notification(), signer), Subject: 'A subject' })).toEqual(['Signature']);
  });

  it('is refused: lines moved from one field into the next', async () => {
    const envelope = signed(notification({ Message: 'a', MessageId: 'b' }), signer);
    expect(await refused({ ...envelope, Message: 'a\nMessageId\nb', MessageId: '' })).toEqual(['Signature']);
  });

  it.each(['', 'c2lnbmF0dXJl', '!!!!', 'A'.repeat(344)])(
    'is refused: the signature %j',
    async (Signature) => {
      expect(await refused({ ...signed(notification(), signer), Signature })).toEqual(['Signature']);
    },
  );
});

describe('a post that somebody else signed', () => {
  it('is refused when the key is not that of the certificate', async () => {
    expect(await refused(signed(notification(), await makeSigner()))).toEqual(['Signature']);
  });

  it('is refused in version 1, whose SHA-1 can be forged, and under the name of version 2 too', async () => {
    const envelope = signed(notification({ SignatureVersion: '1' }), signer, 'RSA-SHA1');
    expect(await refused(envelope)).toEqual(['SignatureVersion']);
    expect(await refused({ ...envelope, SignatureVersion: '2' })).toEqual(['Signature']);
  });

  it.each([
    ['another host', (name: string) => `https://evil.example/${name}`],
    ['a host that begins like ours', (name: string) => `${host}.evil.example/${name}`],
    ['a host that ends like ours', (name: string) => `https://evilsns.us-east-1.amazonaws.com/${name}`],
    ['another region', (name: string) => `https://sns.eu-west-1.amazonaws.com/${name}`],
    ['a region of another kind of host', (name: string) => `https://sns.us-east-1.amazonaws.com.cn/${name}`],
    ['no encryption', (name: string) => `http://sns.us-east-1.amazonaws.com/${name}`],
    ['a port', (name: string) => `${host}:443/${name}`],
    ['a user', (name: string) => `https://sns.us-east-1.amazonaws.com@evil.example/${name}`],
    ['a user before our host', (name: string) => `https://a:b@sns.us-east-1.amazonaws.com/${name}`],
    ['a query', (name: string) => `${host}/${name}?x=1`],
    ['a fragment', (name: string) => `${host}/${name}#x`],
    ['a folder', (name: string) => `${host}/folder/${name}`],
    ['a way up', (name: string) => `${host}/../${name}`],
    ['a way up in escapes', (name: string) => `${host}/%2e%2e/${name}`],
    ['a second slash', (name: string) => `${host}//${name}`],
    ['a backslash', (name: string) => `${host}\\${name}`],
    ['another kind of file', (name: string) => `${host}/${name.replace('.pem', '.txt')}`],
    ['a line after it', (name: string) => `${host}/${name}\n`],
    ['another name', () => `${host}/evil.pem`],
    ['capitals', (name: string) => `${host.toUpperCase()}/${name}`],
    ['nothing', () => ''],
  ])('is refused, and nothing is fetched, when its certificate is at %s', async (_, address) => {
    const SigningCertURL = address(certificate);
    expect(await refused(signed(notification({ SigningCertURL }), signer))).toEqual(['SigningCertURL']);
    expect(server.asked).toEqual([]);
  });

  it('is refused when the service has no such certificate, now and later', async () => {
    server.files.delete(`/${certificate}`);
    const envelope = signed(notification(), signer);
    expect(await refused(envelope)).toEqual(['SigningCertURL']);
    server.files.set(`/${certificate}`, { status: 200, body: signer.pem });
    expect(await refused(envelope)).toEqual([]);
  });
});

describe('a certificate that can not be had for the moment', () => {
  it.each([
    ['the service fails', { status: 500, body: 'later' }],
    ['the service answers with something else', { status: 200, body: 'a page that is no certificate' }],
    ['the service leads elsewhere', { status: 302, body: '' }],
  ])('is our failure, not a refusal, when %s: SNS tries again, and finds it', async (_, file) => {
    const path = `/${certificate}`;
    server.files.set(path, file);
    const envelope = signed(notification(), signer);
    const failure: unknown = await post(envelope).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(Refusal);
    server.files.set(path, { status: 200, body: signer.pem });
    expect(await refused(envelope)).toEqual([]);
  });
});

describe('a post of another time', () => {
  const at = (Timestamp: string) => signed(notification({ Timestamp }), signer);
  const iso = (instant: number) => new Date(instant).toISOString();

  it('is read for two hours, in which SNS may try again, and refused as a replay after that', async () => {
    expect(await refused(at(iso(NOW - 120 * MINUTE)))).toEqual([]);
    expect(await refused(at(iso(NOW - 120 * MINUTE - 1)))).toEqual(['Timestamp']);
    expect(await refused(at('1970-01-01T00:00:00Z'))).toEqual(['Timestamp']);
  });

  it('is read when its clock is up to five minutes ahead of ours, and refused beyond', async () => {
    expect(await refused(at(iso(NOW + 5 * MINUTE)))).toEqual([]);
    expect(await refused(at(iso(NOW + 5 * MINUTE + 1)))).toEqual(['Timestamp']);
  });

  it.each([
    '',
    'now',
    '2026-11-24',
    '2026-11-24T15:05:00',
    '2026-11-24T15:05:00+01:00',
    '2026-02-30T15:05:00Z',
  ])('is refused when it is no time: %j', async (timestamp) => {
    expect(await refused(at(timestamp))).toEqual(['Timestamp']);
  });
});

describe('a post of another topic', () => {
  it.each([`${topicArn}-too`, 'arn:aws:sns:us-east-1:999999999999:texts', topicArn.toUpperCase(), ''])(
    'is not found, be it signed well: %s',
    async (TopicArn) => {
      const posted = post(signed(notification({ TopicArn }), signer));
      await expect(posted).rejects.toMatchObject({ code: 'not-found' });
      expect(server.asked).toEqual([]);
    },
  );
});

describe('a post that is malformed', () => {
  it.each(['', '{', 'null', '[]', '"text"', '7', '{}', '[{"Type":"Notification"}]'])(
    'is refused: %j',
    async (body) => {
      expect(await refusedFields(() => readEnvelope(body, trust))).not.toEqual([]);
      expect(server.asked).toEqual([]);
    },
  );

  it('is refused by the field that is too long for SNS to have made it', async () => {
    const Message = 'x'.repeat(262_145);
    expect(await refused(signed(notification({ Message }), signer))).toEqual(['Message']);
  });

  it('is refused by each field that is missing or no text', async () => {
    const envelope = signed(notification(), signer);
    for (const field of [
      'Type',
      'MessageId',
      'TopicArn',
      'Message',
      'Timestamp',
      'SignatureVersion',
      'Signature',
      'SigningCertURL',
    ]) {
      const { [field]: _, ...without } = envelope;
      expect(await refused(without)).toEqual([field]);
      for (const value of [null, 7, ['x'], { toString: 'x' }]) {
        expect(await refused({ ...envelope, [field]: value })).toEqual([field]);
      }
    }
  });
});

describe('the text that a notification carries', () => {
  const inbound = async (Message: string) =>
    readInboundText(await post(signed(notification({ Message }), signer)));

  it('is who wrote what, stamped with the time of the envelope', async () => {
    expect(await inbound(JSON.stringify(text))).toEqual({
      from: '+15550100123',
      body: '1',
      messageId: 'inbound-1',
      stamp: Date.parse('2026-11-24T15:05:00.123Z'),
    });
  });

  it.each([
    ['originationNumber', ['', '15550100123', '+0', '+1555', `+${'1'.repeat(16)}`, 'Showup', null, 7]],
    ['messageBody', ['x'.repeat(2001), null, 7, {}]],
    ['inboundMessageId', ['', 'x'.repeat(201), null, 7]],
  ])('is refused by its field %s', async (field, values) => {
    for (const value of values) {
      const errors = await fieldErrors(() => inbound(JSON.stringify({ ...text, [field]: value })));
      expect(errors.map((error) => error.field)).toEqual([field]);
    }
  });

  it('may be empty, as some phones send one', async () => {
    expect(await inbound(JSON.stringify({ ...text, messageBody: '' }))).toMatchObject({ body: '' });
  });

  it.each(['', 'hello', '{', 'null', '[]'])(
    'is refused when it is not the JSON of one: %j',
    async (message) => {
      expect(await refusedFields(() => inbound(message))).not.toEqual([]);
    },
  );
});
