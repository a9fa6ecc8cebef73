import type { Price } from '../../domain/catalogue.ts';
import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import { dateName, priceText } from '../dates.ts';
import type { Language } from '../language/en.ts';

type Words = (facts: Refusal['facts'], language: Language, supportMail: string) => string;

const codeWords: Partial<Record<RefusalCode, Words>> = {
  'code-not-recognised': (_, { book }) => book.who.codeUnknown,
  'code-expired': ({ planUntil, price }, language) =>
    language.book.who.codeExpired(dateName(String(planUntil), language), priceText(price as Price, language)),
  'payment-required': ({ price }, language, supportMail) =>
    language.book.who.payment(priceText(price as Price, language), supportMail),
};

/** What to say at the company code; undefined for a refusal that is not about it. */
export function codeProblem(
  { code, facts }: Refusal,
  language: Language,
  supportMail: string,
): string | undefined {
  return codeWords[code]?.(facts, language, supportMail);
}
