import { type MemberActor, noSuchPerson, notAllowed } from '../../lib/domain/people/actor.ts';
import type { Viewer } from '../requests/viewer.ts';

/** Whoever asks, as a member of a company. Throws `not-allowed` for staff, who are of none. */
export function memberOf({ actor }: Viewer): MemberActor {
  if (actor.kind !== 'member') throw notAllowed();
  return actor;
}

/** A person's id as a request names it. Throws `not-found` for what can't be one: keys of the table have a longest length. */
export function personIdIn(text = ''): string {
  if (!/^per_[0-9a-z]{26}$/u.test(text)) throw noSuchPerson();
  return text;
}
