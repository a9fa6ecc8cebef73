import type { Call } from './api-document.ts';
import type { Example } from './example.ts';
import { pathNames } from './path-names.ts';

/** The example request as a command for a shell. */
export function curlOf(
  siteUrl: string,
  { method, path }: Call,
  { query, headers = {}, body }: Example,
): string {
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  const sent = { ...headers, ...(typeof body === 'object' && { 'Content-Type': 'application/json' }) };
  return [
    `curl ${method === 'POST' ? '-X POST ' : ''}${quoted(`${siteUrl}${filled(path)}${search}`)}`,
    ...Object.entries(sent).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [dataOf(body)]),
  ].join(' \\\n  ');
}

function dataOf(body: object | string): string {
  // Plain -d would leave out the line breaks.
  return typeof body === 'string'
    ? `--data-binary ${quoted(body)}`
    : `-d ${quoted(JSON.stringify(body, undefined, 2))}`;
}

/** The path with a name of the examples for each of its parameters. */
function filled(path: string): string {
  return path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => pathNames[name] ?? `{${name}}`);
}

/** As one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
