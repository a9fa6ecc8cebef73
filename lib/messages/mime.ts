import { createHash } from 'node:crypto';
import type { Mail } from './facts.ts';
import { line } from './line.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Envelope {
  readonly from: Mailbox;
  readonly to: Mailbox;
  /** Address that answers go to. */
  readonly replyTo: string;
  /** The caller's id of this very mail: sent again under the same id, it is the same message. */
  readonly messageId: string;
  /** What the mail belongs to, such as the booking: mail programs show one thread for it. */
  readonly threadId?: string;
  /** Milliseconds since the epoch. */
  readonly date: number;
}

/**
 * The mail as MIME (RFC 5322), ready for SES: text, HTML and the calendar part as alternatives, and the invitation as
 * an attachment. The same arguments give the same bytes. Throws where an address is none, or an id is empty.
 */
export function toMime(mail: Mail, envelope: Envelope): Promise<Buffer> {
  const { from, to, replyTo, date } = envelope;
  const domain = addressOf(from.address).split('@').at(-1) ?? '';
  const parts = {
    from: mailbox(from),
    to: mailbox(to),
    replyTo: addressOf(replyTo),
    subject: line(mail.subject),
    messageId: idOf(envelope.messageId, domain),
    ...(envelope.threadId && { references: idOf(envelope.threadId, domain) }),
    date: new Date(date),
    text: mail.text,
    html: mail.html,
    ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: 'invite.ics' } }),
    // Says that no person wrote this, so that holiday answers stay away (RFC 3834, and Exchange's own header).
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    encoding: 'quoted-printable',
    newline: 'win',
    baseBoundary: boundaryOf(mail, envelope.messageId),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  // Large, and most runs mail nothing.
  return import('nodemailer/lib/mail-composer/index.js').then(({ default: MailComposer }) =>
    new MailComposer(parts).compile().build(),
  );
}

function mailbox({ name, address }: Mailbox): Mailbox {
  return { name: line(name), address: addressOf(address) };
}

function addressOf(address: string): string {
  if (!/^[^\s<>,;:"@]+@[^\s<>,;:"@]+$/.test(address)) throw new Error(`Not a mail address: ${address}`);
  return address;
}

function idOf(id: string, domain: string): string {
  if (id === '') throw new Error('A mail needs an id for its Message-ID, and it is empty.');
  const atoms = encodeURIComponent(id.toWellFormed()).replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'));
  return `<${atoms}@${domain}>`;
}

/** Made of the content, so that no content can hold its own boundary. */
function boundaryOf(mail: Mail, id: string): string {
  return createHash('sha256')
    .update(JSON.stringify([id, mail]))
    .digest('hex')
    .slice(0, 24);
}
