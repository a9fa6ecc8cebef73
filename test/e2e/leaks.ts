import type { Mail, Showup, Text } from './showup.ts';

/** What must not be read in a log, whoever's it is. */
const shapes: Readonly<Record<string, RegExp>> = {
  'a mail address': /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u,
  'a telephone number': /\+\d{8,15}\b/u,
  'a token of a link': /\b(?:bkg|prs|per)_\w+\.[\w.-]{16,}/u,
  'a token of a session': /\beyJ[\w-]{16,}/u,
};

/** The lines of a log in which somebody, or what lets one in, can be read; each with what it is. */
export function leaksIn(lines: readonly string[], secrets: readonly string[]): string[] {
  const wanted = secrets.filter((secret) => secret.length > 3).map((secret) => secret.toLowerCase());
  return lines.flatMap((line) => {
    const lower = line.toLowerCase();
    const shape = Object.entries(shapes).find(([, pattern]) => pattern.test(line))?.[0];
    const secret = wanted.find((each) => lower.includes(each));
    return shape === undefined && secret === undefined ? [] : [`${shape ?? secret}: ${line}`];
  });
}

/** Everything that was used so far and names somebody, or lets one in: addresses, numbers, names, codes and tokens. */
export async function secretsOf(showup: Showup): Promise<string[]> {
  const read = async (path: string) => (await fetch(`${showup.console}${path}`)).json();
  const bookings = (await read('/bookings')) as { attendee: object; erasedAt?: string }[];
  const mails = (await read('/mailbox')) as Mail[];
  const texts = (await read('/texts?all=1')) as (Text & { phone: string })[];
  const said = [...mails.map(({ text }) => text), ...texts.map(({ body }) => body)].join('\n');
  return [
    ...new Set([
      ...bookings
        .filter(({ erasedAt }) => erasedAt === undefined)
        .flatMap(({ attendee }) => Object.values(attendee).map(String)),
      ...mails.map(({ to }) => to),
      ...texts.map(({ phone }) => phone),
      ...[...said.matchAll(/https?:\/\/[^\s/]+\/\S+?\/(?<token>[\w.-]{20,})/gu)].map(
        ([, token = '']) => token,
      ),
    ]),
  ];
}

/** What the functions wrote, as it stands in the log. */
export async function logLines({ console: origin }: Showup): Promise<string[]> {
  const lines = (await (await fetch(`${origin}/logs`)).json()) as { line: string }[];
  return lines.map(({ line }) => line);
}
