import type { Price } from '../../domain/catalogue.ts';
import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import { dateName, priceText } from '../dates.ts';
import type { Language } from '../language/en.ts';

interface FieldWords {
  readonly field: 'companyCode' | 'email';
  readonly words: (facts: Refusal['facts'], language: Language, supportMail: string) => string;
}

const fieldWords: Partial<Record<RefusalCode, FieldWords>> = {
  'code-not-recognised': { field: 'companyCode', words: (_, { book }) => book.who.codeUnknown },
  'code-expired': {
    field: 'companyCode',
    words: ({ planUntil, price }, language) =>
      language.book.who.codeExpired(
        dateName(String(planUntil), language),
        priceText(price as Price, language),
      ),
  },
  'payment-required': {
    field: 'companyCode',
    words: ({ price }, language, supportMail) =>
      language.book.who.payment(priceText(price as Price, language), supportMail),
  },
  'too-many-requests': {
    field: 'companyCode',
    words: ({ retryAfter }, { book }) =>
      book.who.codesTooMany(Math.max(1, Math.ceil(Number(retryAfter) / 60))),
  },
  'account-required': {
    field: 'email',
    words: ({ accountsUrl }, { book }) => book.account.missing(String(accountsUrl)),
  },
};

/** What to say at the field that a refusal is about, by the field's name; nothing where it is about none. */
export function refusalWords(
  { code, facts }: Refusal,
  language: Language,
  supportMail: string,
): Readonly<Record<string, string>> {
  const told = fieldWords[code];
  // Of too many bookings nothing is said at a field.
  if (code === 'too-many-requests' && facts['field'] !== told?.field) return {};
  return told === undefined ? {} : { [told.field]: told.words(facts, language, supportMail) };
}
