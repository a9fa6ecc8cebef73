import type { XmlValue } from './query.ts';
import { AwsError } from './wire.ts';

/** What an account may spend at most, in US dollars, until AWS raises it. */
const accountLimit = 100;

/** SNS's settings of an account's texts. Of these the monthly limit is known; it is that of the account until it is set. */
export class SmsAttributes {
  #monthlySpendLimit: string | undefined;

  get(form: URLSearchParams): XmlValue {
    const asked = [...form].flatMap(([name, value]) =>
      name.startsWith('attributes.member.') ? [value] : [],
    );
    const isAsked = asked.length === 0 || asked.includes('MonthlySpendLimit');
    if (!isAsked || this.#monthlySpendLimit === undefined) return {};
    return { entry: { key: 'MonthlySpendLimit', value: this.#monthlySpendLimit } };
  }

  set(form: URLSearchParams): XmlValue {
    const name = form.get('attributes.entry.1.key');
    const value = form.get('attributes.entry.1.value') ?? '';
    if (name !== 'MonthlySpendLimit' || form.has('attributes.entry.2.key')) {
      throw invalid(`${name}: the local cloud knows MonthlySpendLimit only`);
    }
    if (!/^\d+$/u.test(value) || Number(value) > accountLimit) {
      throw invalid(`MonthlySpendLimit Reason: ${value} is more than the account may spend`);
    }
    this.#monthlySpendLimit = value;
    return {};
  }
}

const invalid = (what: string): AwsError => new AwsError('InvalidParameter', `Invalid parameter: ${what}`);
