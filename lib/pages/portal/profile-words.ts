import type { Refusal } from '../../domain/refusal.ts';
import { moment } from '../../messages/time.ts';
import type { Language } from '../language/en.ts';
import type { Deed } from './done.ts';
import type { Told } from './told.tsx';

/** What the profile says of a deed; undefined for one of another page. */
export function profileDone(deed: Deed | undefined, { portal }: Language): Told | undefined {
  if (deed === 'newsletters') return { good: true, title: portal.newsletters.changed };
  if (deed !== 'code') return undefined;
  return { good: true, title: portal.code.replaced, text: portal.code.replacedText };
}

interface When {
  readonly now: number;
  /** Zone that times are told in. */
  readonly zone: string;
  readonly language: Language;
}

/** Why nothing changed; undefined for what the profile has no words for. */
export function profileRefused({ code, facts }: Refusal, { now, zone, language }: When): Told | undefined {
  const { portal, messages } = language;
  if (code === 'busy') return { good: false, title: portal.refused.busyTitle, text: portal.refused.busy };
  if (code !== 'too-many-requests') return undefined;
  const from = now + Number(facts['retryAfter']) * 1000;
  return {
    good: false,
    title: portal.code.tooOften,
    text: portal.code.tooOftenText(moment(from, zone, messages)),
  };
}
