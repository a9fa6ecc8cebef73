import { Webhook } from 'standardwebhooks';
import { headerOf } from '../local/aws/mail.ts';
import type { Cloud } from '../local/cloud.ts';
import { demoPassword } from '../local/demo-passwords.ts';
import { essenceOf } from '../local/hostile/essence.ts';
import type { Taken } from '../local/hostile/other-system.ts';
import { everyRowOf, type Row } from './rows-of-table.ts';
import {
  accountsIn,
  bookingsIn,
  cellsIn,
  claimsIn,
  companiesIn,
  deliveriesIn,
  hoursIn,
  rulingsIn,
  secretsIn,
  webhooksIn,
} from './seen-in-rows.ts';
import type { SeenMail, SeenPost, SeenSecret, SeenStanding, SeenText, Strike, World } from './world.ts';

/** What observing needs beside the cloud. */
export interface Observing {
  /** IANA zone of the deployment. */
  readonly zone: string;
  readonly staffMail: string;
  /** Gives the JSON of a path of the desk's API, asked as one of our staff; undefined where it isn't there. */
  readonly askDesk?: (path: string) => Promise<unknown>;
  readonly strikes?: readonly Strike[];
  /** What another system was posted. */
  readonly taken?: readonly Taken[];
}

/** Looks at a cloud from outside: its table's rows, mails, texts, timers, queues, and where staff are told people stand. */
export async function observe(cloud: Cloud, observing: Observing): Promise<World> {
  const { zone, staffMail, strikes = [], taken = [] } = observing;
  const [table] = cloud.tables;
  const rows = await everyRowOf(cloud.engineEndpoint, table?.name ?? '');
  const bookings = bookingsIn(rows);
  return {
    at: cloud.clock.now(),
    ...{ zone, staffMail, strikes, bookings },
    claims: claimsIn(rows),
    cells: cellsIn(rows),
    hours: hoursIn(rows),
    rulings: rulingsIn(rows),
    accounts: accountsIn(rows),
    companies: companiesIn(rows),
    webhooks: webhooksIn(rows),
    posts: postsOf(taken, rows),
    deliveries: deliveriesIn(rows),
    secrets: [...secretsIn(rows), ...secretsOf(cloud)],
    pages: [],
    mails: await mailsOf(cloud),
    texts: textsOf(cloud),
    timers: cloud.aws.scheduler.list().map(({ name, at }) => ({ name, at: Date.parse(at) })),
    queued: cloud.queues.list().map(({ queue, body }) => ({ queue, body })),
    standings: await standingsOf(recordsIn(rows), observing),
  };
}

/** What the deployment itself keeps secret, each whole and by its parts, and the password that everybody has. */
function secretsOf({ stack, aws: { secrets } }: Cloud): SeenSecret[] {
  const texts = stack.ofType('AWS::SecretsManager::Secret').map(({ ref }) => secrets.current(ref));
  const parts = texts.flatMap((text) => text.match(/[\w+/=-]{16,}/gu) ?? []);
  return [
    { what: 'a password', value: demoPassword },
    ...parts.map((value) => ({ what: 'a secret of the deployment', value })),
  ];
}

/** Whether a post is signed says the library that receivers use, as of the moment at which it came. */
function postsOf(taken: readonly Taken[], rows: readonly Row[]): SeenPost[] {
  const secrets = rows.flatMap(({ pk, secret }) => (pk === 'WEBHOOKS' ? [String(secret)] : []));
  return taken.map(({ at, headers, body }) => {
    const { type, booking } = JSON.parse(body) as PostedBody;
    return {
      // Attributes come in any order.
      ...{ at, id: headers['webhook-id'] ?? '', type, body: essenceOf(JSON.parse(body)) },
      booking: booking?.id ?? '',
      signed:
        Math.abs(Number(headers['webhook-timestamp']) * 1000 - at) < TOLERANCE_MS &&
        secrets.some((secret) => isSigned(secret, headers, body)),
    };
  });
}

interface PostedBody {
  readonly type: string;
  readonly booking?: { readonly id: string };
}

const TOLERANCE_MS = 5 * 60_000;

function isSigned(secret: string, headers: Taken['headers'], body: string): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const expected = new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body);
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected);
}

async function mailsOf({ aws: { ses } }: Cloud): Promise<SeenMail[]> {
  const raw = new Map(ses.taken().map((mail) => [mail.id, mail.raw]));
  return (await ses.mailbox()).map(({ id, at, to, subject, text, html, attachments }) => {
    const parts = attachments.filter(({ contentType }) => contentType.startsWith('text/'));
    const calendar = parts.find(({ contentType }) => contentType.startsWith('text/calendar'))?.content;
    const start = startIn(calendar);
    return {
      at: Date.parse(at),
      to: to.toLowerCase(),
      messageId: messageIdIn(raw.get(id)),
      subject,
      content: [text, html, ...parts.map(({ content }) => content)].join('\n'),
      ...(start === undefined ? {} : { calendarStart: start }),
    };
  });
}

/** `<bkg_1.3.mail@example.com>` without what is around it. */
function messageIdIn(raw: Buffer | undefined): string {
  const header = raw === undefined ? undefined : headerOf(raw, 'Message-ID');
  return decodeURIComponent(/^<(.*)@[^@]*>$/u.exec(header ?? '')?.[1] ?? '');
}

/** The start of a calendar part's event, which ours give in UTC (ms). */
function startIn(calendar: string | undefined): number | undefined {
  const event = calendar?.slice(calendar.indexOf('BEGIN:VEVENT'));
  const found = /^DTSTART:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\r?$/mu.exec(event ?? '');
  if (found === null) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1).map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}

function textsOf({ aws: { carrier } }: Cloud): SeenText[] {
  return carrier
    .everything()
    .map(({ id, at, direction, phone, body }) => ({ id, at: Date.parse(at), direction, phone, body }));
}

/** The mail addresses that something is recorded about, each with the companies that it is recorded in. */
function recordsIn(rows: readonly Row[]): { email: string; companies: (string | undefined)[] }[] {
  return rows.flatMap(({ pk, entries }) => {
    if (!pk.startsWith('STANDING#') || !pk.includes('@') || !Array.isArray(entries)) return [];
    const companies = entries.map((entry: { companyId?: string }) => entry.companyId);
    return [{ email: pk.slice('STANDING#'.length), companies: [...new Set(companies)] }];
  });
}

interface StandingAnswer {
  readonly noShows?: readonly { readonly booking: string }[];
  readonly block?: { readonly until: string };
}

async function standingsOf(
  records: ReturnType<typeof recordsIn>,
  { askDesk }: Observing,
): Promise<SeenStanding[]> {
  if (askDesk === undefined) return [];
  const seen: SeenStanding[] = [];
  for (const { email, companies } of records) {
    for (const company of companies) {
      const query = company === undefined ? '' : `?company=${encodeURIComponent(company)}`;
      const answer = await askDesk(`/v1/desk/people/${encodeURIComponent(email)}/standing${query}`);
      if (answer === undefined) continue;
      const { noShows = [], block } = answer as StandingAnswer;
      seen.push({
        email,
        ...(company === undefined ? {} : { company }),
        noShows: noShows.map(({ booking }) => booking),
        ...(block === undefined ? {} : { blockedUntil: Date.parse(block.until) }),
      });
    }
  }
  return seen;
}
