export interface Property {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** As written, still escaped. */
  readonly raw: string;
  /** As TEXT (RFC 5545, 3.3.11), escapes undone. */
  readonly text: string;
}

/** The content lines of a calendar, unfolded and taken apart as RFC 5545 (3.1) and RFC 6868 say. Throws on a line that is none. */
export function parseCalendar(content: string): readonly Property[] {
  if (!content.endsWith('\r\n')) throw new Error('The last line has no end.');
  const unfolded = content.slice(0, -2).replaceAll('\r\n ', '');
  return unfolded.split('\r\n').map(parseLine);
}

/** The one property of that name. */
export function only(properties: readonly Property[], name: string): Property {
  const [first, ...more] = properties.filter((property) => property.name === name);
  if (!first || more.length > 0)
    throw new Error(`Expected one ${name}, found ${first ? 1 + more.length : 0}.`);
  return first;
}

function parseLine(text: string): Property {
  const found = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"\p{Cc}]*"|[^",;:\p{Cc}]*))*):([^\p{Cc}]*)$/u.exec(text);
  if (!found) throw new Error(`Not a content line: ${JSON.stringify(text)}`);
  const [, name = '', parameters = '', raw = ''] = found;
  const pairs = Array.from(parameters.matchAll(/;([A-Z-]+)=(?:"([^"]*)"|([^;]*))/gu), (pair) => [
    pair[1] ?? '',
    (pair[2] ?? pair[3] ?? '').replace(/\^([n'^])/g, (_, c: string) => ({ n: '\n', "'": '"' })[c] ?? '^'),
  ]);
  const unescaped = raw.replace(/\\(.)/gu, (_, c: string) => (c === 'n' || c === 'N' ? '\n' : c));
  return { name, parameters: Object.fromEntries(pairs), raw, text: unescaped };
}
