import type { Intent, MobileLoss } from '../booking/booking.ts';

/** What we know of a mobile number: the conversation with it, and whether it may be texted. Instants are in ms. */
export interface Phone {
  /** E.164. */
  readonly mobile: string;
  /** How many changes made this row; 0 where there is none yet. */
  readonly revision: number;
  /** Which bookings the last texts to the number were about, oldest first. */
  readonly threads: readonly Thread[];
  /** What the number was asked, until it is answered or texted about something else. */
  readonly question?: Question;
  /** The last that was said of being texted, and when: STOP and START are taken in the order in which they were sent. */
  readonly consent?: { readonly stamp: number; readonly given: boolean };
  /** Set while the service won't text the number; a text from it shows that it can. */
  readonly refusedAt?: number;
  /** The effect that introduced us: a second try at the same one introduces us again. */
  readonly introducedBy?: string;
  /** Normalized mail addresses of those whose number it is: who gave it first, and whoever it answered for. */
  readonly owners: readonly string[];
  /** The one text that it got for others since it last answered. */
  readonly strangerText?: string;
  /** The carrier's ids of the last texts from it: one that is brought again is known. */
  readonly heard: readonly string[];
  /** What it was texted in the last 24 hours, oldest first. */
  readonly sent: readonly Sent[];
  /** When a text that is about no one booking was last answered. */
  readonly toldAt?: number;
}

export interface Thread {
  readonly bookingId: string;
  readonly textedAt: number;
}

/** Which of these bookings is meant, to be answered by a place in the list, from 1. */
export interface Question {
  readonly askedAt: number;
  readonly intent: Intent;
  readonly options: readonly string[];
}

export interface Sent {
  readonly at: number;
  /** Tells effects apart: a second try at one is not counted again. */
  readonly effect: string;
}

/** A number that was neither texted nor heard of. */
export function unknownPhone(mobile: string): Phone {
  return { mobile, revision: 0, threads: [], owners: [], heard: [], sent: [] };
}

/** What the number had last been texted about at an instant (ms): a text from it means that, if anything. */
export function threadAt({ threads }: Phone, stamp: number): Thread | undefined {
  return threads.findLast(({ textedAt }) => textedAt <= stamp);
}

/** How long a number that was refused is taken to be unreachable: it may be given to somebody else, or mended. */
const REFUSED_FOR = 30 * 86_400_000;

/** Why the number can't be texted at all, as far as is known; undefined where it can. */
export function lossOf(phone: Phone, now: number): Extract<MobileLoss, 'opted-out' | 'refused'> | undefined {
  if (phone.consent?.given === false) return 'opted-out';
  return phone.refusedAt !== undefined && now < phone.refusedAt + REFUSED_FOR ? 'refused' : undefined;
}
