import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import type { Language } from '../language/en.ts';
import type { Deed } from './done.ts';
import type { Told } from './told.tsx';

/** What the list says of a deed; undefined for one of another page. */
export function doneWords(deed: Deed | undefined, { portal: { people } }: Language): Told | undefined {
  const { done } = people;
  switch (deed) {
    case 'asked':
      return { good: true, title: done.asked, text: done.askedText };
    case 'resent':
      return { good: true, title: done.resent, text: done.resentText };
    case 'level':
      return { good: true, title: done.level };
    case 'removed':
      return { good: true, title: done.removed, text: done.removedText };
    case 'newsletters':
    case 'code':
    case undefined:
      return undefined;
  }
}

/** Why nothing changed; undefined for what isn't about somebody's account. */
export function refusalWords({ code }: Refusal, { portal }: Language): Told | undefined {
  const { people, refused } = portal;
  const words: Partial<Record<RefusalCode, readonly [title: string, text: string]>> = {
    'last-primary': [people.lastPrimary, people.lastPrimaryText],
    'not-found': [people.gone, people.goneText],
    'account-exists': [people.gone, people.goneText],
    'not-allowed': [people.notAllowed, people.notAllowedText],
    busy: [refused.busyTitle, refused.busy],
  };
  const found = words[code];
  return found && { good: false, title: found[0], text: found[1] };
}
