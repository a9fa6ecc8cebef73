import type { DeskDeps } from './handler.ts';

/** Names of our staff by the ids that records have them by; whoever is no longer known is left out. */
export async function staffNames(
  { people }: Pick<DeskDeps, 'people'>,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all([...new Set(ids)].map((id) => people.people.person(id)));
  return new Map(
    found.flatMap((person) => (person === undefined ? [] : [[person.id, person.name] as const])),
  );
}
