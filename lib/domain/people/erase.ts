import { type Actor, nameOf, requireStaff } from './actor.ts';
import type { Decided, PersonEvent } from './events.ts';
import type { Person } from './person.ts';
import { isErased, remainsOf } from './tombstone.ts';

/**
 * The account without who it belonged to, taken back for good; only `tombstone` is left. Again, it changes nothing. Throws
 * `not-allowed` where the actor is a member.
 */
export function erasePerson<Kind extends Person>(
  actor: Actor,
  person: Kind,
  tombstone: string,
  now: number,
): Decided<Kind, PersonEvent> {
  requireStaff(actor);
  if (isErased(person.email)) return { after: person, events: [] };
  const { removedAt = now, revision } = person;
  return {
    after: { ...person, ...remainsOf(tombstone), status: 'removed', removedAt, revision: revision + 1 },
    events: [{ type: 'person-erased', at: now, by: nameOf(actor), tombstone }],
  };
}
