import type { Member } from '../../domain/people/person.ts';
import type { FieldProblems } from '../field.tsx';
import type { Insider } from './insider.ts';
import type { Told } from './told.tsx';

/** All that the page of a company's people shows. */
export interface PeopleView extends Insider {
  readonly companyName: string;
  readonly people: readonly Member[];
  /** Where the list goes on. */
  readonly next?: string;
  /** Whether this is the list's beginning. */
  readonly first: boolean;
  readonly told?: Told;
  /** What was typed to ask for an account, and what is wrong with it. */
  readonly asked: AskedFor;
  readonly problems: FieldProblems;
}

/** The form that asks for an account, as it was typed. */
export interface AskedFor {
  readonly name: string;
  readonly email: string;
  readonly level: string;
}
