import type { LanguageCode } from '../domain/language.ts';
import type { Phone } from '../domain/phone/phone.ts';
import { type Outgoing, planText, type Withheld } from '../domain/phone/texting.ts';
import { languages } from '../messages/language/languages.ts';
import { introduced } from '../messages/text.ts';
import { changePhone, type PhoneDecision } from './change-phone.ts';
import { type EffectDeps, type EffectId, type Tally, TextRefused, TextTooLate } from './deps.ts';
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

/** What is known of a number, and of its company's limit of the day, before a text is planned. */
interface Known {
  readonly phone: Phone;
  readonly isReached: boolean;
}

/**
 * Prepares a text to a number, to be sent if the number wants and may have it. The phone's row is written first, so that an
 * answer that comes at once finds what it answers. A number that the service refuses is remembered as such, for all its
 * sessions.
 */
export async function prepareText(deps: EffectDeps, draft: Draft): Promise<() => Promise<Sent>> {
  const [phone, isReached] = await Promise.all([
    deps.table.phone(draft.mobile),
    deps.table.isReached(tallyOf(deps, draft)),
  ]);
  return () => sendText(deps, draft, { phone, isReached });
}

async function sendText(deps: EffectDeps, draft: Draft, known: Known): Promise<Sent> {
  const plan = await plannedText(deps, draft, known);
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

async function plannedText(deps: EffectDeps, draft: Draft, known: Known): Promise<Planned> {
  const { mobile, about, isAnswer } = draft;
  const effect = `${draft.effect.owner} ${draft.effect.effect}`;
  let counted = false;
  const decide = async (phone: Phone): Promise<PhoneDecision<Planned>> => {
    const outgoing = { effect, now: deps.now(), isAnswer, ...(about === undefined ? {} : { about }) };
    const plan = planText(phone, outgoing, deps.settings.policy);
    if ('withheld' in plan) return { result: plan };
    counted ||= !known.isReached && (await countText(deps, draft));
    return counted ? { after: plan.phone, result: plan } : { result: { withheld: 'limit' } };
  };
  return changePhone(deps, mobile, decide, known.phone);
}

/**
 * False where a limit of the day is reached. The limits err on the quiet side: a second try at a text is counted again, and
 * one that a limit stops still counts towards the other.
 */
async function countText(deps: EffectDeps, draft: Draft): Promise<boolean> {
  const everybody = { name: 'texts', limit: deps.settings.policy.texts.perDay, now: deps.now() };
  const counted = await Promise.all([deps.table.count(tallyOf(deps, draft)), deps.table.count(everybody)]);
  return counted.every(Boolean);
}

/** Looked at before it is counted, so that what a company wants beyond its limit takes nothing from everybody's. */
function tallyOf({ settings, now }: EffectDeps, { companyId = 'none' }: Draft): Tally {
  return { name: `texts company ${companyId}`, limit: settings.policy.texts.perCompanyDay, now: now() };
}
