import type { Problem } from '../../domain/import/problem.ts';
import type { Step } from '../../domain/import/step.ts';
import type { Told } from '../portal/told.tsx';
import type { DeskInsider } from './desk-insider.ts';

/** All that the page of the import shows. */
export interface ImportView extends DeskInsider {
  readonly csrf: string;
  /** As it was sent; '' at first. */
  readonly sheet: string;
  /** Why it can't be taken at all. */
  readonly refused?: string;
  /** What is wrong in it, by line. */
  readonly problems: readonly Problem[];
  /** What is to be done, and what stands for just that: sent back with the button, so that nothing else is done. */
  readonly plan?: { readonly steps: readonly Step[]; readonly id: string };
  /** What was done. */
  readonly done?: readonly Step[];
  readonly told?: Told;
}
