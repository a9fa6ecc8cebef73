import { type Mailbox, mailLossOf } from '../domain/mailbox.ts';
import type { Deps, EffectId } from './deps.ts';
import { handle } from './handle.ts';

/** The most sessions of one mail address that are marked. */
const MOST = 25;
/** No session that is open at an instant began longer before it (ms). */
const LATELY = 86_400_000;

/** Whether a mail is the first about its booking: the one that brings the links. */
export function isConfirmation({ effect }: EffectId): boolean {
  return effect === '1.mail';
}

/** What the sessions are marked for, beside what is known of the mailbox. */
interface Marking {
  /** The booking whose mail led to it, marked even where it is over, and whether that was its first mail. */
  readonly about?: { readonly bookingId: string; readonly confirmation: boolean };
  /** Who of our staff want mail to go there again, and why. */
  readonly byStaff?: { readonly staffId: string; readonly reason: string };
}

/** Marks every session of a mailbox that is to come as mail reaches it now, or doesn't. Done twice it is as done once. */
export async function markMail(deps: Deps, mailbox: Mailbox, { about, byStaff }: Marking): Promise<void> {
  const reason = mailLossOf(mailbox)?.reason;
  const coming = await deps.table.bookingsFor(mailbox.email, {
    from: deps.now() - LATELY,
    direction: 'onwards',
    limit: MOST,
  });
  const ids = new Set([...(about ? [about.bookingId] : []), ...coming.map(({ bookingId }) => bookingId)]);
  for (const id of ids) {
    const confirmation = about?.bookingId === id && about.confirmation;
    if (reason === undefined) await handle(deps, id, { type: 'restore-mail', ...byStaff });
    else await handle(deps, id, { type: 'lose-mail', reason, ...(confirmation ? { confirmation } : {}) });
  }
}
