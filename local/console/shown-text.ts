import type { Text } from '../aws/sns-texts.ts';

/** A text as the JSON shows it. */
export const shownText = ({ id, at, direction, phone, body }: Text): unknown => ({
  id,
  at,
  direction,
  phone,
  body,
});
