import type { Brand } from '../config/settings.ts';
import type { BookingFacts, TextKind } from './facts.ts';
import { cutToSeptets, septets, TEXT_PART, toGsm } from './gsm.ts';
import { en, type Language } from './language/en.ts';
import { clock, shortClock, shortMoment } from './time.ts';

/** The most that the name of who is texting takes: the longest wording still fits beside it. */
const NAME_SEPTETS = 28;

/** A text about a booking: one part, at most 160 characters of the GSM alphabet, times in the attendee's zone. */
export function renderText(kind: TextKind, facts: BookingFacts, language: Language = en): string {
  const { timeZone, start, closesAt, brand } = facts;
  const words = {
    brand: sender(brand),
    clock: shortClock(start, timeZone, language),
    moment: shortMoment(start, timeZone, language),
    closes: clock(closesAt, timeZone, language),
    mail: brand.supportMail,
    website: brand.website,
    joinUrl: facts.joinUrl,
  };
  return fitting(wordings(kind, language)(words));
}

/** The answer to a number that we know no open booking for. */
export function noOpenBookingText(brand: Brand, language: Language = en): string {
  return fitting(language.texts.noOpenBooking({ brand: sender(brand), mail: brand.supportMail }));
}

function wordings(kind: TextKind, { texts }: Language): Language['texts']['checkIn'] {
  switch (kind.kind) {
    case 'check-in':
      return texts.checkIn;
    case 'kept-open':
      return texts.keptOpen;
    case 'closed':
      return texts.closed;
    case 'no-show-reversed':
      return kind.sessionOpen ? texts.reversedOpen : texts.reversedOver;
    case 'help':
      return kind.open ? texts.helpOpen : texts.helpIdle;
    case 'too-early':
      return texts.tooEarly;
    case 'too-late':
      return {
        cancelled: texts.tooLateCancelled,
        completed: texts.tooLateCompleted,
        no_show: texts.tooLateNoShow,
      }[kind.status];
  }
}

/** The brand's name as far as the alphabet can tell it, else the domain that its mails come from. */
function sender(brand: Brand): string {
  const name = toGsm(brand.name);
  return cutToSeptets(name || domainOf(brand.mailFrom), NAME_SEPTETS);
}

function domainOf(address: string): string {
  return address.split('@').at(-1) ?? address;
}

function fitting(candidates: readonly string[]): string {
  const fits = candidates.find((text) => (septets(text) ?? Number.POSITIVE_INFINITY) <= TEXT_PART);
  return fits ?? cutToSeptets(toGsm(candidates.at(-1) ?? '') ?? '', TEXT_PART);
}
