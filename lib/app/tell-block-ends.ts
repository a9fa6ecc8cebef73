import { isErased } from '../domain/people/tombstone.ts';
import { type BlockEnd, blockEnds } from './block-ends.ts';
import { once } from './once.ts';
import { performAll } from './perform-all.ts';
import { preparePersonMail, type StandingMailDeps } from './send-standing-mail.ts';

/**
 * Tells who has a mail address that a block has ended by itself, once, and waits for the next end. Throws where a mail
 * failed: what is waited for stays, and the next sweep tries again.
 */
export async function tellBlockEnds(deps: StandingMailDeps, email: string, leaseMs: number): Promise<void> {
  const { table, standings, settings, now } = deps;
  const record = await table.record(email);
  const { id } = record;
  // Nobody is left to be told of it where the address is a tombstone.
  if (id === undefined || isErased(email)) return standings.awaitBlockEnd(record, undefined);
  const at = now();
  const ends = blockEnds(record, settings, at);
  const ended = ends.filter((end) => end.at <= at);
  await performAll(ended, (end) =>
    once(deps, claimOf(id, end), leaseMs, (messageId) =>
      preparePersonMail(deps, record, end.companyId, { kind: 'block-ended', at: end.at }, messageId),
    ),
  );
  return standings.awaitBlockEnd(record, ends.find((end) => end.at > at)?.at);
}

function claimOf(owner: string, { companyId, at }: BlockEnd) {
  return { owner, effect: `block-end.${companyId}.${at}` };
}
