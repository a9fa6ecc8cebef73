/** A text in either direction. `at` is ISO 8601 in UTC: when it was sent. */
export interface Text {
  readonly id: string;
  readonly at: string;
  readonly direction: 'out' | 'in';
  /** The person's number, E.164. */
  readonly phone: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly fate: Fate;
}

/** How a text ends: on the phone, or kept from it for good. */
export type End =
  | 'delivered'
  /** The number takes no texts, as a landline doesn't. */
  | 'invalid'
  /** The phone was off, and nobody asked the carrier to try again. */
  | 'unreachable'
  /** The phone stayed off for as long as the carrier tried. */
  | 'expired'
  | 'opted-out';

/** Where a text is. One that waits is delivered as soon as the phone can be reached; one over quota never left. */
export type Fate = End | 'waiting' | 'over-quota';

/** Whether this is a phone number as the services take it: E.164. */
export const isPhone = (phone: string): boolean => /^\+[1-9]\d{6,14}$/.test(phone);
