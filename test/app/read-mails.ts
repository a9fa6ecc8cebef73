import { decodeWords, type Part, parseMime } from '../messages/parse-mime.ts';
import type { World } from '../world.ts';

/** A mail as its reader sees it. */
export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Method of the calendar part, where it has one. */
  readonly calendar?: string;
}

/** The mails so far to an address, oldest first; to anybody where none is given. */
export function mailsTo({ mailer }: World, address?: string): ReadMail[] {
  const sent = mailer.sent.filter(({ to }) => address === undefined || to === address);
  return sent.map(({ to, mime }) => {
    const parts = partsOf(parseMime(mime));
    const method = /method=(\w+)/u.exec(parts.map(({ type }) => type).join(' '))?.[1];
    return {
      to,
      subject: decodeWords(parts[0]?.headers.get('subject') ?? ''),
      text: parts.find(({ type }) => type.startsWith('text/plain'))?.body.replaceAll('\r\n', '\n') ?? '',
      ...(method === undefined ? {} : { calendar: method }),
    };
  });
}

function partsOf(part: Part): Part[] {
  return [part, ...part.parts.flatMap(partsOf)];
}
