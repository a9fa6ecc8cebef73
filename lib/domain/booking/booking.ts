import type { CellRange } from '../calendar/cells.ts';
import type { Price } from '../catalogue.ts';
import type { LanguageCode } from '../language.ts';
import type { MailLoss } from '../mailbox.ts';
import type { Meaning } from '../reply.ts';
import type { Timer } from './timer.ts';

export type BookingStatus = 'pending' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'no_show';

/** What is agreed when a session is booked. Instants are milliseconds since the epoch, UTC. */
export interface Terms {
  /** Id of the session type. */
  readonly sessionType: string;
  readonly minutes: number;
  readonly start: number;
  /** IANA zone of the attendee. */
  readonly timeZone: string;
  readonly attendee: Attendee;
  readonly companyId?: string;
  /** Who of the members it is for, where that was known. */
  readonly personId?: string;
  /** Absent when the session is free. */
  readonly price?: Price;
  readonly topic?: string;
  readonly release?: string;
  /** What the attendee is written to in; English where absent. */
  readonly language?: LanguageCode;
}

/** A booking as its events leave it. */
export interface Booking extends Terms {
  readonly id: string;
  readonly status: BookingStatus;
  /** Starts at 1, rises by one at every reschedule. Timers and calendar parts carry it. */
  readonly version: number;
  /** How many events made this row; the next event's number is one more. */
  readonly revision: number;
  readonly end: number;
  readonly consultantId: string;
  readonly attendance?: Attendance;
  readonly checkIn?: CheckIn;
  readonly outcome?: Outcome;
  readonly cancelled?: Cancellation;
  /** Whose word it needs, or needed, before it stands. */
  readonly approval?: Approval;
  /** Set while the mobile number can't be texted: the session goes by the rules of those without one. */
  readonly mobileLost?: MobileLost;
  /** Set while mail doesn't reach the attendee, and since when that is known here (ms). */
  readonly mailLost?: { readonly at: number; readonly reason: MailLoss };
  /** The last that was understood of what the attendee texted about this session. */
  readonly heard?: Heard;
  /** When somebody who can't come was told that it counts as a no-show, and was asked once more (ms). */
  readonly warnedAt?: number;
  /** Until when the link of a text moves the session, where that is later than usual (ms). */
  readonly moveUntil?: number;
  /** When it closes, where a join that was withdrawn moved that (ms). */
  readonly closesAt?: number;
  /** True while it lies where our staff put it, beside or over another session. */
  readonly beside?: true;
  /** The consultant's cells that this booking keeps busy; none once it is cancelled. */
  readonly holds?: CellRange;
  /** Timers that are still to come. */
  readonly due: readonly Timer[];
  /** True after a help text, until something else happens: unclear texts are answered once, then with silence. */
  readonly helped?: boolean;
  /** The last note, until something else happens: the same again is met with silence. */
  readonly noted?: Note;
  /**
   * What people wrote, by the number of the event that it came with. Kept here and not in the events' rows, which are
   * never changed: whoever is erased takes their words along.
   */
  readonly words?: Readonly<Record<string, string>>;
  /** Set once the attendee's identity was erased (ms). */
  readonly erasedAt?: number;
  /** Id of who of our staff booked it, where they did: at any time, and whatever its attendee's standing. */
  readonly bookedBy?: string;
  readonly createdAt: number;
}

export interface Attendee {
  readonly name: string;
  readonly email: string;
  /** E.164. */
  readonly mobile?: string;
}

/** How somebody's presence came to be known: by their link, from our staff, or from the meeting's provider. */
export type Evidence = 'link' | 'staff' | 'provider';

export interface Attendance {
  readonly joinedAt: number;
  readonly evidence: Evidence;
  /** Id of who of our staff says so, where that is the evidence. */
  readonly staffId?: string;
}

export interface CheckIn {
  readonly askedAt?: number;
  readonly answeredAt?: number;
  readonly answer?: 'keep';
}

/** Why a mobile number can't be texted: its owner opted out, the service won't, or a limit was reached. */
export const mobileLosses = ['opted-out', 'refused', 'withheld'] as const;
export type MobileLoss = (typeof mobileLosses)[number];

export interface MobileLost {
  readonly at: number;
  readonly reason: MobileLoss;
  /** When the session closes, where whoever waits had been told a later time already (ms). */
  readonly closesAt?: number;
}

/** What an attendee can say of a session by text. */
export type Intent = Extract<Meaning, 'coming' | 'cannot' | 'move'>;

export interface Heard {
  /** When it was said (ms). */
  readonly stamp: number;
  readonly intent: Intent;
}

/** What a text that changed nothing is answered with. */
export const notes = [
  'help',
  'unclear',
  'expected',
  'move-link',
  'move-too-late',
  'joined',
  'too-late',
] as const;
export type Note = (typeof notes)[number];

export type NoShowReason = 'absent' | 'late_notice' | 'never_joined_after_keeping_open';

export interface Outcome {
  readonly reason: NoShowReason;
  readonly at: number;
  /** Id of who of our staff recorded it, where they did. */
  readonly staffId?: string;
  readonly excused?: Excusal;
  readonly contest?: Contest;
}

/** The attendee says that it was none, or why. */
export interface Contest {
  readonly at: number;
  readonly text: string;
  /** Our staff have read it, and the no-show stays as it is. */
  readonly rejected?: Excusal;
}

/** Why a booking needs a person's word: its attendee gave late notice too often, or our staff decided so of the company. */
export type ApprovalReason = 'late-notices' | 'company';

export interface Approval {
  readonly because: ApprovalReason;
  /** When it is too late for a decision, and the booking ends (ms). */
  readonly decideBy: number;
  readonly approved?: { readonly at: number; readonly by: string };
}

/** A no-show stays one, but doesn't count. MISSION: "the record says who did, when and why". */
export interface Excusal {
  /** Id of who of our staff excused it. */
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

export interface Cancellation {
  readonly at: number;
  readonly by: Changer;
  /** Id of who of our staff did it, where they did. */
  readonly staffId?: string;
  readonly reason?: string;
}

/** By what the holder of a booking changes it. */
export type Channel = 'link' | 'text';

/** Who changed a booking: its holder by one of the channels, our staff, or `showup`, the system itself. */
export type Changer = Channel | 'staff' | 'showup';

/** The number that the attendee is texted at, while that is possible. */
export function textableMobile({ attendee, mobileLost }: Booking): string | undefined {
  return mobileLost === undefined ? attendee.mobile : undefined;
}

/** Whether the session is over, in whatever way: nothing can be changed any more. */
export function isOver({ status }: Booking): boolean {
  return status === 'completed' || status === 'cancelled' || status === 'no_show';
}

/** Whether it waits for a person's word: until then nobody is reminded, texted or let in. */
export function isPending({ status }: Booking): boolean {
  return status === 'pending';
}

/** Since when it is agreed (ms): since it was booked or, where it needed a person's word, approved. Undefined without it. */
export function agreedAt({ createdAt, approval }: Booking): number | undefined {
  return approval === undefined ? createdAt : approval.approved?.at;
}

/** Whether our staff still have to decide on what its attendee says of the no-show. */
export function isContested({ status, outcome, erasedAt }: Booking): boolean {
  const undecided = outcome?.excused === undefined && outcome?.contest?.rejected === undefined;
  return status === 'no_show' && outcome?.contest !== undefined && undecided && erasedAt === undefined;
}
