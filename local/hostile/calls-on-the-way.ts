interface Counted {
  heard: number;
  answered: number;
}

/** How many calls of each environment, by its token, were heard here, and how many were answered. */
export class CallsOnTheWay {
  readonly #counted = new Map<string, Counted>();

  of(token: string): Readonly<Counted> {
    return this.#count(token);
  }

  heard(token: string): void {
    this.#count(token).heard += 1;
  }

  answered(token: string): void {
    this.#count(token).answered += 1;
  }

  #count(token: string): Counted {
    const known = this.#counted.get(token) ?? { heard: 0, answered: 0 };
    this.#counted.set(token, known);
    return known;
  }
}
