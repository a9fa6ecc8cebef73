import { any } from './any.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { addPhrase, newPlace, type Place } from './phrase.ts';
import { plain, withoutMarks } from './plain.ts';
import { type Slots, slotsFor } from './slots.ts';
import type { Sense, Words } from './words.ts';

/** A language more is a file more, and its name here. */
const languages: readonly Words[] = [any, en, de];

/** What all languages know, ready to be looked up. */
export interface Lexicon {
  /** Where the phrases start. */
  readonly phrases: Place;
  readonly slots: Slots;
  readonly signatures: readonly string[];
  readonly ours: readonly string[];
  /** Whether a word could be somebody's name, for all that is known here. */
  readonly mayBeName: (word: string) => boolean;
}

let built: Lexicon | undefined;

/** Built when it is first asked for: nothing that only loads this file waits for it. */
export function lexicon(): Lexicon {
  built ??= build();
  return built;
}

const spelled = new Map<string, readonly string[]>();

function build(): Lexicon {
  const phrases = newPlace();
  for (const { phrases: bySense } of languages) {
    for (const [sense, list] of Object.entries(bySense)) {
      for (const phrase of list) addPhrase(phrases, phrase, sense as Sense, spellings);
    }
  }
  // No word of a phrase is taken for a name, nor is a number, a day or a time of day.
  const notNames = new Set([
    ...[...spelled.values()].flat(),
    ...languages
      .flatMap(({ numbers, ordinals }) => values({ ...numbers, ...ordinals }))
      .map(([word]) => word),
    ...listed('notNames'),
    ...listed('days'),
    ...listed('clock'),
  ]);
  const mayBeName = (word: string): boolean => /^\p{L}{2,}$/u.test(word) && !notNames.has(word);
  const slots = slotsFor({
    numbers: Object.fromEntries(languages.flatMap(({ numbers }) => values(numbers))),
    ordinals: Object.fromEntries(languages.flatMap(({ ordinals }) => values(ordinals))),
    days: listed('days'),
    months: listed('months'),
    clock: listed('clock'),
    mayBeName,
  });
  return { phrases, slots, signatures: listed('signatures'), ours: listed('ours'), mayBeName };
}

/** As a word is read, and as people type it who leave the accents away. */
function spellings(word: string): readonly string[] {
  const known = spelled.get(word);
  if (known !== undefined) return known;
  const all = [...new Set([plain(word), plain(withoutMarks(word))])];
  spelled.set(word, all);
  return all;
}

function listed(key: 'days' | 'months' | 'clock' | 'notNames' | 'signatures' | 'ours'): string[] {
  return languages.flatMap((words) => words[key] ?? []).flatMap(spellings);
}

function values(named: Readonly<Record<string, number>> = {}): [string, number][] {
  return Object.entries(named).flatMap(([word, value]) =>
    spellings(word).map((spelling): [string, number] => [spelling, value]),
  );
}
