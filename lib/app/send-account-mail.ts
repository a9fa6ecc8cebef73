import { DAY_MS } from '../domain/calendar/zone.ts';
import type { PersonEvent } from '../domain/people/events.ts';
import type { Person } from '../domain/people/person.ts';
import type { AccountFacts, AccountMailKind } from '../messages/account-facts.ts';
import { renderAccountMail } from '../messages/account-mail.tsx';
import { languages } from '../messages/language/languages.ts';
import type { Send } from './once.ts';
import { passwordLinkMs, passwordUrl } from './password-links.ts';
import { requireCompany } from './people/look-up.ts';
import type { PersonEffectDeps } from './people-deps.ts';
import { preparePost } from './post.ts';

const MINUTE_MS = 60_000;

/**
 * Prepares a mail to a person of what happened to their account. `messageId` is the same for every try at this message; a link in it
 * counts from now, as the mail says. Throws for an event that no mail tells of.
 */
export async function prepareAccountMail(
  deps: PersonEffectDeps,
  person: Person,
  event: PersonEvent,
  messageId: string,
): Promise<Send> {
  const [kind, facts] = await Promise.all([mailOf(deps, person, event), factsOf(deps, person)]);
  const mail = renderAccountMail(kind, facts, languages[person.language ?? 'en']);
  return preparePost(deps, { mail, to: person, messageId, threadId: person.id });
}

async function mailOf(deps: PersonEffectDeps, person: Person, event: PersonEvent): Promise<AccountMailKind> {
  switch (event.type) {
    case 'person-invited':
    case 'invitation-resent': {
      const url = await passwordUrl(deps, person, deps.now());
      const days = passwordLinkMs(person) / DAY_MS;
      return { kind: 'invited', url, days, ...(await colleague(deps, person, event)) };
    }
    case 'password-link-asked': {
      const url = await passwordUrl(deps, person, deps.now());
      return { kind: 'password-link', url, minutes: passwordLinkMs(person) / MINUTE_MS };
    }
    case 'password-set':
      return { kind: 'password-changed', at: event.at };
    case 'level-changed':
      return { kind: 'level-changed', from: event.from, ...(await colleague(deps, person, event)) };
    case 'person-removed':
      return { kind: 'removed', ...(await colleague(deps, person, event)) };
    case 'newsletters-chosen':
    case 'person-erased':
      throw new Error(`no mail tells of ${event.type}`);
  }
}

/** Who did it, where that was somebody else of the person's company. Which one of us it was is nobody's business. */
async function colleague(
  { people }: PersonEffectDeps,
  person: Person,
  { by }: PersonEvent,
): Promise<{ by?: string }> {
  if (person.staff || by === person.id) return {};
  const actor = await people.person(by);
  const isColleague = actor?.staff === false && actor.companyId === person.companyId;
  return isColleague ? { by: actor.name } : {};
}

async function factsOf(
  { settings, siteUrl, people }: PersonEffectDeps,
  person: Person,
): Promise<AccountFacts> {
  const { brand, zone: timeZone } = settings;
  const common = { brand, siteUrl, timeZone, person };
  if (person.staff) return common;
  const { name } = await requireCompany(people, person.companyId);
  return { ...common, membership: { companyName: name, level: person.level } };
}
