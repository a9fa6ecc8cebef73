import { hearOfMail, type MailLoss } from '../domain/mailbox.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import { changeMailbox } from './change-mailbox.ts';
import type { Deps, EffectId, Outbox } from './deps.ts';
import { isConfirmation, markMail } from './mark-mail.ts';

/** How a mail fared on its way, as the service reports it. */
export interface MailReport {
  /** The mail that it is about. */
  readonly effect: EffectId;
  /** What became of it, such as `delivered`. */
  readonly status: string;
  /** When (ms). */
  readonly at: number;
  /** The addresses that it is true of. */
  readonly recipients: readonly string[];
}

/** Whose mailbox it is: our own, an attendee's or member's, or that of somebody of whom nothing is on record. */
type Whose = 'ours' | 'theirs' | 'nobodys';

type ReportDeps = Deps & { readonly outbox: Outbox };

/** What a report says of the mailbox; other statuses say nothing of it. */
const says: Readonly<Record<string, MailLoss | 'delivered'>> = {
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'complained',
};

/**
 * Keeps a report as evidence. Where mail doesn't reach an attendee or member, or does again, that is remembered of the
 * address and marked on their sessions. True where it was mail to ourselves that didn't arrive: that is for the log.
 */
export async function receiveMailReport(deps: ReportDeps, report: MailReport): Promise<boolean> {
  const { effect, status, at, recipients } = report;
  await deps.outbox.recordDelivery(effect, status, at);
  const what = says[status];
  if (what === undefined) return false;
  let ours = false;
  for (const recipient of recipients) {
    ours = (await hear(deps, report, recipient, what)) === 'ours' || ours;
  }
  return ours;
}

async function hear(
  deps: ReportDeps,
  { effect, at }: MailReport,
  recipient: string,
  what: MailLoss | 'delivered',
): Promise<Whose> {
  const email = normalizedEmail(recipient);
  // Most mail simply arrives: one read, and nothing to do.
  if (what === 'delivered' && (await deps.table.mailbox(email)).revision === 0) return 'theirs';
  const whose = what === 'delivered' ? 'theirs' : await whoseIs(deps, effect, email);
  if (whose !== 'theirs') return whose;
  const mailbox = await changeMailbox(deps, email, (before) => {
    const after = hearOfMail(before, { what, at, address: recipient.trim().toLowerCase() });
    return after && { after };
  });
  const booking = await deps.table.booking(effect.owner);
  const isTheirs = booking !== undefined && normalizedEmail(booking.attendee.email) === email;
  const about = { bookingId: effect.owner, confirmation: isConfirmation(effect) };
  await markMail(deps, mailbox, isTheirs ? { about } : {});
  return whose;
}

/** Of whoever was erased since nothing is kept, and mail to ourselves is for whoever reads the log. */
async function whoseIs({ table, settings }: ReportDeps, { owner }: EffectId, email: string): Promise<Whose> {
  if (email === normalizedEmail(settings.brand.supportMail)) return 'ours';
  const holder = await table.personByEmail(email);
  if (holder !== undefined) return holder.staff ? 'ours' : 'theirs';
  const booking = await table.booking(owner);
  if (booking !== undefined && normalizedEmail(booking.attendee.email) === email) return 'theirs';
  return (await table.record(email)).revision > 0 ? 'theirs' : 'nobodys';
}
