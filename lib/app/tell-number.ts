import type { PhoneEvent } from '../domain/phone/events.ts';
import { WORTH_TELLING } from '../domain/phone/texting.ts';
import type { PhoneTextKind } from '../messages/facts.ts';
import { languages } from '../messages/language/languages.ts';
import { renderPhoneText } from '../messages/text.ts';
import type { EffectDeps, RecordedPhoneEvent } from './deps.ts';
import { once } from './once.ts';
import { prepareText, receiptOf } from './send-text.ts';

/**
 * Tells a number what it must hear of an event that is about no one booking, once; nothing where whose number it is was
 * erased since. `leaseMs` as in `react`.
 */
export async function tellNumber(
  deps: EffectDeps,
  { mobile, messageId, event }: RecordedPhoneEvent,
  leaseMs: number,
): Promise<void> {
  // What was heard last is known as long as anything is known of the number.
  const { heard } = await deps.table.phone(mobile);
  if (!heard.includes(messageId)) return;
  const effect = { owner: mobile, effect: `${messageId}.text` };
  const { brand } = deps.settings;
  await once(deps, effect, leaseMs, async () => {
    const body = renderPhoneText(textOf(event), { brand }, languages[event.language]);
    const until = deps.now() + WORTH_TELLING;
    const send = await prepareText(deps, {
      mobile,
      body,
      language: event.language,
      until,
      effect,
      isAnswer: true,
    });
    return async () => {
      if (event.type === 'texts-wanted') await deps.texter.optIn(mobile);
      return receiptOf(await send());
    };
  });
}

function textOf(event: PhoneEvent): PhoneTextKind {
  switch (event.type) {
    case 'no-session':
      return { kind: 'no-session' };
    case 'helped':
      return { kind: 'help' };
    case 'texts-wanted':
      return { kind: 'welcome-back' };
    case 'which-asked': {
      const { intent, sessions, over } = event;
      return { kind: 'which', intent, sessions, ...(over === undefined ? {} : { over }) };
    }
  }
}
