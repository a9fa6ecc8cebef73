import type { Call } from './api-document.ts';
import { type Example, TOKEN } from './examples.ts';

/** The example request as a command for a shell. */
export function curlOf(
  siteUrl: string,
  { method, path }: Call,
  { query, headers = {}, body }: Example,
): string {
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  const sent = { ...headers, ...(body && { 'Content-Type': 'application/json' }) };
  return [
    `curl ${method === 'POST' ? '-X POST ' : ''}${quoted(`${siteUrl}${path.replace('{token}', TOKEN)}${search}`)}`,
    ...Object.entries(sent).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(JSON.stringify(body, undefined, 2))}`]),
  ].join(' \\\n  ');
}

/** As one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
