import { describe, expect, it } from 'vitest';
import { readMailReport } from '../../lib/http/mail-report.ts';
import type { SnsEnvelope } from '../../lib/http/sns-envelope.ts';
import { refusedFields } from './field-errors.ts';

const at = '2026-11-24T15:00:05.123Z';

/** As SES's documentation shows it, with our tags. */
const mail = {
  timestamp: '2026-11-24T15:00:00.000Z',
  source: 'sessions@example.com',
  sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
  sendingAccountId: '123456789012',
  messageId: 'EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000',
  destination: ['ada@example.com'],
  headersTruncated: false,
  headers: [{ name: 'From', value: 'sessions@example.com' }],
  commonHeaders: { from: ['sessions@example.com'], to: ['ada@example.com'] },
  tags: {
    'ses:configuration-set': ['mails'],
    'ses:outgoing-ip': ['192.0.2.0'],
    owner: ['bkg_5fone'],
    effect: ['1_2email'],
  },
};

const bounce = {
  bounceType: 'Permanent',
  bounceSubType: 'General',
  bouncedRecipients: [{ emailAddress: 'ada@example.com', action: 'failed', status: '5.1.1' }],
  timestamp: at,
  feedbackId: '01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000',
  reportingMTA: 'dsn; mta.example.com',
};

function reportIn(message: unknown) {
  const Message = typeof message === 'string' ? message : JSON.stringify(message);
  return readMailReport({ Type: 'Notification', Message, Timestamp: at } as SnsEnvelope);
}

describe('an event of SES', () => {
  it('tells of which mail, what became of it, when and for whom', () => {
    expect(reportIn({ eventType: 'Bounce', bounce, mail })).toEqual({
      effect: { owner: 'bkg_one', effect: '1.mail' },
      status: 'bounced',
      at: Date.parse(at),
      recipients: ['ada@example.com'],
      mailId: mail.messageId,
    });
  });

  it.each(['Transient', 'Undetermined'])('that came back, %s, may still arrive', (bounceType) => {
    const told = reportIn({ eventType: 'Bounce', bounce: { ...bounce, bounceType }, mail });
    expect(told?.status).toBe('bounced-for-now');
  });

  it.each([
    ['delivered', { eventType: 'Delivery', delivery: { timestamp: at, recipients: ['ada@example.com'] } }],
    [
      'complained',
      {
        eventType: 'Complaint',
        complaint: {
          complainedRecipients: [{ emailAddress: 'ada@example.com' }],
          timestamp: at,
          complaintSubType: null,
        },
      },
    ],
    [
      'delayed',
      {
        eventType: 'DeliveryDelay',
        deliveryDelay: {
          timestamp: at,
          delayType: 'MailboxFull',
          delayedRecipients: [{ emailAddress: 'ada@example.com', status: '4.2.2' }],
        },
      },
    ],
  ])('can say that it was %s', (status, event) => {
    expect(reportIn({ ...event, mail })).toMatchObject({ status, recipients: ['ada@example.com'] });
  });

  it.each([
    ['rejected', { eventType: 'Reject', reject: { reason: 'Bad content' } }],
    ['rendering-failed', { eventType: 'Rendering Failure', failure: { errorMessage: 'x' } }],
  ])('can say that it was %s, at the time that this was published', (status, event) => {
    expect(reportIn({ ...event, mail })).toMatchObject({ status, at: Date.parse(at), recipients: [] });
  });

  it.each([
    ['of another kind', { eventType: 'Open', open: {}, mail }],
    ['of a mail without tags', { eventType: 'Bounce', bounce, mail: { messageId: 'a' } }],
    [
      'of a mail that somebody else tagged',
      { eventType: 'Bounce', bounce, mail: { ...mail, tags: { owner: ['a b'], effect: ['1'] } } },
    ],
    ['that SES tries the topic with', 'Successfully validated SNS topic for Amazon SES event publishing.'],
  ])('%s tells nothing', (_, message) => {
    expect(reportIn(message)).toBeUndefined();
  });

  it.each([
    ['what is no JSON', 'hello', ['body']],
    ['what is no event', {}, ['eventType', 'mail']],
    ['a bounce without its facts', { eventType: 'Bounce', mail }, ['bounce']],
  ])('refuses %s', async (_, message, fields) => {
    expect(await refusedFields(() => reportIn(message))).toEqual(fields);
  });
});
