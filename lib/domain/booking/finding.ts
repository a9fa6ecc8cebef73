import type { MailLoss } from '../mailbox.ts';
import type { ApprovalReason, Changer, NoShowReason, Evidence as Presence } from './booking.ts';
import type { EventOf } from './events.ts';

/** What became of a booking in the end, or where it stands. */
export type Conclusion =
  | 'waits-for-approval'
  | 'open'
  | 'took-place'
  | 'cancelled'
  | 'declined'
  | 'expired'
  | 'no-show-counts'
  | 'no-show-excused';

/** How the question at the check-in fared. */
export type TextFate = 'delivered' | 'failed' | 'sent' | 'withheld' | 'not-sent';

/**
 * A thing that the record shows, in the order in which it came to be; the first says what all of it comes to. Instants
 * (ms) are those that count: when somebody said or did it, not when we learnt of it.
 */
export type Finding =
  | { readonly is: Conclusion }
  | {
      readonly is: 'booked';
      readonly at: number;
      readonly start: number;
      readonly free: boolean;
      /** Who of our staff booked it, where they did. */
      readonly staffId?: string;
    }
  | { readonly is: 'approval-needed'; readonly because: ApprovalReason; readonly decideBy: number }
  | { readonly is: 'approved-by-staff' | 'declined-by-staff'; readonly at: number; readonly staffId: string }
  | { readonly is: 'nobody-decided'; readonly at: number }
  | {
      readonly is: 'moved';
      readonly at: number;
      readonly by: Changer;
      readonly from: number;
      readonly to: number;
    }
  | { readonly is: 'given-back'; readonly at: number; readonly by: Changer }
  | { readonly is: 'reminded'; readonly times: number }
  | { readonly is: 'number-lost' | 'number-back'; readonly at: number }
  | { readonly is: 'mail-lost'; readonly at: number; readonly reason: MailLoss }
  | { readonly is: 'mail-back'; readonly at: number }
  | { readonly is: 'asked'; readonly at: number; readonly fate: TextFate }
  | { readonly is: 'answered'; readonly at: number }
  | { readonly is: 'warned'; readonly at: number; readonly start: number }
  | { readonly is: 'joined'; readonly at: number; readonly evidence: Presence }
  | {
      readonly is: 'no-show';
      readonly reason: NoShowReason;
      /** When the session was closed, or the late notice was given. */
      readonly at: number;
      readonly start: number;
      /** By how many minutes before the start notice was asked for, as the policy stands in this very record. */
      readonly noticeMinutes: number;
      /** Who of our staff closed it, where they did. */
      readonly staffId?: string;
    }
  | {
      readonly is: 'taken-back';
      readonly because: EventOf<'no-show-reversed'>['because'];
      readonly at: number;
    }
  | { readonly is: 'contested'; readonly at: number }
  | {
      readonly is: 'contest-rejected' | 'excused' | 'join-withdrawn' | 'reopened';
      readonly at: number;
      readonly staffId: string;
    }
  | {
      readonly is: 'block-started' | 'block-shared';
      readonly since: number;
      readonly until: number;
      /** How it ended before its time. */
      readonly ended?: { readonly at: number; readonly by: 'payment' | 'staff' };
    }
  | { readonly is: 'completed'; readonly at: number }
  | { readonly is: 'erased'; readonly at: number };
