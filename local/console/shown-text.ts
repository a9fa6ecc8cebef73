import type { Fate, Text } from '../carrier/text.ts';

/** A text as the JSON shows it. */
export const shownText = ({ id, at, direction, phone, body }: Text) => ({ id, at, direction, phone, body });

/** The same with whether the phone got it, and what came of it if not. */
export const shownWithFate = (text: Text) => ({
  ...shownText(text),
  delivered: text.fate === 'delivered',
  ...(text.fate === 'delivered' ? {} : { fate: text.fate }),
});

/** What came of a text that the phone hasn't got, for people. */
export const fateWords: Readonly<Record<Exclude<Fate, 'delivered'>, string>> = {
  waiting: 'Waiting until the phone is on',
  invalid: 'Not delivered: this number takes no texts',
  unreachable: 'Not delivered: the phone was off',
  expired: 'Not delivered: the phone was off too long',
  'over-quota': 'Not sent: nothing left to spend this month',
  'opted-out': 'Not delivered: the phone opted out',
};
