import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sesMailer } from '../../lib/adapters/mail.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { Ses } from '../../local/aws/ses.ts';
import type { Publication } from '../../local/aws/sns-topics.ts';
import { allow, clientOf, openEndpoint, permissionsOf, place, StillClock } from './aws-world.ts';

const identity = 'arn:aws:ses:us-east-1:123456789012:identity/showup.example';
const set = 'arn:aws:ses:us-east-1:123456789012:configuration-set/mails';
const clock = new StillClock();
const calendar = 'BEGIN:VCALENDAR\r\nSUMMARY:Café\r\nEND:VCALENDAR\r\n';

const compose = (over: Record<string, unknown> = {}): Promise<Buffer> =>
  new MailComposer({
    from: 'Showup <sessions@showup.example>',
    to: 'Ada <Ada@example.com>',
    subject: 'Your session — confirmed',
    text: 'See you at 10:00.',
    html: '<p>See you at <b>10:00</b>.</p>',
    icalEvent: { method: 'REQUEST', content: calendar, filename: 'session.ics' },
    attachments: [
      { filename: 'dot.bin', content: Buffer.from([0, 255]), contentType: 'application/octet-stream' },
    ],
    ...over,
  })
    .compile()
    .build();

const topicArn = 'arn:aws:sns:us-east-1:123456789012:feedback';
const configurationSet = {
  name: 'mails',
  suppressed: ['BOUNCE', 'COMPLAINT'],
  destinations: [{ topicArn, types: ['delivery', 'bounce', 'complaint'] }],
};
const published: Publication[] = [];
let ses: Ses;
let endpoint: AwsEndpoint;
let client: SESClient;
const send = async (over: Record<string, unknown> = {}, input: Record<string, unknown> = {}) =>
  await client.send(new SendRawEmailCommand({ RawMessage: { Data: await compose(over) }, ...input }));

beforeAll(async () => {
  ses = await Ses.open({
    place,
    clock,
    identities: ['showup.example'],
    configurationSets: [configurationSet],
    publish: (publication) => {
      published.push(publication);
      return Promise.resolve();
    },
  });
  const permissions = permissionsOf({
    Mailer: [allow('ses:SendRawEmail', [identity, set]), allow('ses:DeleteSuppressedDestination', '*')],
    Plain: [allow('ses:SendRawEmail', identity)],
    OneSender: [
      {
        ...allow('ses:SendRawEmail', identity),
        Condition: { StringEquals: { 'ses:FromAddress': 'sessions@showup.example' } },
      },
    ],
  });
  endpoint = await openEndpoint([ses], permissions);
  client = new SESClient(clientOf(endpoint, 'Mailer'));
});

afterAll(async () => {
  client?.destroy();
  await endpoint?.close();
  await ses?.close();
});

describe('the mailbox', () => {
  it('shows a mail as it was sent, with every part beside its texts', async () => {
    const { MessageId } = await send({}, { ConfigurationSetName: 'mails' });
    const [mail] = await ses.mailbox('ada@example.COM');
    expect(mail).toEqual({
      id: MessageId,
      at: '2026-11-23T15:00:00.000Z',
      to: 'Ada@example.com',
      subject: 'Your session — confirmed',
      text: 'See you at 10:00.',
      html: '<p>See you at <b>10:00</b>.</p>',
      attachments: [
        { filename: '', contentType: 'text/calendar; method=REQUEST', content: calendar },
        { filename: 'dot.bin', contentType: 'application/octet-stream', content: 'AP8=' },
        {
          filename: 'session.ics',
          contentType: 'application/ics',
          content: Buffer.from(calendar).toString('base64'),
        },
      ],
    });
  });

  it('invents no text for a mail that has none', async () => {
    await send({ to: 'only-html@example.com', text: undefined, icalEvent: undefined, attachments: [] });
    const [mail] = await ses.mailbox('only-html@example.com');
    expect(mail).toMatchObject({ text: '', attachments: [] });
  });

  it('takes the recipients that the call names before those of the headers', async () => {
    await send({ to: 'header@example.com' }, { Destinations: ['a@example.com', 'B <b@example.com>'] });
    expect(await ses.mailbox('header@example.com')).toEqual([]);
    expect((await ses.mailbox('b@example.com'))[0]?.to).toBe('a@example.com, b@example.com');
    expect(await ses.mailbox('example.com')).toEqual([]);
  });

  it('is in the order of sending', async () => {
    clock.instant += 60_000;
    await send({ to: 'order@example.com', subject: 'first' });
    await send({ to: 'order@example.com', subject: 'second' });
    const subjects = (await ses.mailbox('order@example.com')).map(({ subject }) => subject);
    expect(subjects).toEqual(['first', 'second']);
  });
});

