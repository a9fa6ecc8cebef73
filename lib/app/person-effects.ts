import type { PersonEvent } from '../domain/people/events.ts';
import type { Person } from '../domain/people/person.ts';
import { isErased } from '../domain/people/tombstone.ts';
import { RESET_MS } from './password-links.ts';

/** What follows from an event: a mail that tells of it, or that identity forgets the person, whose sessions end. */
export type PersonEffect = 'mail' | 'remove-identity';

/** What follows from an event, given the person as they are now: what is no longer true is left out. */
export function personEffectsOf(event: PersonEvent, person: Person, now: number): readonly PersonEffect[] {
  // Whoever asked to be forgotten hears no more from us.
  if (event.type === 'person-erased') return ['remove-identity'];
  return event.type === 'person-removed'
    ? ['remove-identity', ...mailIf(hadPassword(person) && !isErased(person.email))]
    : mailIf(isWorthTelling(event, person, now));
}

function isWorthTelling(
  event: Exclude<PersonEvent, { type: 'person-removed' | 'person-erased' }>,
  person: Person,
  now: number,
): boolean {
  switch (event.type) {
    case 'person-invited':
    case 'invitation-resent':
      return person.status === 'invited';
    case 'password-link-asked':
      // After an hour nobody waits for it any more, and a link that comes out of nowhere alarms.
      return (
        isActive(person) && person.passwordVersion === event.passwordVersion && now < event.at + RESET_MS
      );
    case 'password-set':
      // The first one was set a moment ago by the link that we sent for it.
      return isActive(person) && !event.activated;
    case 'level-changed':
      // Whoever has not accepted yet finds the level in the portal, as it is by then.
      return isActive(person) && !person.staff && person.level === event.level;
    case 'newsletters-chosen':
      return false;
  }
}

function isActive({ status }: Person): boolean {
  return status === 'active';
}

/** Whoever never had one has lost nothing but a link. */
function hadPassword({ activatedAt }: Person): boolean {
  return activatedAt !== undefined;
}

function mailIf(condition: boolean): readonly PersonEffect[] {
  return condition ? ['mail'] : [];
}
