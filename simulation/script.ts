import type { Fault } from '../local/hostile/fault.ts';

/**
 * A run of the simulation as plain data: everything that is random is drawn before it, so that a script replays, and
 * stays a script when items are left out.
 */
export interface Script {
  readonly seed: number;
  /** The instant at which the cloud starts (ISO 8601). */
  readonly start: string;
  readonly cast: Cast;
  /** In the order of their instants. */
  readonly acts: readonly Act[];
  readonly faults: readonly Fault[];
}

/** Who there is at the start, put into the table by stage.ts. */
export interface Cast {
  readonly companies: readonly CastCompany[];
  readonly people: readonly CastPerson[];
  /** Whether another system is posted all that is told of bookings. */
  readonly webhook?: true;
}

export interface CastCompany {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly afterHours: boolean;
}

export interface CastPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** E.164. */
  readonly mobile?: string;
  /** The id of their company; guests and staff have none. */
  readonly company?: string;
  /** Whether they have an account; guests have none. */
  readonly account: 'none' | 'member' | 'staff';
  /** Whether the account has a password. */
  readonly signsIn?: true;
  /** Of a member; basic unless given. */
  readonly level?: 'basic' | 'manager' | 'primary';
}

/**
 * Something a person does at an instant (`at`, ms). Ids are stable under shrinking. `booking` is the id of the act that
 * made the booking. Neighbours with the same `burst` and instant happen at once.
 */
export type Act = ActBase & Deed;

interface ActBase {
  readonly id: string;
  readonly at: number;
  readonly burst?: string;
}

export type Deed =
  | Book
  | Move
  | Cancel
  | Join
  | Contest
  | SignIn
  | NewPassword
  | Text
  | StaffOnBooking
  | StaffBook
  | StaffOnPerson
  | StaffOnCompany
  | Hours
  | RotateKeys
  | MailFeedback;

export interface Book {
  readonly do: 'book';
  /** The id of a person of the cast. */
  readonly who: string;
  readonly sessionType: string;
  /** ms. */
  readonly start: number;
  /** The idempotency key. */
  readonly key: string;
  /** Whether they give their mobile number. */
  readonly mobile: boolean;
  /** Whether they give their company's code. */
  readonly code: boolean;
  readonly locale: 'en' | 'de';
  /** How often the same request is made again with the same key. */
  readonly repeats?: number;
  /** The page's form instead of the API. */
  readonly byPage?: boolean;
}

/** By the link of the mail. */
export interface Move {
  readonly do: 'move';
  readonly booking: string;
  readonly start: number;
}

export interface Cancel {
  readonly do: 'cancel';
  readonly booking: string;
}

export interface Join {
  readonly do: 'join';
  readonly booking: string;
  /** The link's API, the page's form, or the provider of the meetings, told again `repeats` times. */
  readonly by: 'link' | 'page' | 'provider';
  /** For the provider: how long after the join it tells of it (ms). */
  readonly lateBy?: number;
  readonly repeats?: number;
}

export interface Contest {
  readonly do: 'contest';
  readonly booking: string;
  readonly reason: string;
}

/** By the site's own page; then they look at their own, and may cancel a session there and sign out. */
export interface SignIn {
  readonly do: 'sign-in';
  readonly who: string;
  readonly password: 'right' | 'wrong';
  /** The id of the act that made the booking. */
  readonly cancels?: string;
  readonly leaves?: boolean;
}

/** They ask for a link, set another password by it, and try both. */
export interface NewPassword {
  readonly do: 'new-password';
  readonly who: string;
}

/** A text from a phone to our number. */
export interface Text {
  readonly do: 'text';
  /** E.164; may be nobody's. */
  readonly from: string;
  readonly body: string;
  /** How often the carrier brings it once more. */
  readonly duplicated?: number;
  /** How long the carrier takes (ms). */
  readonly lateBy?: number;
}

/** Staff do something to a booking at the desk. */
export interface StaffOnBooking {
  readonly do:
    | 'staff-attend'
    | 'staff-complete'
    | 'staff-no-show'
    | 'staff-excuse'
    | 'staff-approve'
    | 'staff-refuse'
    | 'staff-reject'
    | 'staff-withdraw-join'
    | 'staff-reopen'
    | 'staff-cancel'
    | 'staff-move';
  readonly booking: string;
  /** staff-move only (ms). */
  readonly start?: number;
}

/** Staff book an emergency appointment. */
export interface StaffBook {
  readonly do: 'staff-book';
  readonly who: string;
  readonly sessionType: string;
  readonly consultant: string;
  readonly start: number;
  readonly beside: boolean;
  readonly key: string;
}

export interface StaffOnPerson {
  readonly do: 'staff-block' | 'staff-lift' | 'staff-pay';
  readonly who: string;
  /** staff-block only: for how long. */
  readonly days?: number;
}

/** Staff decide that a company's bookings wait for approval, or that nothing is against it any more. */
export interface StaffOnCompany {
  readonly do: 'staff-company';
  readonly company: string;
  readonly decision: 'nothing' | 'approval';
  /** How long an approval is needed for. */
  readonly days?: number;
}

export interface Hours {
  readonly do: 'time-off' | 'extra-hours';
  readonly consultant: string;
  /** ms. */
  readonly from: number;
  readonly until: number;
}

export interface RotateKeys {
  readonly do: 'rotate-keys';
  readonly which: 'links' | 'attendance';
}

/** From then on somebody's mail comes back, or they complain of it, or it arrives again. */
export interface MailFeedback {
  readonly do: 'mail-feedback';
  readonly who: string;
  readonly what: 'bounces' | 'complains' | 'works';
}

/** What an act was answered: the log of a run, in the order of the acts. */
export interface Logged {
  readonly act: Act;
  /** Virtual instants (ms) before it and after everything had settled. */
  readonly begun: number;
  readonly settled: number;
  /** Each attempt's answer, the last one last; a person or client tries again after 500, 502, 503, 504. */
  readonly answers: readonly Answered[];
  /** The booking it made or was about, where there was one. */
  readonly bookingId?: string;
  /** Why it was not done at all: the booking it is about was never made, for instance. */
  readonly skipped?: string;
}

export interface Answered {
  readonly method: string;
  readonly path: string;
  /** 0 where the connection broke. */
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** A promise of the product that a run broke. */
export interface Violation {
  /** Name of the invariant, the same for every breach of it. */
  readonly invariant: string;
  readonly sentence: string;
  /** The booking that it is about, where it is about one. */
  readonly bookingId?: string;
}
