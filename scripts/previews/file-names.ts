import type { LanguageCode } from '../../lib/domain/language.ts';
import type { Scheme } from './scheme.ts';

/** What a state is called in addresses: "mail-no-show-by-late-notice". */
export function idOf(group: 'mail' | 'text' | 'page', name: string): string {
  return `${group}-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}

export function frameFile(id: string, code: LanguageCode, scheme: Scheme): string {
  return `${id}.${code}.${scheme}.html`;
}

export function partFile(id: string, code: LanguageCode, ending: 'txt' | 'ics'): string {
  return `${id}.${code}.${ending}`;
}
