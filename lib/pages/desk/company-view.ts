import type { Booking } from '../../domain/booking/booking.ts';
import type { Company } from '../../domain/company.ts';
import type { Member } from '../../domain/people/person.ts';
import type { CompanyStanding } from '../../domain/standing/standing.ts';
import type { FieldProblems } from '../field.tsx';
import type { Told } from '../portal/told.tsx';
import type { CompanyAction } from './company-forms.ts';
import type { DeskInsider } from './desk-insider.ts';

/** All that a company's page shows. */
export interface CompanyView extends DeskInsider {
  readonly csrf: string;
  readonly company: Company;
  readonly standing: CompanyStanding;
  readonly people: Listed<Member>;
  /** The latest session first. */
  readonly sessions: Listed<Booking>;
  readonly now: number;
  readonly told?: Told;
  /** What was typed into the form that was pressed in vain, and what is wrong with it. */
  readonly tried?: Tried;
}

/** A part of a list. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
  /** Whether this is the list's beginning. */
  readonly first: boolean;
}

export interface Tried {
  readonly action: CompanyAction;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: FieldProblems;
}

/** What is wrong with the fields of one of the page's forms. */
export function problemsOf({ tried }: Pick<CompanyView, 'tried'>, action: CompanyAction): FieldProblems {
  return tried?.action === action ? tried.problems : new Map();
}

/** What stands in a field of one of the page's forms: what was typed, else what is so already. */
export function typedIn(
  { tried }: Pick<CompanyView, 'tried'>,
  action: CompanyAction,
  name: string,
  usual = '',
): string {
  return tried?.action === action ? (tried.typed[name] ?? '') : usual;
}
