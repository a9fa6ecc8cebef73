import { randomUUID } from 'node:crypto';
import type { Clock, Part } from '../parts.ts';
import { headerOf } from './mail.ts';
import type { MailFate } from './ses-mailboxes.ts';
import type { Publication } from './sns-topics.ts';

/** A configuration set of the template: the reasons for which it heeds the suppression list, and whom it tells of what. */
export interface SesConfigurationSet {
  readonly name: string;
  readonly suppressed: readonly string[];
  readonly destinations: readonly { readonly topicArn: string; readonly types: readonly string[] }[];
}

/** A mail that SES took, and what becomes of it. */
export interface TakenMail {
  readonly id: string;
  readonly at: number;
  readonly raw: Buffer;
  readonly from: string;
  readonly recipient: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly set: SesConfigurationSet;
  readonly fate: MailFate;
}

export interface SesEventsInput {
  readonly clock: Clock;
  readonly account: string;
  readonly region: string;
  /** Resolves after the first attempt to deliver. */
  readonly publish: (publication: Publication) => Promise<void>;
  /** Told of an event that could not be published. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** An event's type as a destination asks for it, and what it says beside the mail. */
type Told = readonly [type: string, said: Readonly<Record<string, unknown>>];

/**
 * What SES tells of mails by its configuration sets, in its own words. Events go out by the clock's hand, in order: whoever
 * turns it finds them delivered, and never before the sender has had its answer.
 */
export class SesEvents implements Part {
  readonly #input: SesEventsInput;
  readonly #due: { readonly at: number; readonly publication: Publication }[] = [];

  constructor(input: SesEventsInput) {
    this.#input = input;
  }

  add(mail: TakenMail): void {
    const at = this.#input.clock.now();
    for (const [type, said] of toldOf(mail, at)) {
      const message = JSON.stringify({ ...said, mail: this.#mailOf(mail) });
      for (const { topicArn } of mail.set.destinations.filter(({ types }) => types.includes(type))) {
        this.#due.push({ at, publication: { topicArn, message, at } });
      }
    }
  }

  nextDue(): number | undefined {
    return this.#due[0]?.at;
  }

  async runDue(): Promise<void> {
    for (let next = this.#due.shift(); next !== undefined; next = this.#due.shift()) {
      try {
        await this.#input.publish(next.publication);
      } catch (error) {
        this.#input.onError?.(error);
      }
    }
  }

  #mailOf({ id, at, raw, from, recipient, tags, set }: TakenMail) {
    const { account, region } = this.#input;
    const named = ['From', 'To', 'Subject', 'Message-ID', 'Date'].flatMap((name) => {
      const value = headerOf(raw, name);
      return value === undefined ? [] : [{ name, value }];
    });
    return {
      timestamp: iso(at),
      source: from,
      sourceArn: `arn:aws:ses:${region}:${account}:identity/${from.split('@').at(-1) ?? ''}`,
      sendingAccountId: account,
      messageId: id,
      destination: [recipient],
      headersTruncated: false,
      headers: named,
      commonHeaders: {
        from: [headerOf(raw, 'From') ?? from],
        date: headerOf(raw, 'Date'),
        to: [headerOf(raw, 'To') ?? recipient],
        messageId: headerOf(raw, 'Message-ID') ?? id,
        subject: headerOf(raw, 'Subject'),
      },
      tags: {
        'ses:operation': ['SendRawEmail'],
        'ses:configuration-set': [set.name],
        'ses:source-ip': ['127.0.0.1'],
        'ses:from-domain': [from.split('@').at(-1) ?? ''],
        'ses:caller-identity': ['showup'],
        ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
      },
    };
  }
}

function toldOf({ recipient, fate }: TakenMail, now: number): Told[] {
  const timestamp = iso(now);
  switch (fate) {
    case 'delivered':
      return [delivered(recipient, timestamp)];
    case 'complained':
      return [delivered(recipient, timestamp), complaint(recipient, timestamp, null)];
    case 'complained-suppressed':
      return [complaint(recipient, timestamp, 'OnAccountSuppressionList')];
    case 'bounced':
      return [bounce(recipient, timestamp, 'General')];
    case 'bounced-suppressed':
      return [bounce(recipient, timestamp, 'OnAccountSuppressionList')];
  }
}

function delivered(recipient: string, timestamp: string): Told {
  return [
    'delivery',
    {
      eventType: 'Delivery',
      delivery: {
        timestamp,
        processingTimeMillis: 546,
        recipients: [recipient],
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'a8-70.smtp-out.amazonses.com',
      },
    },
  ];
}

function bounce(emailAddress: string, timestamp: string, bounceSubType: string): Told {
  const isListed = bounceSubType === 'OnAccountSuppressionList';
  const diagnosticCode = isListed
    ? 'Amazon SES did not send the message to this address because it is on the suppression list for your account.'
    : 'smtp; 550 5.1.1 user unknown';
  return [
    'bounce',
    {
      eventType: 'Bounce',
      bounce: {
        feedbackId: randomUUID(),
        bounceType: 'Permanent',
        bounceSubType,
        bouncedRecipients: [{ emailAddress, action: 'failed', status: '5.1.1', diagnosticCode }],
        timestamp,
        reportingMTA: 'dsn; a8-70.smtp-out.amazonses.com',
      },
    },
  ];
}

function complaint(emailAddress: string, timestamp: string, complaintSubType: string | null): Told {
  return [
    'complaint',
    {
      eventType: 'Complaint',
      complaint: {
        feedbackId: randomUUID(),
        complaintSubType,
        complainedRecipients: [{ emailAddress }],
        timestamp,
        userAgent: 'Amazon SES Mailbox Simulator',
        complaintFeedbackType: 'abuse',
        arrivalDate: timestamp,
      },
    },
  ];
}

const iso = (instant: number): string => new Date(instant).toISOString();
