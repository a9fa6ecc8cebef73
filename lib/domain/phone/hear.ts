import type { Phone } from './phone.ts';
import { ownerName } from './texting.ts';

/** The most people that share a number before the first of them is forgotten. */
const MOST_OWNERS = 8;
/** The carrier tries for an hour to bring a text: more than anybody types meanwhile. Older ones get rows of their own. */
const MOST_HEARD = 60;

/** The number texted us: the service can reach it, whatever it said before. */
export function heardFrom({ refusedAt: _, ...phone }: Phone, messageId: string): Phone {
  return {
    ...phone,
    heard: [...phone.heard, messageId].slice(-MOST_HEARD),
    revision: phone.revision + 1,
  };
}

/** Whether the number may have sent texts that its row has no room for any more. */
export function mayHaveForgotten({ heard }: Phone): boolean {
  return heard.length >= MOST_HEARD;
}

/** The number answered for a session: whoever booked that is its owner, and our question is answered. */
export function answeredFor(phone: Phone, email: string): Phone {
  const { question: _, strangerText: __, ...rest } = phone;
  const owners = [...new Set([...phone.owners, ownerName(email)])].slice(-MOST_OWNERS);
  return { ...rest, owners };
}

/** STOP or START. What was said later stands, in whichever order the two are brought. */
export function consentSaid(phone: Phone, given: boolean, stamp: number): Phone {
  return stamp < (phone.consent?.stamp ?? 0) ? phone : { ...phone, consent: { stamp, given } };
}

/** The service won't text the number: its owner told the carrier so, or it takes no texts. */
export function lostNumber(phone: Phone, reason: 'opted-out' | 'refused', now: number): Phone {
  const revision = phone.revision + 1;
  if (reason === 'refused') return { ...phone, refusedAt: now, revision };
  return { ...consentSaid(phone, false, now), revision };
}
