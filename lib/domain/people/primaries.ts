import { isPrimary } from './permissions.ts';
import type { Member } from './person.ts';

/** Whether this is an active Primary beside whom the company has no other. */
export function isLastPrimary(person: Member, everyone: readonly Member[]): boolean {
  return (
    isActivePrimary(person) && !everyone.some((other) => other.id !== person.id && isActivePrimary(other))
  );
}

/** Whether the company has fewer than two active Primaries: more than one is recommended. */
export function needsAnotherPrimary(everyone: readonly Member[]): boolean {
  return everyone.filter(isActivePrimary).length < 2;
}

function isActivePrimary({ level, status }: Member): boolean {
  return isPrimary(level) && status === 'active';
}
