/** What a mailbox does with mail. */
export const mailboxStates = ['works', 'bounces', 'complains'] as const;
export type MailboxState = (typeof mailboxStates)[number];

/** Why SES keeps an address on the account's suppression list. */
export type SuppressionReason = 'BOUNCE' | 'COMPLAINT';

/** What becomes of a mail to an address; `suppressed` where it never left the service. */
export type MailFate =
  | 'delivered'
  | 'bounced'
  | 'complained'
  | 'bounced-suppressed'
  | 'complained-suppressed';

const SIMULATOR = '@simulator.amazonses.com';

/** The mailbox simulator's addresses, which can be labelled as in `bounce+one@…`; they never come onto the list. */
const simulated: Readonly<Record<string, MailFate>> = {
  success: 'delivered',
  ooto: 'delivered',
  bounce: 'bounced',
  complaint: 'complained',
  suppressionlist: 'bounced-suppressed',
};

/** The mailboxes behind SES, and the account's suppression list before them. Addresses go by their lower case. */
export class Mailboxes {
  readonly #states = new Map<string, MailboxState>();
  readonly #suppressed = new Map<string, SuppressionReason>();

  stateOf(address: string): MailboxState {
    return this.#states.get(keyOf(address)) ?? 'works';
  }

  setState(address: string, state: MailboxState): void {
    this.#states.set(keyOf(address), state);
  }

  /** The reason for which an address is on the list, if it is. */
  suppressionOf(address: string): SuppressionReason | undefined {
    return this.#suppressed.get(keyOf(address));
  }

  /** Takes an address off the list. False where it was not on it. */
  allow(address: string): boolean {
    return this.#suppressed.delete(keyOf(address));
  }

  /** Takes a mail, sent by a configuration set that heeds the list for these reasons, and fills it for them. */
  take(address: string, reasons: readonly string[]): MailFate {
    const name = keyOf(address);
    if (name.endsWith(SIMULATOR)) {
      const [box = ''] = name.slice(0, -SIMULATOR.length).split('+');
      return simulated[box] ?? 'bounced';
    }
    const listed = this.#suppressed.get(name);
    if (listed !== undefined && reasons.includes(listed)) {
      return listed === 'BOUNCE' ? 'bounced-suppressed' : 'complained-suppressed';
    }
    const state = this.stateOf(address);
    if (state === 'works') return 'delivered';
    const reason = state === 'bounces' ? 'BOUNCE' : 'COMPLAINT';
    if (reasons.includes(reason)) this.#suppressed.set(name, reason);
    return state === 'bounces' ? 'bounced' : 'complained';
  }
}

const keyOf = (address: string): string => address.trim().toLowerCase();
