import { eMail } from '../../../messages/language/de/e-mail.ts';
import type { Language } from '../en.ts';

export const fields: Language['fields'] = {
  summary: (count) =>
    count === 1
      ? 'Eine Angabe fehlt noch oder stimmt nicht'
      : `${count} Angaben fehlen noch oder stimmen nicht`,
  optional: 'freiwillig',
  missing: (label) => `${label}: Bitte füllen Sie das aus.`,
  tooLong: (label, most) => `${label}: bitte höchstens ${most} Zeichen.`,
  malformed: (label) => `${label}: Das lässt sich nicht lesen. Bitte prüfen Sie es.`,
  email: `${eMail}: Eine Adresse sieht aus wie name@example.com.`,
};
