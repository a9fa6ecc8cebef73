import type { Company } from '../../domain/company.ts';
import type { CompanyEvent, PersonEvent } from '../../domain/people/events.ts';
import type { Person } from '../../domain/people/person.ts';
import { isErased } from '../../domain/people/tombstone.ts';
import { type PublicEvent, publicId } from '../../domain/public-event.ts';
import type { StandingEvent } from '../../domain/standing/events.ts';
import type { RecordedCompanyEvent, RecordedPersonEvent } from '../people-deps.ts';
import type { RecordedStandingEvent } from '../standing-deps.ts';
import { type Tellings, time, toldOf } from './telling.ts';

/** What other systems hear of members' accounts; of our staff's they hear nothing. */
export const personTellings: Tellings<PersonEvent> = {
  'person-invited': () => ({ type: 'person.invited' }),
  'password-set': ({ activated }) => (activated ? { type: 'person.activated' } : undefined),
  'level-changed': ({ from, level }) => ({ type: 'person.level-changed', from, level }),
  'person-removed': () => ({ type: 'person.removed' }),
  'person-erased': () => ({ type: 'person.erased' }),
  'invitation-resent': { withheld: 'our own work, which changes nothing about the account' },
  'password-link-asked': { withheld: 'about somebody’s password' },
  'newsletters-chosen': { withheld: 'nobody else’s business' },
};

export const companyTellings: Tellings<CompanyEvent> = {
  'company-created': () => ({ type: 'company.created' }),
  'plan-changed': ({ from, planUntil }) => ({ type: 'company.plan-changed', from, planUntil }),
  'company-renamed': ({ from }) => ({ type: 'company.renamed', from }),
  'after-hours-changed': ({ afterHours }) => ({ type: 'company.after-hours-changed', afterHours }),
  'company-ruled': ({ decision, until }) => ({
    ...{ type: 'company.ruled', decision },
    ...(until === undefined ? {} : { until: time(until) }),
  }),
  'code-rotated': { withheld: 'about a secret of the company' },
};

export const standingTellings: Tellings<StandingEvent> = {
  'person-blocked': ({ until }) => ({ type: 'person.blocked', until: time(until) }),
  'person-lifted': () => ({ type: 'person.lifted' }),
  'person-reinstated': () => ({ type: 'person.reinstated' }),
};

/** An event of an account as other systems are told of it; undefined where they are not. */
export function publicPersonEvent(
  { personId, number, event }: RecordedPersonEvent,
  person: Person,
  now: number,
): PublicEvent | undefined {
  const told = person.staff ? undefined : toldOf(personTellings, event, now);
  if (told === undefined || person.staff) return undefined;
  const erasure = event.type === 'person-erased';
  if (isErased(person.email) && !erasure) return undefined;
  const { name, email, companyId: company } = person;
  return {
    ...{ id: publicId(personId, number), version: 1, at: time(event.at), sequence: number, ...told },
    person: erasure ? { id: personId } : { id: personId, company, name, email },
  };
}

/** An event of a company as other systems are told of it; undefined where they are not. */
export function publicCompanyEvent(
  { companyId, number, event }: RecordedCompanyEvent,
  { name: nameNow }: Company,
  now: number,
): PublicEvent | undefined {
  const told = toldOf(companyTellings, event, now);
  const name = event.type === 'company-renamed' ? event.name : nameNow;
  return (
    told && {
      ...{ id: publicId(companyId, number), version: 1, at: time(event.at), sequence: number, ...told },
      company: { id: companyId, name },
    }
  );
}

/** A decision on somebody as other systems are told of it; undefined where they are not. */
export function publicStandingEvent(
  { standingId, number, event }: RecordedStandingEvent,
  { email, companyId }: StandingSubject,
  now: number,
): PublicEvent | undefined {
  const told = isErased(email) ? undefined : toldOf(standingTellings, event, now);
  return (
    told && {
      ...{ id: publicId(standingId, number), version: 1, at: time(event.at), sequence: number, ...told },
      person: { ...(companyId === undefined ? {} : { company: companyId }), email },
    }
  );
}

/** Whom it was decided on, as far as is known. */
export interface StandingSubject {
  readonly email: string;
  readonly companyId: string | undefined;
}
