import type { MailKind, TextKind } from '../../lib/messages/facts.ts';
import { HOUR, MINUTE, START } from './booking-facts.ts';

export const LEADING_TO_A_SESSION: readonly MailKind[] = [
  { kind: 'confirmed' },
  { kind: 'moved', previousStart: START - 25 * HOUR },
  { kind: 'reminder', hoursBefore: 24 },
  { kind: 'reminder', hoursBefore: 2 },
];

/** Every mail there is, each in the form that says most. */
export const EVERY_MAIL: readonly MailKind[] = [
  ...LEADING_TO_A_SESSION,
  { kind: 'cancelled', reason: 'No longer needed' },
  { kind: 'no-show', closedAt: START + 15 * MINUTE, askedAt: START + 5 * MINUTE, reason: 'absent' },
  { kind: 'no-show', closedAt: START + 15 * MINUTE, reason: 'absent' },
  { kind: 'no-show', closedAt: START + HOUR, reason: 'never_joined_after_keeping_open' },
  { kind: 'no-show', closedAt: START - 20 * MINUTE, reason: 'late_notice' },
  { kind: 'no-show-reversed', because: 'answered', sessionOpen: true },
  { kind: 'no-show-reversed', because: 'joined', sessionOpen: false },
];

export const EVERY_TEXT: readonly TextKind[] = [
  { kind: 'check-in' },
  { kind: 'kept-open' },
  { kind: 'closed' },
  { kind: 'no-show-reversed', sessionOpen: true },
  { kind: 'no-show-reversed', sessionOpen: false },
  { kind: 'help', open: true },
  { kind: 'help', open: false },
  { kind: 'too-late', status: 'cancelled' },
  { kind: 'too-late', status: 'completed' },
  { kind: 'too-late', status: 'no_show' },
  { kind: 'too-early' },
];
