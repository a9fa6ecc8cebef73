import { noOpenBookingText } from '../messages/text.ts';
import type { EffectDeps } from './deps.ts';
import { once } from './once.ts';

/** Tells a number that texted us, and that we know no booking for, that there is none. Once for each text recorded. */
export function answerStrayText(
  deps: EffectDeps,
  { mobile, messageId }: { readonly mobile: string; readonly messageId: string },
  leaseMs: number,
): Promise<void> {
  return once(deps, { owner: mobile, effect: `${messageId}.text` }, leaseMs, () =>
    deps.texter.send(mobile, noOpenBookingText(deps.settings.brand)),
  );
}
