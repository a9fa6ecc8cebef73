import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from '../../lib/http/read.ts';
import * as schemas from '../../lib/http/schemas.ts';
import { fieldErrors, refusedFields } from './field-errors.ts';
import { changedAt, pathsOf, samples } from './requests.ts';

const list = Object.entries(samples);

describe.each(list)('%s', (_, { schema, good, optional = [], bad = {}, open = false }) => {
  const refused = (value: unknown) => refusedFields(() => read(schema, value, 'body'));
  const paths = pathsOf(good);
  const required = paths.filter((path) => !optional.includes(path));

  it('takes the example, also without what is optional', async () => {
    expect(await refused(good)).toEqual([]);
    for (const path of optional) expect(await refused(changedAt(good, path, undefined))).toEqual([]);
  });

  it('refuses anything but an object, and says so of the body', async () => {
    for (const value of [null, 7, Number.NaN, true, 'text', [], [good]]) {
      expect(await refused(value)).toEqual(['body']);
    }
  });

  it('names each field that is missing, itself or the fields in it', async () => {
    for (const path of required) {
      const errors = await fieldErrors(() => read(schema, changedAt(good, path, undefined), 'body'));
      expect(errors).toEqual([{ field: path, message: 'is required' }]);
    }
    const all = await refused({});
    expect(all).toEqual(required.filter((path) => !path.includes('.')));
  });

  it('names each field of a wrong type', async () => {
    for (const path of paths) {
      const isList = Array.isArray(get(good, path));
      const isObject = typeof get(good, path) === 'object';
      const wrong: unknown[] = [
        null,
        7,
        Number.NaN,
        1e308,
        -0,
        true,
        ...(isList ? [] : [['a']]),
        ...(isObject ? ['text'] : [{ a: 1 }]),
      ];
      const others = wrong.filter((value) => typeof value !== typeof get(good, path));
      for (const value of isObject ? wrong : others)
        expect(await refused(changedAt(good, path, value))).toEqual([path]);
    }
  });

  it('names each field of a wrong value', async () => {
    for (const [path, values] of Object.entries(bad)) {
      for (const value of values) {
        expect(
          await refused(changedAt(good, path, value)),
          `${path}: ${JSON.stringify(value).slice(0, 80)}`,
        ).toEqual([path]);
      }
    }
  });

  it('names each unknown field, wherever it is and whatever it is called, unless it is open to them', async () => {
    const objects = [
      '',
      ...paths
        .filter((path) => typeof get(good, path) === 'object' && !Array.isArray(get(good, path)))
        .map((path) => `${path}.`),
    ];
    for (const object of objects) {
      for (const name of ['extra', '__proto__', 'constructor', 'toString', 'prototype', '']) {
        expect(await refused(changedAt(good, object + name, { polluted: true }))).toEqual(
          open ? [] : [object + name],
        );
      }
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('whatever comes, is read or refused by fields, and never fails otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.anything()), async (value) => {
        for (const { field, message } of await fieldErrors(() => read(schema, value, 'body'))) {
          expect(typeof field).toBe('string');
          expect(message).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe.each(list.filter(([, { good }]) => Object.keys(good).length > 0))(
  '%s, one field of it',
  (_, { schema, good }) => {
    const refused = (value: unknown) => refusedFields(() => read(schema, value, 'body'));
    const paths = pathsOf(good);

    it('whatever it holds, is the only one that is blamed for it', async () => {
      const anyText = fc.string({ unit: 'binary', maxLength: 300 });
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...paths),
          fc.oneof(anyText, fc.jsonValue()),
          async (path, value) => {
            for (const field of await refused(changedAt(good, path, value))) {
              expect(field === path || field.startsWith(`${path}.`)).toBe(true);
            }
          },
        ),
        { numRuns: 500 },
      );
    });
  },
);

describe('what is read', () => {
  const booking = samples['bookingBody']?.good ?? {};
  const body = (path: string, value: unknown) =>
    read(schemas.bookingBody, changedAt(booking, path, value), 'body');

  it('is trimmed, times in milliseconds and numbers in E.164', () => {
    expect(body('attendee.name', '  Ada Park ')).toMatchObject({
      start: Date.parse('2026-11-24T15:00:00Z'),
      attendee: { name: 'Ada Park', email: 'ada@example.com', mobile: '+15550100123' },
    });
  });

  it('may be in any script, also one that is written from right to left, or an emoji', () => {
    for (const name of ['אדה פארק', 'آدا بارك', '山田 花子', 'Zoë', '👩🏽‍💻 Ada']) {
      expect(body('attendee.name', name).attendee.name).toBe(name);
    }
  });

  it('counts a text of the longest length in, and one more out', async () => {
    expect(body('attendee.name', 'x'.repeat(200)).attendee.name).toHaveLength(200);
    expect(await refusedFields(() => body('attendee.name', 'x'.repeat(201)))).toEqual(['attendee.name']);
  });

  it('holds no half of a character pair and no control character, whatever was sent', async () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        if ((await refusedFields(() => body('attendee.name', text))).length > 0) return;
        const { name } = body('attendee.name', text).attendee;
        expect(name.isWellFormed()).toBe(true);
        expect(name).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
      { numRuns: 500 },
    );
  });

  it('of an instant is always a whole number of milliseconds', async () => {
    const instant = fc
      .date({
        min: new Date('2000-01-01T00:00:00Z'),
        max: new Date('2999-12-30T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
    await fc.assert(
      fc.asyncProperty(instant, fc.constantFrom('Z', '+14:00', '-12:00', '+05:45'), async (text, offset) => {
        const { start } = read(schemas.rescheduleBody, { start: text.replace('Z', offset) }, 'body');
        expect(Number.isSafeInteger(start)).toBe(true);
      }),
    );
  });
});

describe('the Idempotency-Key', () => {
  const refused = (value: unknown) =>
    refusedFields(() => read(schemas.idempotencyKey, value, 'Idempotency-Key'));

  it('is one line of 1 to 255 characters', async () => {
    expect(await refused('a')).toEqual([]);
    expect(await refused('x'.repeat(255))).toEqual([]);
    for (const value of ['', '  ', 'x'.repeat(256), 'a\nb', '\0', '\ud800', undefined, 7]) {
      expect(await refused(value)).toEqual(['Idempotency-Key']);
    }
  });
});

function get(object: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => Reflect.get(value as object, key), object);
}
