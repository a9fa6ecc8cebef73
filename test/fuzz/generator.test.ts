import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, type Operation, operationsOf } from '../../fuzz/api.ts';
import { breaksOf, broken } from '../../fuzz/broken.ts';
import { pageRoutes } from '../../fuzz/page-plans.ts';
import type { Later, Plan } from '../../fuzz/plan.ts';
import { resolved } from '../../fuzz/plan.ts';
import { stateOf } from '../../fuzz/states.ts';
import { targetsOf } from '../../fuzz/targets.ts';
import { valid } from '../../fuzz/valid.ts';
import { openApi } from '../../lib/http/openapi.ts';
import { isApiRoute, routes } from '../../lib/http/routes.ts';

const document = JSON.parse(JSON.stringify(openApi('https://showup.example', 'Example'))) as Document;
const operations = operationsOf(document);
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

describe('what is generated', () => {
  it('covers each call of the document and each page once', () => {
    const wanted = [...routes.filter(isApiRoute), ...pageRoutes.map(({ id }) => ({ name: id }))];
    expect(
      targetsOf(document)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(wanted.map(({ name }) => name).toSorted());
    expect(wanted).toHaveLength(routes.length);
  });

  it('is the same for the same seed, and another for another', () => {
    for (const { id, plans } of targetsOf(document)) {
      const drawn = (seed: number) => JSON.stringify(fc.sample(plans, { seed, numRuns: 5 }));
      expect(drawn(7), id).toBe(drawn(7));
      expect(drawn(8), id).not.toBe(drawn(7));
    }
  });

  it.each(withJson().map((operation) => [operation.id, operation] as const))(
    'of %s fits its schema where it is to fit, and breaks it where it is to break it',
    (_, operation) => {
      const fits = ajv.compile(operation.body?.schema ?? {});
      for (const { body } of fc.sample(valid(operation), { seed: 1, numRuns: 40 })) {
        if (body?.as !== 'json') continue;
        expect(fits(resolved(body.value, stand)), ajv.errorsText(fits.errors)).toBe(true);
      }
      for (const plan of fc.sample(broken(operation) ?? fc.constant(undefined), { seed: 1, numRuns: 200 })) {
        if (plan?.body?.as !== 'json') continue;
        const value = JSON.parse(JSON.stringify(resolved(plan.body.value, stand)));
        expect({ plan, fits: inQuery(plan) || fits(value) }).toEqual({ plan, fits: inQuery(plan) });
      }
    },
  );

  it('is mostly about what is in the state that a call takes, with the revision that it has', () => {
    const names = new Set(operations.map(({ id }) => id));
    expect(Object.keys(stateOf).filter((id) => !names.has(id))).toEqual([]);
    const approve = operations.find(({ id }) => id === 'approveBooking');
    const drawn = approve === undefined ? [] : fc.sample(valid(approve), { seed: 1, numRuns: 100 });
    const picks = drawn.map(({ parameters }) => parameters['bookingId'] as { readonly pool: string });
    expect(picks.filter(({ pool }) => pool === 'bookingId pending').length).toBeGreaterThan(50);
    for (const { parameters, body } of drawn) {
      const { revision } = (body?.as === 'json' ? body.value : {}) as { readonly revision?: unknown };
      if (revision === undefined || revision === 1) continue;
      expect(revision).toEqual({ ...(parameters['bookingId'] as object), part: 'revision' });
    }
  });

  it('breaks every rule that a call with a body has: nothing, another type, unknown fields, bounds', () => {
    const rules = new Set(operations.flatMap((operation) => breaksOf(operation).map(({ rule }) => rule)));
    for (const rule of [
      'missing',
      'unknown field',
      'too long',
      'empty',
      'too small',
      'too large',
      'not JSON',
      'deep',
    ])
      expect(rules).toContain(`body: ${rule}`);
    for (const rule of ['missing', 'not one of those listed', 'too long'])
      expect(rules).toContain(`query: ${rule}`);
    expect(rules).toContain('header: without Idempotency-Key');
  });
});

function withJson(): Operation[] {
  return operations.filter(({ body }) => body?.type === 'application/json');
}

/** The body is as it was: another part of the request is broken. */
function inQuery({ broken }: Plan): boolean {
  return broken?.rule.startsWith('body:') !== true;
}

/** Something of the right shape for what a run would have made. */
function stand(later: Later): unknown {
  if (later.$ === 'instant') return '2027-03-01T15:00:00.000Z';
  if (later.$ === 'date') return '2027-03-01';
  if (later.part === 'revision') return 2;
  return later.part === 'start' ? '2027-03-01T15:00:00.000Z' : 'made-before';
}
