import type { Later } from './plan.ts';

/** One thing that requests can be about, by the names that its parts have in paths and bodies. */
export type Entry = Readonly<Record<string, string | number>>;

/** A form or link that a page of ours had. */
export interface Shown {
  /** Path, without the query. */
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** More of a kind would only be older. */
const MOST = 150;
const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;

/** What a run has made or seen so far, for later requests to be about. */
export class Pool {
  readonly #entries = new Map<string, Entry[]>();
  readonly #shown = new Map<string, Shown[]>();
  readonly #now: () => number;
  /** Ids of those who ask: forms about them are not kept, so that nobody removes them. */
  readonly #spared = new Set<string>();

  /** `now` is the clock of the cloud, ms. */
  constructor(now: () => number) {
    this.#now = now;
  }

  add(kind: string, entry: Entry): void {
    keep(this.#entries, kind, entry);
  }

  /** From now on, no form with this in it is kept. */
  spare(id: string): void {
    this.#spared.add(id);
  }

  /** A form or link of an operation's. */
  show(operation: string, shown: Shown): void {
    const text = decodeURIComponent(JSON.stringify(shown).replaceAll(/%(?![0-9a-f]{2})/giu, '%25'));
    if ([...this.#spared].some((id) => text.includes(id))) return;
    keep(this.#shown, operation, shown);
  }

  /** Of a kind that is replaced as a whole. */
  replace(kind: string, entries: readonly Entry[]): void {
    this.#entries.set(kind, [...entries]);
  }

  /** The newest of a kind, the newest first. */
  latest(kind: string, most: number): readonly Entry[] {
    return (this.#entries.get(kind) ?? []).slice(-most).toReversed();
  }

  shownOf(operation: string, n: number): Shown | undefined {
    return at(this.#shown.get(operation), n);
  }

  valueOf(later: Later): unknown {
    if (later.$ === 'pick') {
      const found = at(this.#entries.get(later.pool), later.n)?.[later.part];
      if (later.part === 'cursor' || later.part === 'revision') return found;
      return found ?? 'none-yet';
    }
    if (later.$ === 'date') {
      return new Date(this.#now() + later.days * DAY_MS).toISOString().slice(0, 10);
    }
    const quarter = Math.ceil(this.#now() / QUARTER_MS) * QUARTER_MS;
    return new Date(quarter + later.minutes * 60_000).toISOString();
  }

  /** How much of each kind there is. */
  sizes(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#entries].map(([kind, entries]) => [kind, entries.length]));
  }
}

function keep<Thing>(map: Map<string, Thing[]>, key: string, thing: Thing): void {
  const list = map.get(key) ?? [];
  map.set(key, list);
  const text = JSON.stringify(thing);
  if (list.some((one) => JSON.stringify(one) === text)) return;
  list.push(thing);
  if (list.length > MOST) list.shift();
}

/** Counted from the newest. */
function at<Thing>(list: readonly Thing[] = [], n: number): Thing | undefined {
  return list.at(-1 - (n % Math.max(list.length, 1)));
}
