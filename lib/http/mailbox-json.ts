import { type Mailbox, mailLossOf } from '../domain/mailbox.ts';
import { present, time } from './booking-json.ts';

/** What is known of where mail to somebody goes: for our staff. */
export function mailboxJson(mailbox: Mailbox) {
  const lost = mailLossOf(mailbox);
  return present({
    email: mailbox.email,
    lost: lost && { reason: lost.reason, since: time(lost.at) },
    notes: mailbox.notes.map((note) => ({ ...note, at: time(note.at) })),
  });
}
