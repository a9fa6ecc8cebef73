import { segmentsOf } from '../carrier/segments.ts';
import type { Text } from '../carrier/text.ts';

/** Parts of the texts that were sent on, and of those that came in, by direction and country code: `out +1`. */
export function partsOfTexts(texts: readonly Text[]): Readonly<Record<string, number>> {
  const parts: Record<string, number> = {};
  for (const { direction, phone, body, fate } of texts) {
    // Not sent on, and so not paid: the phone had opted out, or the month's money was spent.
    if (fate === 'opted-out' || fate === 'over-quota') continue;
    const of = `${direction} ${countryCode(phone)}`;
    parts[of] = (parts[of] ?? 0) + segmentsOf(body).parts;
  }
  return parts;
}

/** `+1` for North America, else the code's first two digits: enough to tell the prices apart. */
const countryCode = (phone: string): string => (phone.startsWith('+1') ? '+1' : phone.slice(0, 3));
