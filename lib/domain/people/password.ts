import type { LanguageCode } from '../language.ts';
import { Refusal } from '../refusal.ts';
import type { Decided, PersonEvent } from './events.ts';
import type { Person } from './person.ts';

type Decision = Decided<Person, PersonEvent>;

/**
 * The account with its next password, which a link made for `version` sets; the first one activates it. Mails are in
 * `language` from now on, where it is given. Throws `link-invalid` where a password was set since, or the account was
 * removed.
 */
export function setPassword(person: Person, version: number, now: number, language?: LanguageCode): Decision {
  if (person.status === 'removed' || version !== person.passwordVersion) {
    throw new Refusal(
      'link-invalid',
      'This link was used already, or is no longer valid. Ask for a new one.',
    );
  }
  const activated = person.status === 'invited';
  const passwordVersion = version + 1;
  return {
    after: {
      ...person,
      status: 'active',
      passwordVersion,
      revision: person.revision + 1,
      ...(language === undefined ? {} : { language }),
      ...(activated ? { activatedAt: now } : {}),
    },
    events: [{ type: 'password-set', at: now, by: person.id, passwordVersion, activated }],
  };
}

/**
 * Has a link mailed that sets a new password. Does nothing for an account without a password: whoever lost the
 * invitation asks whoever sent it.
 */
export function askPasswordLink(person: Person, now: number): Decision {
  if (person.status !== 'active') return { after: person, events: [] };
  const { id, passwordVersion } = person;
  return {
    after: { ...person, revision: person.revision + 1 },
    events: [{ type: 'password-link-asked', at: now, by: id, passwordVersion }],
  };
}
