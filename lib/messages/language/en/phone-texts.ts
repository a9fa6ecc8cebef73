import type { Intent } from '../../../domain/booking/booking.ts';

interface Sender {
  /** Who is texting. */
  readonly brand: string;
  readonly mail: string;
}

interface Which {
  readonly brand: string;
  readonly intent: Intent;
  /** The sessions with their numbers: "1 Tue 24 Nov 10:00, 2 Thu 26 Nov 14:00 (EST)". */
  readonly list: string;
  readonly count: number;
  /** Where the last one spoken of is over: "Mon 23 Nov 10:00". */
  readonly over?: string;
}

interface Single {
  readonly brand: string;
  readonly intent: Intent;
  /** "Thu 26 Nov 14:00 EST". */
  readonly session: string;
  readonly over?: string;
}

const whichSession: Readonly<Record<Intent, string>> = {
  coming: 'Which session are you coming to?',
  cannot: "Which session can't you make?",
  move: 'Which session do you want to move?',
};

const whichOne: Readonly<Record<Intent, string>> = {
  coming: 'Which are you coming to?',
  cannot: "Which can't you make?",
  move: 'Which do you want to move?',
};

const thatOne: Readonly<Record<Intent, (session: string) => string>> = {
  coming: (session) => `If you are coming to that of ${session}, reply 1.`,
  cannot: (session) => `If it is ${session} that you can't make, reply 1.`,
  move: (session) => `If it is ${session} that you want to move, reply 1.`,
};

/** Texts that are about no one booking, under the same rules as those in texts.ts. */
export const phoneTexts = {
  noSession: (f: Sender) => [
    `${f.brand}: we know of no open session for this number. Questions? Write to ${f.mail}`,
    `${f.brand}: we know of no open session for this number.`,
  ],
  which: (f: Which) => [
    `${f.brand}: ${said(f.over, whichSession[f.intent])} ${f.list}. Reply with its number.`,
    `${f.brand}: ${said(f.over, whichOne[f.intent])} ${f.list}. Reply 1 to ${f.count}.`,
    `${f.brand}: ${said(undefined, whichOne[f.intent])} ${f.list}. Reply 1 to ${f.count}.`,
  ],
  single: (f: Single) => [
    `${f.brand}: ${said(f.over, thatOne[f.intent](f.session))}`,
    `${f.brand}: ${said(f.over, `If you mean ${f.session}, reply 1.`)}`,
  ],
  help: (f: Sender) => [
    `${f.brand}: reply 1 if you are coming, 2 if you can't make it, 3 to move. We ask which session you mean. Questions: ${f.mail}. STOP stops texts.`,
    `${f.brand}: reply 1 coming, 2 can't make it, 3 move, and we ask which session. Questions: ${f.mail}. STOP stops texts.`,
    `${f.brand}: reply 1 coming, 2 can't make it, 3 move, and we ask which session. Questions: see our mail. STOP stops texts.`,
  ],
  welcomeBack: (f: Sender) => [
    `${f.brand}: texts are switched on, and we text you about your sessions only. Questions? Write to ${f.mail}`,
    `${f.brand}: texts are switched on, and we text you about your sessions only.`,
  ],
  /** What follows the first text to a number: who texts and why, what it may cost, and how to stop it. */
  introduction: ({ brand }: Pick<Sender, 'brand'>) => [
    `You get texts about sessions booked with ${brand}. Message and data rates may apply. Reply STOP to stop, HELP for help.`,
    `For sessions booked with us. Msg & data rates may apply. Reply STOP to stop, HELP for help.`,
  ],
};

/** What follows the sender's name begins small, and after another sentence as sentences do. */
function said(over: string | undefined, sentence: string): string {
  if (over !== undefined) return `your session of ${over} is over. ${sentence}`;
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
