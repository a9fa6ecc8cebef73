import type * as z from 'zod/mini';
import * as deskBoard from '../../lib/http/desk-board-schemas.ts';
import * as deskHours from '../../lib/http/desk-hours-schemas.ts';
import * as desk from '../../lib/http/desk-schemas.ts';
import * as portal from '../../lib/http/portal-schemas.ts';
import * as schemas from '../../lib/http/schemas.ts';
import { snsEnvelope } from '../../lib/http/sns-schemas.ts';
import * as standing from '../../lib/http/standing-schemas.ts';
import * as webhooks from '../../lib/http/webhook-schemas.ts';

/** What a schema reads, one good example of it, and what is known of each field. */
export interface Sample {
  readonly schema: z.ZodMiniType;
  readonly good: Readonly<Record<string, unknown>>;
  readonly optional?: readonly string[];
  /** Values of the right type that a field refuses. */
  readonly bad?: Readonly<Record<string, readonly string[]>>;
  /** True where fields that we don't read may be added. */
  readonly open?: boolean;
}

const control = ['\0', 'a\0b', 'a\u001bb', 'a\u0085b', 'a\u2028b', 'a\u2029b', 'a\u007fb'];
const halves = ['\ud800', 'a\udc00b'];
const line = (maximum: number): string[] => [
  '',
  ' \n',
  'x'.repeat(maximum + 1),
  'a\nb',
  ...control,
  ...halves,
];
const prose = (maximum: number): string[] => ['', ' ', 'x'.repeat(maximum + 1), ...control, ...halves];
const instants = [
  '2026-11-24',
  '2026-11-24T15:00:00',
  '2026-02-30T15:00:00Z',
  '2026-11-24T24:00:00Z',
  '2026-11-24T15:60:00Z',
  '2026-11-24T15:00:00+24:00',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+012026-11-24T15:00:00Z',
  'tomorrow',
  '1795532400000',
  '',
];
const dates = [
  '2026-13-01',
  '2026-02-30',
  '2026-1-1',
  '26-01-01',
  '0000-01-01',
  '9999-12-31',
  '',
  'today',
  '2026-01-01 ',
];
const zones = ['', 'Mars/Olympus', '+05:00', 'UTC+5', 'Europe/Berlin\0', '../etc/passwd', 'x'.repeat(61)];
const mails = [
  '',
  'ada',
  'ada@',
  '@example.com',
  'a b@example.com',
  'ada@example.com\r\nBcc: x@example.com',
  `${'a'.repeat(250)}@b.co`,
];
const mobiles = [
  '',
  '0123456789',
  '+0123456789',
  '+1',
  `+1${'2'.repeat(15)}`,
  'call me',
  '+1 555\u0000010 0123',
  '٠١٢٣',
];

const limits = ['', '0', '51', '100', '1.5', '-1', ' 1', '1e1', '٣', 'all'];
const companyIds = ['', 'Example', 'a_b', 'a--b', '-a', 'a-', 'a b', 'a#b', 'x'.repeat(41)];
const levels = ['', 'Basic', 'staff', 'owner', '__proto__', 'toString'];

