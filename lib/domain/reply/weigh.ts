import type { Piece } from './cover.ts';
import type { Sense } from './words.ts';

/** What the phrases of a text say together. */
export interface Verdict {
  readonly says: 'coming' | 'cannot' | 'move' | 'help' | 'stop' | 'unclear';
  readonly choice?: number;
}

const unclear: Verdict = { says: 'unclear' };

/** What our texts offer by digit. */
const byDigit: Readonly<Record<number, Verdict['says']>> = { 1: 'coming', 2: 'cannot', 3: 'move' };

/** What phrases say together: what contradicts itself is unclear, and who wants to be left alone is. */
export function weigh(pieces: readonly Piece[]): Verdict {
  const senses = new Set(pieces.map(({ sense }) => sense));
  if (senses.has('stop')) return { says: 'stop' };
  const choices = new Set(pieces.flatMap(({ choice }) => choice ?? []));
  if (choices.size > 1) return unclear;
  const [choice] = choices;
  const words = inWords(senses);
  if (choice === undefined) return { says: words ?? (senses.has('nod') ? 'coming' : 'unclear') };
  return numbered(choice, senses.has('pick'), words);
}

const wordless: ReadonlySet<Sense> = new Set(['nod', 'filler', 'answer', 'pick']);

/** Undefined when no words say anything. */
function inWords(senses: ReadonlySet<Sense>): Verdict['says'] | undefined {
  const said = new Set([...senses].filter((sense) => !wordless.has(sense)));
  // Who can't get in is there all the same.
  if (said.has('coming')) said.delete('trouble');
  // "Can't make it, can we reschedule?" asks for another time, and loses nothing by being asked which.
  if (said.has('move')) said.delete('cannot');
  if (said.delete('trouble')) said.add('help');
  const [one, ...others] = said;
  if (one === undefined) return undefined;
  return others.length > 0 ? 'unclear' : (one as Verdict['says']);
}

/** A number with words beside it counts when both say the same; the name of a session in a list says only which. */
function numbered(choice: number, isPick: boolean, words: Verdict['says'] | undefined): Verdict {
  if (isPick) return words === undefined ? { says: 'unclear', choice } : unclear;
  const offered = byDigit[choice] ?? 'unclear';
  const agrees = words === undefined || words === offered || (offered === 'move' && words === 'cannot');
  return agrees ? { says: offered, choice } : unclear;
}
