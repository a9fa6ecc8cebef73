import type { Price } from '../domain/catalogue.ts';
import type { Language } from './language/en.ts';

/** An amount with its currency, as the language writes it: "$100.00". */
export function money({ amount, currency }: Price, { time }: Language): string {
  return new Intl.NumberFormat(time.locale, { style: 'currency', currency }).format(amount);
}
