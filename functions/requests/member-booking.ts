import type * as z from 'zod/mini';
import type { Deps } from '../../lib/app/deps.ts';
import type { MemberBooking } from '../../lib/app/desk/book-for-member.ts';
import type { Consultant } from '../../lib/domain/catalogue.ts';
import type { memberBookingBody } from '../../lib/http/desk-booking-schemas.ts';
import { refuseUnlessTextable } from '../../lib/http/mobile-country.ts';
import { refuseField } from '../../lib/http/read.ts';
import { releaseNamed, sessionTypeNamed } from './named.ts';

export type MemberBookingBody = z.output<typeof memberBookingBody>;

/** What the body asks for, by somebody of our staff. Throws `invalid-input` for what isn't on offer. */
export function memberBookingOf(
  settings: Deps['settings'],
  { sessionType, consultant, release, company, ...facts }: MemberBookingBody,
  staffId: string,
): MemberBooking {
  refuseUnlessTextable(facts.attendee.mobile, settings.texts.countries);
  const offer = sessionTypeNamed(settings, sessionType);
  return {
    minutes: offer.minutes,
    timeZone: settings.zone,
    override: false,
    ...facts,
    sessionType: offer,
    consultant: consultantNamed(settings.consultants, consultant),
    ...(release === undefined ? {} : { release: releaseNamed(settings, release) }),
    ...(company === undefined ? {} : { companyId: company }),
    staffId,
  };
}

/** Throws `invalid-input` for one that isn't in the configuration. */
function consultantNamed(consultants: readonly Consultant[], wanted: string): Consultant {
  const found = consultants.find(({ id }) => id === wanted);
  return found ?? refuseField('consultant', `must be one of ${consultants.map(({ id }) => id).join(', ')}`);
}
