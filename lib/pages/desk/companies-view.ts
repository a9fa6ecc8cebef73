import type { Company } from '../../domain/company.ts';
import type { FieldProblems } from '../field.tsx';
import type { Told } from '../portal/told.tsx';
import type { DeskInsider } from './desk-insider.ts';

/** All that the list of companies shows. */
export interface CompaniesView extends DeskInsider {
  readonly csrf: string;
  readonly companies: readonly Company[];
  /** Where the list goes on. */
  readonly next?: string;
  /** Whether this is the list's beginning. */
  readonly first: boolean;
  /** What the list is narrowed to; '' for all. */
  readonly sought: string;
  readonly now: number;
  readonly told?: Told;
  /** The company that is to be added, as it was typed, and what is wrong with it. */
  readonly typed: TypedCompany;
  readonly problems: FieldProblems;
}

/** As a form sends a company. */
export interface TypedCompany {
  readonly id: string;
  readonly name: string;
  readonly planUntil: string;
  readonly afterHours: string;
  readonly code: string;
}

export const blankCompany: TypedCompany = { id: '', name: '', planUntil: '', afterHours: '', code: '' };
