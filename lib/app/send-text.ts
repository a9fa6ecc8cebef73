import type { LanguageCode } from '../domain/language.ts';
import { type Outgoing, planText, type Withheld } from '../domain/phone/texting.ts';
import { languages } from '../messages/language/languages.ts';
import { introduced } from '../messages/text.ts';
import { changePhone } from './change-phone.ts';
import { type EffectDeps, type EffectId, TextRefused, TextTooLate } from './deps.ts';
import { loseNumber } from './lose-number.ts';

/** A text as it was written, before anything is known of the number. */
export interface Draft {
  /** E.164. */
  readonly mobile: string;
  readonly body: string;
  readonly language: LanguageCode;
  /** Not worth delivering later than this (ms). */
  readonly until: number;
  readonly effect: EffectId;
  /** The company whose session it is about. */
  readonly companyId?: string;
  readonly about?: Outgoing['about'];
  readonly isAnswer: boolean;
}

/** What became of a text: the provider's id of it, or why it was held back. */
export type Sent = { readonly receipt: string } | { readonly withheld: Withheld };

/** The same, as it is kept with the effect. */
export function receiptOf(sent: Sent): string {
  return 'receipt' in sent ? sent.receipt : `withheld: ${sent.withheld}`;
}

/**
 * Texts a number, if it wants and may have it. The phone's row is written first, so that an answer that comes at
 * once finds what it answers. A number that the service refuses is remembered as such, for all its sessions.
 */
export async function sendText(deps: EffectDeps, draft: Draft): Promise<Sent> {
  const plan = await plannedText(deps, draft);
  if ('withheld' in plan) return plan;
  const { mobile, until, effect } = draft;
  const body = plan.introduce
    ? introduced(draft.body, deps.settings.brand, languages[draft.language])
    : draft.body;
  try {
    return { receipt: await deps.texter.send({ mobile, body, until, effect }) };
  } catch (error) {
    if (error instanceof TextTooLate) return { withheld: 'too-late' };
    if (!(error instanceof TextRefused)) throw error;
    await loseNumber(deps, mobile, error.reason);
    return { withheld: error.reason };
  }
}

type Planned = { readonly introduce: boolean } | { readonly withheld: Withheld };

async function plannedText(deps: EffectDeps, draft: Draft): Promise<Planned> {
  const { mobile, about, isAnswer } = draft;
  const effect = `${draft.effect.owner} ${draft.effect.effect}`;
  let counted = false;
  return changePhone<Planned>(deps, mobile, async (phone) => {
    const outgoing = { effect, now: deps.now(), isAnswer, ...(about === undefined ? {} : { about }) };
    const plan = planText(phone, outgoing, deps.settings.policy);
    if ('withheld' in plan) return { result: plan };
    counted ||= await countText(deps, draft.companyId);
    return counted ? { after: plan.phone, result: plan } : { result: { withheld: 'limit' } };
  });
}

/** False where a limit of the day is reached. A second try at a text is counted again: the limits err on the quiet side. */
async function countText(deps: EffectDeps, companyId = 'none'): Promise<boolean> {
  const { perCompanyDay, perDay } = deps.settings.policy.texts;
  const now = deps.now();
  const company = { name: `texts company ${companyId}`, limit: perCompanyDay, now };
  return (await deps.table.count(company)) && (await deps.table.count({ name: 'texts', limit: perDay, now }));
}