export const samples: Readonly<Record<string, Sample>> = {
  slotsQuery: {
    schema: schemas.slotsQuery,
    good: { sessionType: 'live-60', from: '2026-11-24', to: '2026-12-24', timeZone: 'Europe/Berlin' },
    bad: { sessionType: line(60), from: dates, to: dates, timeZone: zones },
  },
  explainQuery: {
    schema: schemas.explainQuery,
    good: { sessionType: 'live-60', start: '2026-11-24T15:00:00Z' },
    bad: { sessionType: line(60), start: instants },
  },
  noQuery: { schema: schemas.noQuery, good: {} },
  bookingBody: {
    schema: schemas.bookingBody,
    good: {
      sessionType: 'live-60',
      start: '2026-11-24T10:00:00-05:00',
      timeZone: 'America/New_York',
      attendee: { name: 'Ada Park', email: 'ada@example.com', mobile: '+1 (555) 010-0123' },
      companyCode: 'DEMO-2026',
      topic: 'The importer stops.\nAt row 40,000.',
      release: '6.1',
      language: 'de',
    },
    optional: ['attendee.mobile', 'companyCode', 'topic', 'release', 'language'],
    bad: {
      sessionType: line(60),
      start: instants,
      timeZone: zones,
      'attendee.name': line(200),
      'attendee.email': mails,
      'attendee.mobile': mobiles,
      companyCode: line(40),
      topic: prose(500),
      release: line(60),
      language: ['', 'DE', 'fr', 'en-US'],
    },
  },
  cancelBody: {
    schema: schemas.cancelBody,
    good: { reason: 'Ill' },
    optional: ['reason'],
    bad: { reason: prose(500) },
  },
  rescheduleBody: {
    schema: schemas.rescheduleBody,
    good: { start: '2026-11-24T15:00:00.000Z' },
    bad: { start: instants },
  },
  noBody: { schema: schemas.noBody, good: {} },
  pageQuery: {
    schema: portal.pageQuery,
    good: { limit: '20', cursor: 'cGVyXzE' },
    optional: ['limit', 'cursor'],
    bad: { limit: limits, cursor: line(200) },
  },
  myBookingsQuery: {
    schema: portal.myBookingsQuery,
    good: { when: 'past', limit: '1', cursor: 'cGVyXzE' },
    optional: ['when', 'limit', 'cursor'],
    bad: { when: ['', 'now', 'PAST'], limit: limits, cursor: line(200) },
  },
  newslettersBody: { schema: portal.newslettersBody, good: { newsletters: false } },
  rotateCodeBody: {
    schema: portal.rotateCodeBody,
    good: { replaced: 'DEMO-2026' },
    bad: { replaced: line(40) },
  },
  accountBody: {
    schema: portal.accountBody,
    good: { name: 'Ada Park', email: 'ada@example.com', level: 'it-support', language: 'de' },
    optional: ['language'],
    bad: { name: line(200), email: mails, level: levels, language: ['', 'fr'] },
  },
  levelBody: { schema: portal.levelBody, good: { level: 'primary' }, bad: { level: levels } },
  searchQuery: {
    schema: desk.searchQuery,
    good: {
      id: 'bkg_01kb7m',
      email: 'ada@example.com',
      mobile: '+1 (555) 010-0123',
      company: 'example-crates',
      consultant: 'robin',
      date: '2026-11-24',
      limit: '50',
      cursor: 'cGVyXzE',
    },
    optional: ['id', 'email', 'mobile', 'company', 'consultant', 'date', 'limit', 'cursor'],
    bad: {
      id: ['', 'bkg', '01kb7m', 'bkg_01KB7M', 'BKG_01', `bkg_${'0'.repeat(27)}`, 'bkg_0#0', 'BOOKING#bkg_0'],
      email: mails,
      mobile: mobiles,
      company: companyIds,
      consultant: line(60),
      date: dates,
      limit: limits,
      cursor: line(200),
    },
  },
  joinedBody: {
    schema: desk.joinedBody,
    good: { joinedAt: '2026-11-24T15:02:00Z', revision: 1 },
    optional: ['joinedAt', 'revision'],
    bad: { joinedAt: instants },
  },
  completeBody: { schema: desk.completeBody, good: { revision: 7 }, optional: ['revision'] },
  reasonBody: {
    schema: desk.reasonBody,
    good: { reason: 'Robin is ill', revision: 2 },
    optional: ['revision'],
    bad: { reason: prose(500) },
  },
  moveBody: {
    schema: desk.moveBody,
    good: { start: '2026-11-24T15:00:00Z', reason: 'Robin is ill', revision: 2 },
    optional: ['revision'],
    bad: { start: instants, reason: prose(500) },
  },
  companyBody: {
    schema: desk.companyBody,
    good: {
      id: 'example-crates',
      name: 'Example Crates',
      planUntil: '2027-12-31',
      afterHours: true,
      code: 'DEMO-2026',
    },
    optional: ['afterHours', 'code'],
    bad: { id: companyIds, name: line(200), planUntil: dates, code: [...line(40), '-', ' – '] },
  },
  companyChangesBody: {
    schema: desk.companyChangesBody,
    good: { name: 'Example Crates', planUntil: '2027-12-31', afterHours: false },
    optional: ['name', 'planUntil', 'afterHours'],
    bad: { name: line(200), planUntil: dates },
  },
  contestBody: {
    schema: standing.contestBody,
    good: { text: 'I was there.\nNobody let me in.' },
    bad: { text: prose(2000) },
  },
  approveBody: {
    schema: standing.approveBody,
    good: { reason: 'A good customer', revision: 1 },
    optional: ['reason', 'revision'],
    bad: { reason: prose(500) },
  },
  standingQuery: {
    schema: standing.standingQuery,
    good: { company: 'example-crates' },
    optional: ['company'],
    bad: { company: companyIds },
  },
  personRulingBody: {
    schema: standing.personRulingBody,
    good: { company: 'example-crates', decision: 'block', until: '2026-12-24T15:00:00Z', reason: 'Rude' },
    optional: ['company', 'until'],
    bad: {
      company: companyIds,
      decision: ['', 'blocked', 'nothing', 'approval', '__proto__'],
      until: instants,
      reason: prose(500),
    },
  },
  companyRulingBody: {
    schema: standing.companyRulingBody,
    good: { decision: 'approval', until: '2026-12-24T15:00:00Z', reason: 'Too many changes', seen: 0 },
    optional: ['until', 'seen'],
    bad: { decision: ['', 'lift', 'payment', 'toString'], until: instants, reason: prose(500) },
  },
  allowMailBody: {
    schema: standing.allowMailBody,
    good: { reason: 'They asked us to' },
    bad: { reason: prose(500) },
  },
  eraseBody: { schema: standing.eraseBody, good: { reason: 'Asked us to' }, bad: { reason: prose(500) } },
  boardQuery: {
    schema: deskBoard.boardQuery,
    good: { date: '2026-12-01', days: '7' },
    optional: ['date', 'days'],
    bad: { date: ['2026-02-30'], days: ['0', '8', '1.5', 'week'] },
  },
  hoursQuery: {
    schema: deskHours.hoursQuery,
    good: { from: '2026-11-24', to: '2026-12-24' },
    bad: { from: dates, to: dates },
  },
  hoursBody: {
    schema: deskHours.hoursBody,
    good: {
      kind: 'off',
      from: '2026-11-24T15:00:00Z',
      to: '2026-11-24T10:15:00-05:00',
      reason: 'Training',
      dryRun: true,
    },
    optional: ['dryRun'],
    bad: { kind: ['', 'Off', 'holiday'], from: instants, to: instants, reason: prose(500) },
  },
  feedBody: { schema: deskHours.feedBody, good: { seen: 1 } },
  webhookBody: {
    schema: webhooks.webhookBody,
    good: { url: 'https://crm.example.com/hooks', description: 'The CRM', types: ['booking.moved'] },
    bad: { url: line(500), description: line(100) },
  },
  secretBody: { schema: webhooks.secretBody, good: { revision: 2 }, optional: ['revision'] },
  replayBody: {
    schema: webhooks.replayBody,
    good: { since: '2026-11-24T15:00:00Z' },
    bad: { since: instants },
  },
  snsEnvelope: {
    schema: snsEnvelope,
    open: true,
    good: {
      Type: 'Notification',
      MessageId: '8ddd37b1-7e2c-5a3b-9c5b-6a0f2d0d3c11',
      TopicArn: 'arn:aws:sns:us-east-1:123456789012:texts',
      Message: '{}',
      Timestamp: '2026-11-24T15:05:00.000Z',
      SignatureVersion: '2',
      Signature: 'c2lnbmF0dXJl',
      SigningCertURL: 'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem',
      Subject: 'A text',
      Token: 'token',
      SubscribeURL: 'https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription',
    },
    optional: ['Subject', 'Token', 'SubscribeURL'],
    bad: {
      Type: ['notification', 'Everything', ''],
      SignatureVersion: ['1', '3', ''],
      Timestamp: ['', 'now', '2026-11-24', '2026-11-24T15:05:00+01:00'],
      Message: ['x'.repeat(262_145)],
      Signature: ['x'.repeat(262_145)],
    },
  },
};

/** Every path to a field of an example, objects included: `attendee`, `attendee.name`. */
export function pathsOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = prefix + key;
    return typeof inner === 'object' && inner !== null
      ? [path, ...pathsOf(inner as object, `${path}.`)]
      : [path];
  });
}

/** The example with one field replaced; left out where `value` is undefined. */
export function changedAt(good: object, path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(good) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const target = keys.reduce((object, key) => object[key] as Record<string, unknown>, copy);
  if (value === undefined) Reflect.deleteProperty(target, last);
  else Object.defineProperty(target, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}
