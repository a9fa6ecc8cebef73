import { type AddressField, type Attachment, simpleParser } from 'mailparser';

/** A mail in the mailbox. `at` is ISO 8601 in UTC; `to` holds bare addresses, joined by a comma. */
export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailPart[];
}

/** An attachment or an alternative part. `content` is text for `text/*` types and base64 for others. */
export interface MailPart {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** A raw message as SES took it. */
export interface SentMail {
  readonly id: string;
  readonly at: number;
  readonly raw: Buffer;
  /** Envelope recipients, if the call named them; else the headers tell. */
  readonly destinations: readonly string[];
}

/** Reads a raw message: its texts as sent, and every other part, calendar alternatives included. */
export async function readMail({ id, at, raw, destinations }: SentMail): Promise<Mail> {
  const parsed = await simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
  });
  const headers = [parsed.to, parsed.cc].flat().flatMap(addresses);
  return {
    id,
    at: new Date(at).toISOString(),
    to: (destinations.length > 0 ? destinations.map(bareAddress) : headers).join(', '),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html === false ? '' : (parsed.html ?? ''),
    attachments: parsed.attachments.map(readPart),
  };
}

/** The address inside `Name <address>`, or the text itself. */
export const bareAddress = (text: string): string => /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.trim();

/** The value of a header of a raw message, unfolded, or undefined if it has none. */
export function headerOf(raw: Buffer, name: string): string | undefined {
  const end = /\r?\n\r?\n/.exec(raw.toString('latin1'))?.index ?? raw.length;
  const unfolded = raw
    .subarray(0, end)
    .toString('utf8')
    .replaceAll(/\r?\n[ \t]+/g, ' ');
  const prefix = `${name.toLowerCase()}:`;
  const line = unfolded.split(/\r?\n/).find((candidate) => candidate.toLowerCase().startsWith(prefix));
  return line?.slice(prefix.length).trim();
}

function addresses(field: AddressField | undefined): string[] {
  const all = (field?.value ?? []).flatMap((entry) => entry.group ?? [entry]);
  return all.flatMap(({ address }) => (address === undefined ? [] : [address]));
}

function readPart(attachment: Attachment): MailPart {
  const isText = attachment.contentType.startsWith('text/');
  return {
    filename: attachment.filename ?? '',
    contentType: fullContentType(attachment),
    content: attachment.content.toString(isText ? 'utf8' : 'base64'),
  };
}

/** The type with its parameters, such as `text/calendar; method=REQUEST`, without those that `MailPart` carries. */
function fullContentType({ contentType, headers }: Attachment): string {
  const header = headers.get('content-type') as { params?: Readonly<Record<string, string>> } | undefined;
  const parameters = Object.entries(header?.params ?? {})
    .filter(([name]) => name !== 'charset' && name !== 'name')
    .map(([name, value]) => `; ${name}=${value}`);
  return contentType + parameters.join('');
}
