import * as fc from 'fast-check';
import { type Document, type Operation, operationsOf } from './api.ts';
import { broken } from './broken.ts';
import { odd } from './odd.ts';
import { pagePlans, pageRoutes } from './page-plans.ts';
import type { Plan } from './plan.ts';
import { valid } from './valid.ts';

/** A call or page with what is drawn for it. */
export interface Target {
  readonly id: string;
  /** What the document says of it; undefined for pages. */
  readonly operation: Operation | undefined;
  readonly plans: fc.Arbitrary<Plan>;
}

/** Every call of the document, and every page. */
export function targetsOf(document: Document): Target[] {
  const calls = operationsOf(document).map((operation) => ({
    id: operation.id,
    operation,
    plans: apiPlans(operation),
  }));
  const pages = pageRoutes.map((route) => ({ id: route.id, operation: undefined, plans: pagePlans(route) }));
  return [...calls, ...pages];
}

function apiPlans(operation: Operation): fc.Arbitrary<Plan> {
  const refused = broken(operation);
  return fc.oneof(
    { weight: 4, arbitrary: valid(operation) },
    ...(refused === undefined ? [] : [{ weight: 4, arbitrary: refused }]),
    { weight: 2, arbitrary: odd(operation) },
  );
}
