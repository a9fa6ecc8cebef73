import { isErased } from '../domain/people/tombstone.ts';
import { blockEnds } from './block-ends.ts';
import type { ReactDeps } from './react-deps.ts';

/**
 * Has the sweep tell the end of the next block of who has a mail address, or of none. One that ended a moment ago may not
 * have been told yet: the sweep knows. Where the record is written meanwhile, that change's own reaction does the same.
 */
export async function awaitBlockEnd(
  { table, standings, settings, now }: Pick<ReactDeps, 'table' | 'standings' | 'settings' | 'now'>,
  email: string,
): Promise<void> {
  const record = await table.record(email);
  // Nobody is left to be told of it where the address is a tombstone.
  const [next] = isErased(email) ? [] : blockEnds(record, settings, now());
  await standings.awaitBlockEnd(record, next?.at);
}
