import type { Mailbox } from '../domain/mailbox.ts';
import type { Deps, MailboxChange } from './deps.ts';
import { untilCommitted } from './until-committed.ts';

/** What becomes of a mailbox, and what the world must hear of it. */
export type MailboxDecision = Pick<MailboxChange, 'after' | 'event'>;

/** Load, decide, commit, as for bookings. Gives the mailbox as it is afterwards. Throws `busy` when it keeps losing races. */
export function changeMailbox(
  deps: Pick<Deps, 'table' | 'now' | 'pause'>,
  email: string,
  decide: (mailbox: Mailbox) => MailboxDecision | undefined,
): Promise<Mailbox> {
  return untilCommitted(deps, async () => {
    const before = await deps.table.mailbox(email);
    const change = decide(before);
    if (change === undefined) return before;
    await deps.table.commitMailbox({ before, ...change, now: deps.now() });
    return change.after;
  });
}
