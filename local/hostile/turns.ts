import { setImmediate as turn } from 'node:timers/promises';

/** When a step is taken: in the order of keys, after all others, or once nothing else of its owner waits. */
export type When = 'in-order' | 'last' | 'after-own';

interface Waiting {
  /** The environment whose step it is; empty for the start of an invocation, which has none yet. */
  readonly owner: string;
  readonly key: string;
  readonly when: When;
  readonly go: () => Promise<void>;
}

/** How many turns of this thread's loop it takes until what lies in its sockets is read. */
const turnsToRead = 4;

/** The same for requests of people at once, each on a connection of its own that has yet to be made. */
const turnsToConnect = 100;

/**
 * One step at a time: the start of an invocation, or a call of one. A step is taken only once every function under way
 * waits for one, so all that could be next is known, and it's the key that says which is: never who came first.
 */
export class Turns {
  readonly #quietOnce: () => Promise<void>;
  #waiting: Waiting[] = [];
  #came = 0;
  #stepping = false;

  /** `quietOnce` resolves once all under way have taken in what was sent to them, and what they sent has been heard. */
  constructor(quietOnce: () => Promise<void>) {
    this.#quietOnce = quietOnce;
  }

  /** Does a step when its turn has come, and gives what it gives. */
  take<T>(owner: string, key: string, step: () => Promise<T>, when: When = 'in-order'): Promise<T> {
    return new Promise<T>((done, fail) => {
      const go = async (): Promise<void> => {
        try {
          done(await step());
        } catch (error) {
          fail(error);
        }
      };
      this.#came += 1;
      this.#waiting.push({ owner, key, when, go });
      if (!this.#stepping) void this.#stepOn();
    });
  }

  async #stepOn(): Promise<void> {
    this.#stepping = true;
    while (this.#waiting.length > 0) {
      await this.#quiet();
      const [next] = this.#waiting.filter((one) => this.#mayGo(one)).toSorted(inOrder);
      this.#waiting = this.#waiting.filter((one) => one !== next);
      await next?.go();
    }
    this.#stepping = false;
  }

  #mayGo({ when, owner }: Waiting): boolean {
    return when !== 'after-own' || this.#waiting.filter((other) => other.owner === owner).length === 1;
  }

  async #quiet(): Promise<void> {
    for (let before = -1; before !== this.#came; ) {
      before = this.#came;
      // What was just answered is first to be on its way.
      await turns(1);
      await this.#quietOnce();
      await turns(this.#waiting.some(({ owner }) => owner === '') ? turnsToConnect : turnsToRead);
    }
  }
}

const inOrder = (one: Waiting, other: Waiting): number =>
  Number(one.when === 'last') - Number(other.when === 'last') ||
  (one.key < other.key ? -1 : Number(one.key > other.key));

async function turns(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await turn();
}
