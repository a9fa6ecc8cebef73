import type { Preparation, Settings } from '../config/settings.ts';
import { limitedRelease } from '../domain/booking/admission.ts';
import type { Booking } from '../domain/booking/booking.ts';
import { changeBy, checkInAt, closesAt } from '../domain/booking/timeline.ts';
import { consultantOf } from '../domain/catalogue.ts';
import { type LanguageCode, wordsIn } from '../domain/language.ts';
import type { Step } from '../messages/content.ts';
import type { BookingFacts } from '../messages/facts.ts';
import type { Deps, LinkDeps } from './deps.ts';
import { joinUrl, manageUrl } from './links.ts';

/** Gathers what a message about a booking may say, in the booking's language or the one given. */
export async function factsOf(
  deps: Pick<Deps, 'settings'> & LinkDeps,
  booking: Booking,
  language: LanguageCode = booking.language ?? 'en',
): Promise<BookingFacts> {
  const { settings } = deps;
  const release = limitedRelease(settings, booking.release);
  const asks = checkInAt(booking, settings.policy);
  const consultant = consultantOf(settings, booking.consultantId);
  return {
    brand: settings.brand,
    preparation: settings.preparation.map((step) => stepIn(step, language)),
    bookingId: booking.id,
    version: booking.version,
    attendee: booking.attendee,
    timeZone: booking.timeZone,
    start: booking.start,
    end: booking.end,
    sessionName: sessionNameOf(settings, booking, language),
    consultantName: consultant.name,
    room: consultant.room,
    free: booking.price === undefined,
    ...(booking.price === undefined ? {} : { price: booking.price }),
    ...(booking.topic === undefined ? {} : { topic: booking.topic }),
    ...(release === undefined ? {} : { limitedRelease: release }),
    manageUrl: await manageUrl(deps, booking.id),
    joinUrl: await joinUrl(deps, booking.id),
    changeBy: changeBy(booking, settings.policy),
    ...(asks === undefined ? {} : { checkInAt: asks }),
    textNumber: settings.texts.from,
    ...(booking.mobileLost === undefined ? {} : { mobileLost: booking.mobileLost.reason }),
    closesAt: closesAt(booking, settings.policy),
  };
}

function stepIn({ title, text, ...step }: Preparation, language: LanguageCode): Step {
  return { ...step, title: wordsIn(title, language), text: wordsIn(text, language) };
}

/** What is booked, in a language. */
export function sessionNameOf(
  { sessionTypes }: Settings,
  { sessionType }: Booking,
  language: LanguageCode,
): string {
  return wordsIn(sessionTypes.find(({ id }) => id === sessionType)?.name ?? sessionType, language);
}
