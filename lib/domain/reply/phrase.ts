import type { Sense } from './words.ts';

/** A place in the phrases: which words and slots may follow, and what was said when a phrase ends here. */
export interface Place {
  readonly words: Map<string, Place[]>;
  /** Only where there are any: most places have none. */
  slots?: Map<string, Place[]>;
  ending?: Ending;
}

export interface Ending {
  readonly sense: Sense;
  /** Nothing but filler may come before the phrase. */
  readonly opens: boolean;
  /** Nothing but filler may come after it. */
  readonly closes: boolean;
  /** More must follow. */
  readonly goesOn: boolean;
}

export type Spellings = (word: string) => readonly string[];

export function newPlace(): Place {
  return { words: new Map() };
}

/** Adds a phrase, written as words.ts tells, to those that start at a place. Throws when its brackets don't match. */
export function addPhrase(start: Place, phrase: string, sense: Sense, spellings: Spellings): void {
  const parts = phrase.match(/[[\]()/]|[^\s[\]()/]+/gu) ?? [];
  const opens = parts[0] === '.';
  const goesOn = parts.at(-1) === '…';
  const closes = parts.at(-1) === '.';
  const inner = parts.slice(opens ? 1 : 0, closes || goesOn ? -1 : undefined);
  const ends = new Reader(phrase, inner, spellings).read(start);
  if (ends.includes(start)) throw new Error(`The phrase "${phrase}" may be empty`);
  for (const end of ends) end.ending = { sense, opens, closes, goesOn };
}

/** Reads a phrase part by part; every method takes the places reached so far and gives those reached after it. */
class Reader {
  readonly #phrase: string;
  readonly #parts: readonly string[];
  readonly #spellings: Spellings;
  #at = 0;

  constructor(phrase: string, parts: readonly string[], spellings: Spellings) {
    this.#phrase = phrase;
    this.#parts = parts;
    this.#spellings = spellings;
  }

  read(start: Place): Place[] {
    const ends = this.#alternatives([start]);
    if (this.#at < this.#parts.length)
      throw new Error(`The phrase "${this.#phrase}" closes too many brackets`);
    return ends;
  }

  #alternatives(from: readonly Place[]): Place[] {
    const ends = this.#sequence(from);
    while (this.#parts[this.#at] === '/') {
      this.#at += 1;
      ends.push(...this.#sequence(from));
    }
    return ends;
  }

  #sequence(from: readonly Place[]): Place[] {
    let reached = [...from];
    for (;;) {
      const part = this.#parts[this.#at];
      if (part === undefined || part === '/' || part === ')' || part === ']') return reached;
      this.#at += 1;
      reached = part === '(' || part === '[' ? this.#group(reached, part) : this.#word(reached, part);
    }
  }

  #group(from: readonly Place[], opened: '(' | '['): Place[] {
    const ends = this.#alternatives(from);
    if (this.#parts[this.#at] !== (opened === '(' ? ')' : ']')) {
      throw new Error(`The phrase "${this.#phrase}" leaves a bracket open`);
    }
    this.#at += 1;
    return opened === '[' ? [...new Set([...from, ...ends])] : ends;
  }

  #word(from: readonly Place[], part: string): Place[] {
    const next = newPlace();
    const isSlot = part.startsWith('<');
    for (const place of from) {
      const steps = isSlot ? slotsOf(place) : place.words;
      for (const word of isSlot ? [part] : this.#spellings(part)) {
        const already = steps.get(word);
        if (already === undefined) steps.set(word, [next]);
        else already.push(next);
      }
    }
    return [next];
  }
}

function slotsOf(place: Place): Map<string, Place[]> {
  place.slots ??= new Map();
  return place.slots;
}
