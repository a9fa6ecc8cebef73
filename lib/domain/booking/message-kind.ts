import type { BookingEvent } from './events.ts';

type Kinds = Readonly<Partial<Record<BookingEvent['type'], string>>>;

const mails: Kinds = {
  booked: 'confirmed',
  rescheduled: 'moved',
  cancelled: 'cancelled',
  'reminder-due': 'reminder',
  'mobile-lost': 'mobile-lost',
  'mobile-restored': 'mobile-restored',
  'no-show-recorded': 'no-show',
  'no-show-reversed': 'no-show-reversed',
  'no-show-excused': 'no-show-excused',
  approved: 'approved',
  declined: 'declined',
  'approval-expired': 'approval-expired',
  'contest-rejected': 'contest-rejected',
};

const texts: Kinds = {
  'check-in-asked': 'check-in',
  'mail-lost': 'mail-bounced',
  'check-in-answered': 'kept-open',
  'late-notice-warned': 'late-notice-warning',
  cancelled: 'cancelled',
  'no-show-reversed': 'no-show-reversed',
};

/**
 * What a message was, given the event that led to it and the name of its effect. What others than the attendee were
 * told, our staff or the company's Primaries, is called as the effect is.
 */
export function messageKind(event: BookingEvent, effect: string): string {
  if (effect === 'mail') return mailKind(event);
  return effect === 'text' ? textKind(event) : (effect.split('.')[0] ?? effect);
}

function mailKind(event: BookingEvent): string {
  if (event.type === 'booked' && event.approval !== undefined) return 'requested';
  return mails[event.type] ?? event.type;
}

function textKind(event: BookingEvent): string {
  if (event.type === 'reply-noted') return event.answer ?? 'reply-noted';
  if (event.type === 'no-show-recorded') return event.notice === undefined ? 'closed' : 'given-up';
  if (event.type === 'no-show-reversed' && event.because === 'cancelled') return 'cancelled';
  return texts[event.type] ?? event.type;
}
