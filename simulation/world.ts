/**
 * What can be seen of a cloud from outside, in plain words of its own: none of the product's types, so that what is
 * checked against it is worked out apart from the product. All instants are in ms.
 */
export interface World {
  /** When it was looked at. */
  readonly at: number;
  /** IANA zone of the deployment. */
  readonly zone: string;
  /** Where our staff read mail. */
  readonly staffMail: string;
  readonly bookings: readonly SeenBooking[];
  readonly claims: readonly SeenClaim[];
  readonly cells: readonly SeenCell[];
  readonly hours: readonly SeenHours[];
  readonly mails: readonly SeenMail[];
  readonly texts: readonly SeenText[];
  readonly timers: readonly SeenTimer[];
  readonly queued: readonly { readonly queue: string; readonly body: unknown }[];
  readonly standings: readonly SeenStanding[];
  readonly rulings: readonly SeenRuling[];
  readonly accounts: readonly SeenAccount[];
  readonly companies: readonly SeenCompany[];
  readonly webhooks: readonly SeenWebhook[];
  readonly posts: readonly SeenPost[];
  readonly deliveries: readonly SeenDelivery[];
  /** What was shown to whom once all was over. */
  readonly pages: readonly SeenPage[];
  readonly secrets: readonly SeenSecret[];
  /** The faults that struck. */
  readonly strikes: readonly Strike[];
}

/** A fault that struck, and what. */
export interface Strike {
  readonly at: number;
  readonly kind: string;
  readonly how: string;
  /** As the cloud names it: showup-dev-on-event, or its logical id. */
  readonly function?: string;
  /** As in IAM. */
  readonly action?: string;
}

export interface SeenBooking {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly revision: number;
  readonly start: number;
  readonly end: number;
  readonly consultant: string;
  readonly email: string;
  readonly name: string;
  readonly mobile?: string;
  readonly company?: string;
  readonly excused: boolean;
  readonly erased: boolean;
  readonly due: readonly { readonly kind: string; readonly at: number }[];
  /** Oldest first. */
  readonly history: readonly Happened[];
}

/** An event's row. Which of the fields there are depends on its type. */
export interface Happened {
  readonly number: number;
  /** The booking's version after it. */
  readonly version: number;
  readonly type: string;
  readonly at: number;
  readonly by?: string;
  readonly staffId?: string;
  readonly start?: number;
  readonly previousStart?: number;
  readonly minutes?: number;
  readonly consultantId?: string;
  readonly kind?: string;
  readonly stamp?: number;
  readonly evidence?: string;
  readonly reason?: string;
  readonly because?: string;
  readonly closesAt?: number;
  readonly answer?: string;
  readonly answeredAt?: number;
  readonly mobileLost?: string;
  readonly beside?: boolean;
  /** Whether the event names cells that it keeps busy. */
  readonly holds: boolean;
  /** Whether a person's word was needed. */
  readonly approval: boolean;
  readonly price?: unknown;
}

/** A claim on an effect: who sends what for which event. */
export interface SeenClaim {
  readonly owner: string;
  /** The event's number and what it is, such as `3.mail`. */
  readonly effect: string;
  readonly doneAt?: number;
  readonly leaseUntil?: number;
  readonly receipt?: string;
}

/** A quarter of an hour of a consultant's calendar. */
export interface SeenCell {
  readonly consultant: string;
  readonly from: number;
  /** How many sessions hold it. */
  readonly held: number;
  /** How many times off close it. */
  readonly closed: number;
}

export interface SeenHours {
  readonly consultant: string;
  readonly kind: 'off' | 'extra';
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly removedAt?: number;
}

export interface SeenMail {
  readonly at: number;
  readonly to: string;
  /** Its Message-ID without the domain: the owner of the effect, a dot, and the effect. */
  readonly messageId: string;
  readonly subject: string;
  /** Text, HTML and all parts that are text. */
  readonly content: string;
  /** The start that its calendar part says. */
  readonly calendarStart?: number;
}

export interface SeenText {
  readonly id: string;
  readonly at: number;
  readonly direction: 'in' | 'out';
  /** The person's number. */
  readonly phone: string;
  readonly body: string;
}

export interface SeenTimer {
  readonly name: string;
  readonly at: number;
}

/** Where somebody stands, as the desk's API says it. */
export interface SeenStanding {
  readonly email: string;
  readonly company?: string;
  /** The ids of the bookings whose no-shows count today. */
  readonly noShows: readonly string[];
  readonly blockedUntil?: number;
}

/** What our staff decided on a person. */
export interface SeenRuling {
  readonly email: string;
  readonly company?: string;
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  readonly until?: number;
}

/** Somebody who can sign in, or could. */
export interface SeenAccount {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** The id of their company; our staff have none. */
  readonly company?: string;
  readonly level?: string;
}

export interface SeenCompany {
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

/** Another system that is told what happens. */
export interface SeenWebhook {
  readonly id: string;
}

/** What another system was posted, and took. */
export interface SeenPost {
  readonly at: number;
  /** The same for every try at the same event. */
  readonly id: string;
  readonly type: string;
  /** The id of the booking that it is about. */
  readonly booking: string;
  readonly body: string;
  /** Whether its signature is right, and made when it was posted. */
  readonly signed: boolean;
}

/** An event on its way to a webhook, as our staff see it listed. */
export interface SeenDelivery {
  readonly event: string;
  readonly state: string;
}

/** What somebody was answered who asked for a page, or for the same as data. */
export interface SeenPage {
  /** Its name in the product's list of routes. */
  readonly route: string;
  /** What was asked for, with the query. */
  readonly path: string;
  readonly by: Viewer;
  readonly about: Subject;
  /** Whether it is theirs to see. */
  readonly may: boolean;
  /** 0 where the connection broke. */
  readonly status: number;
  /** The body, and where it sends them. */
  readonly content: string;
}

/** Who looks: nobody is signed in; a link of a booking's mail is followed; somebody is signed in. */
export type Viewer =
  | { readonly as: 'stranger' | 'staff' }
  | { readonly as: 'holder'; readonly booking: string }
  | { readonly as: 'member'; readonly email: string };

/** Whom or what a page is about. Data of anybody else has no place on it. */
export type Subject =
  /** `posts`: of what is told of bookings, and not of whom. */
  | { readonly of: 'nobody' | 'waiting' | 'posts' }
  | { readonly of: 'booking' | 'company' | 'consultant'; readonly id: string }
  | { readonly of: 'person'; readonly email: string }
  | { readonly of: 'days'; readonly from: number; readonly until: number };

/** What opens something to whoever knows it. */
export interface SeenSecret {
  readonly what: string;
  readonly value: string;
  /** The consultant whose pages at the desk tell it. */
  readonly consultant?: string;
}
