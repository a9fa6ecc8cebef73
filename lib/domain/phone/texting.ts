import { normalizedEmail } from '../people/email.ts';
import type { Policy } from '../policy.ts';
import { lossOf, type Phone, type Thread } from './phone.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How long a text is worth delivering that no deadline hangs on (ms). */
export const WORTH_TELLING = 2 * HOUR;
/** How many texts back an answer that was long on its way is followed. */
const MOST_THREADS = 6;

/** A text that is about to go out. */
export interface Outgoing {
  /** Tells effects apart: a second try at one is the same text. */
  readonly effect: string;
  readonly now: number;
  /** The booking that it is about, and the mail address of who booked it. */
  readonly about?: { readonly bookingId: string; readonly email: string };
  /** True where the number has just texted us, and this is what we say to that. */
  readonly isAnswer: boolean;
}

export type Withheld = 'opted-out' | 'refused' | 'somebody-elses' | 'limit' | 'too-late';

/** Whether a text goes out: the phone as it is afterwards and whether we introduce ourselves, or why not. */
export type Texting =
  | { readonly phone: Phone; readonly introduce: boolean }
  | { readonly withheld: Withheld };

/**
 * Holds a text against what the number's owner said, against the limits, and against having been typed in by
 * somebody else: such a number gets one text until it answers.
 */
export function planText(phone: Phone, text: Outgoing, { texts }: Policy): Texting {
  const { effect, now } = text;
  const loss = lossOf(phone, now);
  if (loss !== undefined) return { withheld: loss };
  const recent = phone.sent.filter(({ at }) => at > now - DAY);
  const again = recent.some((sent) => sent.effect === effect);
  const lastHour = recent.filter(({ at }) => at > now - HOUR);
  const full = lastHour.length >= texts.perNumberHour || recent.length >= texts.perNumberDay;
  if (full && !again) return { withheld: 'limit' };
  const giver = text.about === undefined ? undefined : ownerName(text.about.email);
  const first = phone.owners.length === 0 && giver !== undefined ? [giver] : phone.owners;
  const stranger = giver !== undefined && !first.includes(giver) && !text.isAnswer;
  if (stranger && phone.strangerText !== undefined && phone.strangerText !== effect) {
    return { withheld: 'somebody-elses' };
  }
  const introduce = phone.introducedBy === undefined || phone.introducedBy === effect;
  return {
    introduce,
    phone: {
      ...(text.about === undefined
        ? phone
        : turnedTo(phone, { bookingId: text.about.bookingId, textedAt: now })),
      ...(introduce ? { introducedBy: effect } : {}),
      ...(stranger ? { strangerText: effect } : {}),
      owners: first,
      sent: again ? recent : [...recent, { at: now, effect }],
      revision: phone.revision + 1,
    },
  };
}

/** From now on an answer means this booking, and no longer answers an earlier question. */
function turnedTo({ question: _, ...phone }: Phone, thread: Thread): Phone {
  return { ...phone, threads: [...phone.threads, thread].slice(-MOST_THREADS) };
}

/** People are told apart by their mail address, however they write it. */
export function ownerName(email: string): string {
  return normalizedEmail(email);
}
