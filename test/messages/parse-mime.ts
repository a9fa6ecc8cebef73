export interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly type: string;
  /** Transfer encoding undone, read as UTF-8. */
  readonly body: string;
  readonly parts: readonly Part[];
}

/** A MIME message taken apart (RFC 2045, RFC 2046). Throws where a header occurs twice or a line is not ended by CRLF. */
export function parseMime(message: string): Part {
  if (/(^|[^\r])\n|\r(?!\n)/.test(message)) throw new Error('A line is not ended by CRLF.');
  return parsePart(message);
}

/** RFC 2047 words in a header as the text they stand for. */
export function decodeWords(header: string): string {
  const joined = header.replace(/\?=\s+=\?/g, '?==?');
  return joined.replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString()
      : quotedPrintable(text.replaceAll('_', ' ')),
  );
}

function parsePart(message: string): Part {
  const [head = '', ...rest] = message.split('\r\n\r\n');
  const headers = parseHeaders(head);
  const type = headers.get('content-type') ?? 'text/plain';
  const raw = rest.join('\r\n\r\n');
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1];
  if (boundary === undefined) return { headers, type, body: decode(raw, headers), parts: [] };
  const pieces = `\r\n${raw}`.split(`\r\n--${boundary}`).slice(1, -1);
  return { headers, type, body: '', parts: pieces.map((piece) => parsePart(piece.replace(/^\r\n/, ''))) };
}

function parseHeaders(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const row of head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const colon = row.indexOf(':');
    const name = row.slice(0, colon).toLowerCase();
    if (colon < 1 || headers.has(name)) throw new Error(`A header that is none, or occurs twice: ${row}`);
    headers.set(name, row.slice(colon + 1).trim());
  }
  return headers;
}

function decode(raw: string, headers: ReadonlyMap<string, string>): string {
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(raw, 'base64').toString();
  return encoding === 'quoted-printable' ? quotedPrintable(raw.replaceAll('=\r\n', '')) : raw;
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}