describe('sending', () => {
  it('needs the right to the sender’s identity and to the configuration set', async () => {
    const plain = new SESClient(clientOf(endpoint, 'Plain'));
    const Data = await compose({ to: 'plain@example.com' });
    await plain.send(new SendRawEmailCommand({ RawMessage: { Data } }));
    const withSet = new SendRawEmailCommand({ RawMessage: { Data }, ConfigurationSetName: 'mails' });
    await expect(plain.send(withSet)).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 },
      message: expect.stringContaining(`ses:SendRawEmail on resource: ${set}`),
    });
    plain.destroy();
    expect(await ses.mailbox('plain@example.com')).toHaveLength(1);
  });

  it('can be held to one sender', async () => {
    const one = new SESClient(clientOf(endpoint, 'OneSender'));
    const sendFrom = async (from: string) =>
      await one.send(new SendRawEmailCommand({ RawMessage: { Data: await compose({ from }) } }));
    await sendFrom('sessions@showup.example');
    await expect(sendFrom('boss@showup.example')).rejects.toMatchObject({ name: 'AccessDenied' });
    one.destroy();
  });

  it('refuses a sender that nobody verified, and a configuration set that does not exist', async () => {
    const operator = new SESClient(clientOf(endpoint));
    const Data = await compose({ from: 'me@elsewhere.example' });
    await expect(operator.send(new SendRawEmailCommand({ RawMessage: { Data } }))).rejects.toMatchObject({
      name: 'MessageRejected',
      message: expect.stringContaining('me@elsewhere.example'),
    });
    const own = { Data: await compose({ headers: { 'X-SES-CONFIGURATION-SET': 'other' } }) };
    await expect(operator.send(new SendRawEmailCommand({ RawMessage: own }))).rejects.toMatchObject({
      name: 'ConfigurationSetDoesNotExistException',
    });
    operator.destroy();
  });
});

describe('what becomes of a mail', () => {
  const tags = [
    { Name: 'owner', Value: 'bkg_5fone' },
    { Name: 'effect', Value: '1_2email' },
  ];

  /** The events that a mail to an address leads to, published by the clock's hand. */
  async function toldOf(address: string): Promise<ReturnType<typeof JSON.parse>[]> {
    published.length = 0;
    await send({ to: address }, { Destinations: [address], ConfigurationSetName: 'mails', Tags: tags });
    expect(published).toEqual([]);
    await ses.runDue();
    for (const publication of published) expect(publication.topicArn).toBe(topicArn);
    return published.map(({ message }) => JSON.parse(message));
  }

  it('is told to the topic of its configuration set, with its tags', async () => {
    expect(await toldOf('ada@example.com')).toMatchObject([
      {
        eventType: 'Delivery',
        delivery: { recipients: ['ada@example.com'] },
        mail: {
          destination: ['ada@example.com'],
          tags: { 'ses:configuration-set': ['mails'], owner: ['bkg_5fone'], effect: ['1_2email'] },
        },
      },
    ]);
  });

  it.each([
    ['success+one', ['Delivery']],
    ['bounce+two', ['Bounce']],
    ['complaint', ['Delivery', 'Complaint']],
    ['suppressionlist', ['Bounce']],
  ])('is as the mailbox simulator has it for %s, every time', async (box, types) => {
    for (const _ of [1, 2]) {
      const told = await toldOf(`${box}@simulator.amazonses.com`);
      expect(told.map(({ eventType }) => eventType)).toEqual(types);
    }
  });

  it('is a bounce of the suppression list once it came back, until the address is taken off', async () => {
    const address = 'Full+x@example.com';
    ses.mailboxes.setState(address, 'bounces');
    expect(await toldOf(address)).toMatchObject([
      { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } },
    ]);
    ses.mailboxes.setState(address, 'works');
    expect(await toldOf(address)).toMatchObject([{ bounce: { bounceSubType: 'OnAccountSuppressionList' } }]);
    const mailer = sesMailer({
      from: 'sessions@showup.example',
      configurationSet: 'mails',
      endpoint: endpoint.url,
      client: clientOf(endpoint, 'Mailer'),
    });
    await mailer.allow('full+x@example.com');
    await mailer.allow('full+x@example.com');
    expect(await toldOf(address)).toMatchObject([{ eventType: 'Delivery' }]);
  });

  it('can’t be put right by who may not, and nobody’s address is told', async () => {
    const mailer = sesMailer({
      from: 'sessions@showup.example',
      configurationSet: 'mails',
      endpoint: endpoint.url,
      client: clientOf(endpoint, 'Plain'),
    });
    await expect(mailer.allow('ada@example.com')).rejects.toThrow(
      /^DeleteSuppressedDestination was answered 403/u,
    );
  });

  it('is not told of a tag that is outside of the alphabet', async () => {
    const bad = send({}, { Tags: [{ Name: 'owner', Value: 'bkg.one' }] });
    await expect(bad).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  });
});
