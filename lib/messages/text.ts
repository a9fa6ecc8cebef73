import type { Brand } from '../config/settings.ts';
import type { BookingFacts, PhoneTextKind, TextKind } from './facts.ts';
import { fitting, fittingWhole } from './fitting.ts';
import { cutToSeptets, TEXT_PART, TWO_TEXT_PARTS, toGsm } from './gsm.ts';
import { en, type Language } from './language/en.ts';
import { clock, dateAndClock, minutesBetween, shortClock, shortMoment } from './time.ts';
import { whichWordings } from './which-text.ts';

/** The most that the name of who is texting takes: the longest wording still fits beside it. */
const NAME_SEPTETS = 28;
/** What the shortest introduction takes beside the text that it follows. */
const INTRODUCTION = 100;

/**
 * A text about a booking in the GSM alphabet, times in the attendee's zone: one part of 160 characters. The link that
 * moves a session is never cut, so the text that brings it takes two parts where one does not hold it.
 */
export function renderText(kind: TextKind, facts: BookingFacts, language: Language = en): string {
  if (kind.kind !== 'move-link') return fitting(wordingsOf(kind, wordsOf(facts, language), language));
  const until = dateAndClock(kind.until, facts.start, facts.timeZone, language);
  const wordings = language.texts.moveLink({ ...wordsOf(facts, language), url: kind.url, until });
  return fittingWhole(wordings, TEXT_PART, TWO_TEXT_PARTS - INTRODUCTION);
}

/** A text to a number that is about no one booking: one part of 160 characters of the GSM alphabet. */
export function renderPhoneText(
  kind: PhoneTextKind,
  { brand }: Pick<BookingFacts, 'brand'>,
  language: Language = en,
): string {
  const { phoneTexts } = language;
  const words = { brand: sender(brand), mail: brand.supportMail };
  switch (kind.kind) {
    case 'no-session':
      return fitting(phoneTexts.noSession(words));
    case 'which':
      return fitting(whichWordings(kind, words.brand, language));
    case 'help':
      return fitting(phoneTexts.help(words));
    case 'welcome-back':
      return fitting(phoneTexts.welcomeBack(words));
  }
}

/**
 * The first text that a number ever gets: with who texts and why, what it may cost and how to stop it. That has to
 * be said at once and comes once, so it may take two parts (306 characters).
 */
export function introduced(text: string, brand: Brand, language: Language = en): string {
  const introductions = language.phoneTexts.introduction({ brand: sender(brand) });
  return fittingWhole(
    introductions.map((introduction) => `${text} ${introduction}`),
    TWO_TEXT_PARTS,
  );
}

type Words = Parameters<Language['texts']['checkIn']>[0];

function wordsOf(facts: BookingFacts, language: Language): Words {
  const { timeZone, start, closesAt, brand, changeBy } = facts;
  return {
    brand: sender(brand),
    clock: shortClock(start, timeZone, language),
    moment: shortMoment(start, timeZone, language),
    closes: clock(closesAt, timeZone, language),
    least: minutesBetween(changeBy.mail, start, language),
    mail: brand.supportMail,
    website: brand.website,
    joinUrl: facts.joinUrl,
  };
}

function wordingsOf(
  kind: Exclude<TextKind, { kind: 'move-link' }>,
  words: Words,
  { texts }: Language,
): readonly string[] {
  switch (kind.kind) {
    case 'check-in':
      return texts.checkIn(words);
    case 'mail-bounced':
      return texts.mailBounced(words);
    case 'kept-open':
      return texts.keptOpen(words);
    case 'closed':
      return texts.closed(words);
    case 'no-show-reversed':
      return kind.sessionOpen ? texts.reversedOpen(words) : texts.reversedOver(words);
    case 'cancelled':
      return texts.cancelled(words);
    case 'late-notice-warning':
      return texts.lateNotice(words);
    case 'given-up':
      return texts.givenUp(words);
    case 'expected':
      return texts.expected(words);
    case 'move-too-late':
      return texts.moveTooLate(words, kind.stage);
    case 'joined':
      return texts.joined(words);
    case 'help':
      return texts.help(words, kind.stage);
    case 'unclear':
      return kind.stage === 'idle' ? texts.unclearIdle(words) : texts.unclear(words, kind.stage);
    case 'too-late':
      return tooLate[kind.ended](texts)(words);
  }
}

type Ended = Extract<TextKind, { kind: 'too-late' }>['ended'];

const tooLate: Readonly<Record<Ended, (texts: Language['texts']) => Language['texts']['closed']>> = {
  cancelled: (texts) => texts.tooLateCancelled,
  completed: (texts) => texts.tooLateCompleted,
  absent: (texts) => texts.tooLateAbsent,
  late_notice: (texts) => texts.tooLateGivenUp,
  never_joined_after_keeping_open: (texts) => texts.tooLateNeverJoined,
};

/** The brand's name as far as the alphabet can tell it, else the domain that its mails come from. */
function sender(brand: Brand): string {
  const name = toGsm(brand.name);
  return cutToSeptets(name || domainOf(brand.mailFrom), NAME_SEPTETS);
}

function domainOf(address: string): string {
  return address.split('@').at(-1) ?? address;
}
