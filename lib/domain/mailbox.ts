/** Why mail doesn't reach an address: it comes back for good, or whoever reads it called it spam. */
export const mailLosses = ['bounced', 'complained'] as const;
export type MailLoss = (typeof mailLosses)[number];

/** What came to be known of a mailbox. Instants are those of whoever reports it, in ms. */
export type MailboxNote =
  | MailHeard
  /** Our staff want mail to go there again. */
  | MailAllowed;

/** What became of a mail, and the very address that it was sent to: labels after a plus sign don't make another mailbox. */
export interface MailHeard {
  readonly what: MailLoss | 'delivered';
  readonly at: number;
  readonly address: string;
}

export interface MailAllowed {
  readonly what: 'allowed';
  readonly at: number;
  /** Id of who of our staff. */
  readonly by: string;
  readonly reason: string;
}

/** What is known of where mail goes. Nothing is, as long as mail simply arrives. */
export interface Mailbox {
  /** Normalized. */
  readonly email: string;
  /** Rises by one with every change. */
  readonly revision: number;
  /** In the order in which we learnt of them. */
  readonly notes: readonly MailboxNote[];
}

/** What the world must hear of a mailbox: the mail service keeps a list of its own. */
export interface MailboxEvent extends Omit<MailAllowed, 'what'> {
  readonly type: 'mail-allowed';
  /** Those that mail didn't reach. */
  readonly addresses: readonly string[];
}

/** More than this of the past helps nobody. */
const KEPT = 20;

export function unknownMailbox(email: string): Mailbox {
  return { email, revision: 0, notes: [] };
}

/** What stands against mailing there, and since when (ms). A complaint weighs more than mail that comes back. */
export function mailLossOf(mailbox: Mailbox): { readonly reason: MailLoss; readonly at: number } | undefined {
  const complained = lastOf(mailbox, 'complained');
  if (complained !== undefined && complained > (lastOf(mailbox, 'allowed') ?? 0)) {
    return { reason: 'complained', at: complained };
  }
  const bounced = lastOf(mailbox, 'bounced');
  return bounced !== undefined && bounced > worksSince(mailbox)
    ? { reason: 'bounced', at: bounced }
    : undefined;
}

/**
 * The mailbox after a report on a mail to it; undefined where that tells nothing new: what is known already, or was
 * overtaken by what is. A delivery ends that mail came back, and takes back no complaint.
 */
export function hearOfMail(mailbox: Mailbox, report: MailHeard): Mailbox | undefined {
  const { what, at, address } = report;
  if (what === 'delivered') return at > (comesBackSince(mailbox) ?? at) ? noted(mailbox, report) : undefined;
  const since = what === 'bounced' ? worksSince(mailbox) : (lastOf(mailbox, 'allowed') ?? 0);
  const known = mailbox.notes.some(
    (note) => note.what === what && note.at > since && note.address === address,
  );
  return known || at <= since ? undefined : noted(mailbox, report);
}

/** The mailbox after our staff want mail to go there again; undefined where nothing stands against it. */
export function allowMail(mailbox: Mailbox, allowed: Omit<MailAllowed, 'what'>): Mailbox | undefined {
  return mailLossOf(mailbox) === undefined ? undefined : noted(mailbox, { what: 'allowed', ...allowed });
}

/** The addresses of the mailbox that mail didn't reach, each once. */
export function addressesLost({ notes }: Mailbox): readonly string[] {
  const lost = notes.flatMap((note) =>
    note.what === 'bounced' || note.what === 'complained' ? [note.address] : [],
  );
  return [...new Set(lost)];
}

/** Since when mail comes back (ms), where it does. */
function comesBackSince(mailbox: Mailbox): number | undefined {
  const bounced = lastOf(mailbox, 'bounced');
  return bounced !== undefined && bounced > worksSince(mailbox) ? bounced : undefined;
}

function worksSince(mailbox: Mailbox): number {
  return Math.max(lastOf(mailbox, 'delivered') ?? 0, lastOf(mailbox, 'allowed') ?? 0);
}

function lastOf({ notes }: Mailbox, what: MailboxNote['what']): number | undefined {
  const instants = notes.filter((note) => note.what === what).map(({ at }) => at);
  return instants.length === 0 ? undefined : Math.max(...instants);
}

function noted(mailbox: Mailbox, note: MailboxNote): Mailbox {
  return { ...mailbox, revision: mailbox.revision + 1, notes: [...mailbox.notes, note].slice(-KEPT) };
}
