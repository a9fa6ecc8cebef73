import type { EffectDeps, RecordedMailboxEvent } from './deps.ts';

/** Has the mail service forget that mail to an address came back, or was complained of. Done twice it is as done once. */
export async function tellMailbox(
  { mailer }: Pick<EffectDeps, 'mailer'>,
  { event }: RecordedMailboxEvent,
): Promise<void> {
  for (const address of event.addresses) await mailer.allow(address);
}
