import type { Mailbox } from '../domain/mailbox.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Deps, type MailboxChange, Stale } from './deps.ts';

/** How often a change that met another of the same mailbox is decided anew before the caller is asked to come back. */
const TRIES = 6;

/** What becomes of a mailbox, and what the world must hear of it. */
export type MailboxDecision = Pick<MailboxChange, 'after' | 'event'>;

/** Load, decide, commit, as for bookings. Gives the mailbox as it is afterwards. Throws `busy` when it keeps losing races. */
export async function changeMailbox(
  deps: Pick<Deps, 'table' | 'now' | 'pause'>,
  email: string,
  decide: (mailbox: Mailbox) => MailboxDecision | undefined,
): Promise<Mailbox> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const before = await deps.table.mailbox(email);
    const change = decide(before);
    if (change === undefined) return before;
    try {
      await deps.table.commitMailbox({ before, ...change, now: deps.now() });
      return change.after;
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      await deps.pause(attempt);
    }
  }
  throw new Refusal('busy', 'Too much at once on one mailbox. Please try again in a moment.');
}
