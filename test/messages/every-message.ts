import type { Consequence, MailKind, PhoneTextKind, TextKind } from '../../lib/messages/facts.ts';
import { HOUR, MINUTE, START } from './booking-facts.ts';

export const LEADING_TO_A_SESSION: readonly MailKind[] = [
  { kind: 'confirmed' },
  { kind: 'confirmed', byStaff: true, reason: 'Robin is ill' },
  { kind: 'approved' },
  { kind: 'moved', previousStart: START - 25 * HOUR },
  { kind: 'reminder', hoursBefore: 24 },
  { kind: 'reminder', hoursBefore: 2 },
];

export const WANTED = { because: 'late-notices', decideBy: START - 4 * HOUR } as const;

/** What awaits a person's word, or never got it: there is no session yet, or never was. */
export const WITHOUT_A_SESSION: readonly MailKind[] = [
  { kind: 'requested', ...WANTED },
  { kind: 'requested', because: 'company', decideBy: WANTED.decideBy },
  { kind: 'moved', previousStart: START - 25 * HOUR, wanted: WANTED },
  { kind: 'moved', previousStart: START - 25 * HOUR, wanted: WANTED, byStaff: true, reason: 'Robin is ill' },
  { kind: 'cancelled', wasRequest: true },
  { kind: 'cancelled', wasRequest: true, byStaff: true, reason: 'Robin is ill' },
  { kind: 'declined', reason: 'Please send the log first' },
  { kind: 'approval-expired' },
];

const FIRST: Consequence = { counted: 1, limit: 2, months: 6, days: 60 };
export const UNTIL = START + 60 * 24 * HOUR;

/** The consequences that a no-show can have, from the least to the most. */
export const CONSEQUENCES = {
  first: FIRST,
  blocking: {
    ...FIRST,
    counted: 2,
    block: {
      until: UNTIL,
      missed: [{ start: START - 40 * 24 * HOUR }, { start: START }],
      fee: { amount: 100, currency: 'USD' },
    },
  },
  late: { ...FIRST, approval: { lateNotices: 3, until: START + 181 * 24 * HOUR } },
} as const satisfies Record<string, Consequence>;

const ABSENT = { kind: 'no-show', closedAt: START + 15 * MINUTE, reason: 'absent' } as const;

/** Every mail there is, each in the form that says most. */
export const EVERY_MAIL: readonly MailKind[] = [
  ...LEADING_TO_A_SESSION,
  ...WITHOUT_A_SESSION,
  { kind: 'cancelled', reason: 'No longer needed' },
  { kind: 'cancelled', byStaff: true, reason: 'Robin is ill' },
  { kind: 'moved', previousStart: START - 25 * HOUR, byStaff: true, reason: 'Robin is ill' },
  { kind: 'no-show', closedAt: START + 15 * MINUTE, askedAt: START + 5 * MINUTE, reason: 'absent' },
  { kind: 'no-show', closedAt: START + 15 * MINUTE, reason: 'absent' },
  { kind: 'no-show', closedAt: START + HOUR, reason: 'never_joined_after_keeping_open' },
  { kind: 'no-show', closedAt: START - 20 * MINUTE, reason: 'late_notice' },
  { kind: 'no-show', closedAt: START + 6 * MINUTE, reason: 'late_notice' },
  { kind: 'no-show-reversed', because: 'answered', sessionOpen: true },
  { kind: 'no-show-reversed', because: 'joined', sessionOpen: false },
  { kind: 'no-show-reversed', because: 'cancelled', sessionOpen: false },
  { kind: 'no-show-excused' },
  ...Object.values(CONSEQUENCES).map((consequence): MailKind => ({ ...ABSENT, consequence })),
  { kind: 'no-show-excused', relief: { unblocked: true, unstruck: true } },
  { kind: 'no-show-excused', relief: { unblocked: true, unstruck: false } },
  { kind: 'no-show-excused', relief: { unblocked: false, unstruck: true, blockedUntil: UNTIL } },
  {
    kind: 'no-show-reversed',
    because: 'joined',
    sessionOpen: true,
    relief: { unblocked: true, unstruck: true },
  },
  { kind: 'contest-rejected', reason: 'The meeting shows nobody' },
  { kind: 'mobile-lost', reason: 'opted-out' },
  { kind: 'mobile-lost', reason: 'refused' },
  { kind: 'mobile-lost', reason: 'withheld' },
  { kind: 'mobile-restored' },
];

export const STAGES = ['early', 'late', 'asked', 'idle'] as const;
export const INTENTS = ['coming', 'cannot', 'move'] as const;

/** As long as such a link gets: the host of a company and the token of a booking. */
export const MOVE_URL = `https://sessions.support.example.com/manage/bkg_01k9x7m3v8q2t4w6y8z0a2c4e6.${'x'.repeat(22)}?by=text`;

/** Every text about a booking but the one with a link to move it, which has rules of its own. */
export const EVERY_SHORT_TEXT: readonly TextKind[] = [
  { kind: 'mail-bounced' },
  { kind: 'check-in' },
  { kind: 'kept-open' },
  { kind: 'closed' },
  { kind: 'no-show-reversed', sessionOpen: true },
  { kind: 'no-show-reversed', sessionOpen: false },
  { kind: 'cancelled' },
  { kind: 'late-notice-warning' },
  { kind: 'given-up' },
  { kind: 'expected' },
  { kind: 'joined' },
  ...STAGES.flatMap((stage): TextKind[] => [
    { kind: 'move-too-late', stage },
    { kind: 'help', stage },
    { kind: 'unclear', stage },
  ]),
  { kind: 'too-late', ended: 'cancelled' },
  { kind: 'too-late', ended: 'completed' },
  { kind: 'too-late', ended: 'absent' },
  { kind: 'too-late', ended: 'late_notice' },
  { kind: 'too-late', ended: 'never_joined_after_keeping_open' },
];

export const EVERY_TEXT: readonly TextKind[] = [
  ...EVERY_SHORT_TEXT,
  { kind: 'move-link', url: MOVE_URL, until: START - 30 * MINUTE },
];

/** Every text to a number but those that ask which session is meant. */
export const EVERY_PHONE_TEXT: readonly PhoneTextKind[] = [
  { kind: 'no-session' },
  { kind: 'help' },
  { kind: 'welcome-back' },
];
