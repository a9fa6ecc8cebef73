import type { Deps, EffectId, Outbox } from './deps.ts';
import { loseNumber } from './lose-number.ts';

/** How a text fared on its way, as the service reports it. */
export interface TextReceipt {
  /** The text that it is about. */
  readonly effect: EffectId;
  /** E.164. */
  readonly mobile: string;
  /** The service's word for it, such as `delivered`. */
  readonly status: string;
  readonly at: number;
}

/** What says that a number takes no texts: a landline or no number at all, or blocked on the way. */
const REFUSALS: readonly string[] = ['invalid', 'blocked', 'carrier-blocked', 'protect-blocked'];

/** Keeps a receipt as evidence. Where the number takes no texts, its sessions go by the rules of those without one. */
export async function receiveReceipt(
  deps: Deps & { readonly outbox: Outbox },
  { effect, mobile, status, at }: TextReceipt,
): Promise<void> {
  await deps.outbox.recordDelivery(effect, status, at);
  if (REFUSALS.includes(status)) await loseNumber(deps, mobile, 'refused');
}
