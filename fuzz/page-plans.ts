import * as fc from 'fast-check';
import { isApiRoute, routes } from '../lib/http/routes.ts';
import type { Operation } from './api.ts';
import { odd, oddText } from './odd.ts';
import type { Edit, Plan } from './plan.ts';
import { typedIn } from './typed.ts';
import { callerOf, parametersOf } from './valid.ts';
import { daysFromNow, freshEmail, picked } from './values.ts';

/** A page, or what a form of ours posts to. */
export interface PageRoute {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly secured: boolean;
}

/** Every route that people's browsers ask for. */
export const pageRoutes: readonly PageRoute[] = routes
  .filter((route) => !isApiRoute(route))
  .map((route) => ({ id: route.name, method: route.method, path: route.path, secured: 'needs' in route }));

/** What people type, more or less, and what programs send in their place. */
const typed = fc.oneof(
  { weight: 3, arbitrary: oddText },
  { weight: 1, arbitrary: freshEmail },
  { weight: 1, arbitrary: daysFromNow(-3, 30) },
  { weight: 1, arbitrary: picked('slot', 'start') },
  { weight: 1, arbitrary: picked('code') },
  { weight: 1, arbitrary: fc.constantFrom('on', 'live-60', 'robin', 'example-crates', '10:00', '60', '1') },
);

const edit: fc.Arbitrary<Edit> = fc.record({
  how: fc.constantFrom('set', 'set', 'set', 'drop', 'twice', 'add'),
  at: fc.nat({ max: 30 }),
  value: typed,
});

const names = [
  'lang',
  'date',
  'week',
  'next',
  'page',
  'q',
  'type',
  'start',
  'cursor',
  'leave',
  'view',
  '__proto__',
];

/** Links and forms of pages: as they were shown, and with fields changed, left out, sent twice and added. */
export function pagePlans(route: PageRoute): fc.Arbitrary<Plan> {
  const plain: Operation = { ...route, parameters: [], answers: new Map() };
  return fc.oneof(
    { weight: 4, arbitrary: shownPlan(route) },
    { weight: 1, arbitrary: odd(plain) },
    { weight: 1, arbitrary: typedPlan(route) },
  );
}

function shownPlan(route: PageRoute): fc.Arbitrary<Plan> {
  return fc
    .record({
      plan: base(route),
      n: fc.nat({ max: 9999 }),
      typed: fc.option(typedIn, { freq: 4, nil: undefined }),
      edits: fc.oneof(fc.constant([]), fc.array(edit, { minLength: 1, maxLength: 3 })),
    })
    .map(({ plan, n, typed, edits }) => ({ ...plan, shown: { n, edits, ...(typed && { typed }) } }));
}

/** Without a page that would have led there. */
function typedPlan(route: PageRoute): fc.Arbitrary<Plan> {
  const fields = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), oddText), typed), { maxLength: 3 });
  return fc
    .record({ plan: base(route), fields })
    .map(({ plan, fields }) =>
      route.method === 'GET' ? { ...plan, query: fields } : { ...plan, body: { as: 'form', fields } },
    );
}

function base(route: PageRoute): fc.Arbitrary<Plan> {
  const { id, method, path } = route;
  return fc.record({ caller: pageCaller(route), parameters: parametersOf(path) }).map((drawn) => ({
    ...drawn,
    ...{ operation: id, method, path, query: [], headers: {} },
  }));
}

function pageCaller(route: PageRoute): fc.Arbitrary<Plan['caller']> {
  const browser = route.path.startsWith('/desk') ? 'staff-browser' : 'primary-browser';
  if (!route.secured)
    return fc.oneof({ weight: 4, arbitrary: fc.constant('nobody' as const) }, fc.constant(browser));
  return fc.oneof({ weight: 6, arbitrary: fc.constant<Plan['caller']>(browser) }, callerOf(route));
}
