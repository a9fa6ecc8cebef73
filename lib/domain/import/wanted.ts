import type { Level } from '../people/level.ts';

/** What a sheet says of a company, and the line on which it says so. What it doesn't say is absent. */
export interface WantedCompany {
  readonly id: string;
  /** The first of its lines. */
  readonly line: number;
  readonly name?: Said<string>;
  readonly planUntil?: Said<string>;
  readonly code?: Said<string>;
  readonly afterHours?: Said<boolean>;
  readonly people: readonly WantedPerson[];
}

export interface Said<Value> {
  readonly line: number;
  readonly value: Value;
}

export interface WantedPerson {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly level: Level;
}
