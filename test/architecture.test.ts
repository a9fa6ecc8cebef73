import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rooms } from './architecture/rooms.ts';
import * as rules from './architecture/rules.ts';
import { everySourceFile, type SourceFile, sourceFile } from './architecture/source-file.ts';

const house = everySourceFile(join(import.meta.dirname, '..'));

/** A made-up house, of paths and code. */
function madeUp(files: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(files).map(([path, code]) => sourceFile(path, code));
}

describe('the house', () => {
  it('is read whole: every room has files', () => {
    for (const { folder } of rooms)
      expect(
        house.some(({ path }) => path.startsWith(folder)),
        folder,
      ).toBe(true);
  });

  it.each(rooms.map((room) => [room.folder, room] as const))('keeps its directions in %s', (_, room) => {
    expect(rules.directionsOf(room)(house)).toEqual([]);
  });

  it('imports an AWS SDK in the adapters, the local cloud and tools alone', () => {
    expect(rules.sdkInItsRooms(house)).toEqual([]);
  });

  it('imports no test from outside the tests', () => {
    expect(rules.testsStayOutside(house)).toEqual([]);
  });

  it('has no clock, no chance and no world in its domain', () => {
    expect(rules.pureDomain(house)).toEqual([]);
  });

  it('loads no package with its configuration', () => {
    expect(rules.configWithoutPackages(house)).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(rules.noCircles(house)).toEqual([]);
  });

  it('has no barrel', () => {
    expect(rules.noBarrels(house)).toEqual([]);
  });

  it('names files and folders in kebab-case', () => {
    expect(rules.kebabCase(house)).toEqual([]);
  });

  it('names every file for what it is', () => {
    expect(rules.tellingNames(house)).toEqual([]);
  });
});

describe('an import', () => {
  const importsOf = (code: string) => sourceFile('lib/app/here/file.ts', code).imports;

  it.each([
    ["import a from 'zod';", 'zod', false],
    ["import * as z from 'zod/mini';", 'zod/mini', false],
    ["import 'node:fs';", 'node:fs', false],
    ["import { type A, b } from '../deps.ts';", 'lib/app/deps.ts', false],
    ["import {\n  a,\n  b as c,\n} from './near.ts';", 'lib/app/here/near.ts', false],
    ["import type { A } from '../../domain/a.ts';", 'lib/domain/a.ts', true],
    ["import settings from '#config';", 'showup.config.ts', false],
    ["export * from './near.ts';", 'lib/app/here/near.ts', false],
    ["export { a } from './near.ts';", 'lib/app/here/near.ts', false],
    ["export type { A } from './near.ts';", 'lib/app/here/near.ts', true],
    ["const a = await import('./late.ts');", 'lib/app/here/late.ts', false],
    ["import data from './data.json' with { type: 'json' };", 'lib/app/here/data.json', false],
  ])('is read from %j', (code, to, typeOnly) => {
    expect(importsOf(code)).toEqual([{ to, typeOnly }]);
  });

  it('is not read from a comment, a text or a name', () => {
    const code =
      "// import a from 'zod';\nexport const from = 'zod';\n/**\n * import 'zod'\n */\nconst text = \"import 'zod'\";";
    expect(importsOf(code)).toEqual([]);
  });
});

describe('a rule that is broken names the file and the import', () => {
  const broken: readonly (readonly [file: string, code: string, said: string])[] = [
    ['lib/domain/a.ts', "import { b } from '../app/b.ts';", 'lib/app/b.ts'],
    ['lib/domain/a.ts', "import type { B } from '../config/settings.ts';", 'types of lib/config/settings.ts'],
    ['lib/domain/a.ts', "import { randomUUID } from 'node:crypto';", 'node:crypto'],
    ['lib/config/a.ts', "import type { B } from '../app/deps.ts';", 'types of lib/app/deps.ts'],
    [
      'lib/messages/a.ts',
      "import { decide } from '../domain/booking/decide.ts';",
      'lib/domain/booking/decide.ts',
    ],
    ['lib/messages/a.ts', "import type { Deps } from '../app/deps.ts';", 'types of lib/app/deps.ts'],
    ['lib/app/a.ts', "import { b } from '../adapters/b.ts';", 'lib/adapters/b.ts'],
    ['lib/app/a.ts', "import { validateConfig } from '../config/validate.ts';", 'lib/config/validate.ts'],
    ['lib/app/a.ts', "import { b } from '../http/b.ts';", 'lib/http/b.ts'],
    ['lib/adapters/a.ts', "import { handle } from '../app/handle.ts';", 'lib/app/handle.ts'],
    ['lib/adapters/a.ts', "import { b } from '../http/b.ts';", 'lib/http/b.ts'],
    ['lib/telemetry/a.ts', "import { b } from '../app/b.ts';", 'lib/app/b.ts'],
    ['lib/sheet/a.ts', "import { b } from '../app/b.ts';", 'lib/app/b.ts'],
    ['lib/http/a.ts', "import { b } from '../app/b.ts';", 'lib/app/b.ts'],
    ['lib/http/a.ts', "import middy from '@middy/core';", '@middy/core'],
    ['lib/pages/a.ts', "import { b } from '../app/b.ts';", 'lib/app/b.ts'],
    ['functions/a.ts', "import { b } from '../lib/messages/b.ts';", 'lib/messages/b.ts'],
    ['functions/a.ts', "import { SNSClient } from '@aws-sdk/client-sns';", '@aws-sdk/client-sns'],
    ['cdk/a.ts', "import { decide } from '../lib/domain/booking/decide.ts';", 'lib/domain/booking/decide.ts'],
    ['cdk/a.ts', "import { openApi } from '../lib/http/openapi.ts';", 'lib/http/openapi.ts'],
    ['cdk/a.ts', "import { b } from '@aws-sdk/client-sns';", '@aws-sdk/client-sns'],
    [
      'local/a.ts',
      "import { decide } from '../lib/domain/booking/decide.ts';",
      'lib/domain/booking/decide.ts',
    ],
    ['local/a.ts', "import { handle } from '../lib/app/handle.ts';", 'lib/app/handle.ts'],
  ];

  it.each(broken)('direction: %s with %s', (path, code, said) => {
    const files = madeUp({ [path]: code });
    expect(rooms.flatMap((room) => rules.directionsOf(room)(files))).toEqual([`${path} imports ${said}`]);
  });

  it('has a case for every room', () => {
    for (const { folder } of rooms)
      expect(
        broken.some(([path]) => path.startsWith(folder)),
        folder,
      ).toBe(true);
  });

  it('sdk', () => {
    const files = madeUp({
      'functions/a.ts': "import type { AttributeValue } from '@aws-sdk/client-dynamodb';",
    });
    expect(rules.sdkInItsRooms(files)).toEqual(['functions/a.ts imports types of @aws-sdk/client-dynamodb']);
  });

  it('tests', () => {
    const files = madeUp({ 'local/a.ts': "import { makeWorld } from '../test/world.ts';" });
    expect(rules.testsStayOutside(files)).toEqual(['local/a.ts imports test/world.ts']);
  });

  it.each([
    ['Date.now', 'Date.now()'],
    ['the current Date', 'new Date()'],
    ['the current Date', 'new Date'],
    ['the current Date', 'Date()'],
    ['Math.random', 'Math.random()'],
    ['crypto', 'crypto.randomUUID()'],
    ['performance', 'performance.now()'],
    ['process', "process.env['X']"],
    ['globalThis', "Reflect.get(globalThis, 'Date')"],
    ['a timer', 'setTimeout(() => 1, 2)'],
    ['fetch', "fetch('https://example.com')"],
    ['console', "console.log('x')"],
  ])('purity: %s by %s', (what, expression) => {
    const files = madeUp({ 'lib/domain/a.ts': `export const a = () => ${expression};` });
    expect(rules.pureDomain(files)).toEqual([`lib/domain/a.ts uses ${what}`]);
  });

  it('and purity minds neither comments nor dates that are given', () => {
    const files = madeUp({
      'lib/domain/a.ts': '/** Not Date.now(). */\nexport const a = (at: number) => new Date(at);',
    });
    expect(rules.pureDomain(files)).toEqual([]);
  });

  it('configuration', () => {
    const files = madeUp({
      'showup.config.ts': "import { defineConfig } from './lib/config/define.ts';",
      'lib/config/define.ts': "import { policySchema } from './policy-schema.ts';",
      'lib/config/policy-schema.ts': "import * as z from 'zod';",
    });
    expect(rules.configWithoutPackages(files)).toEqual(['lib/config/policy-schema.ts imports zod']);
  });

  it('circles', () => {
    const files = madeUp({
      'lib/a.ts': "import { b } from './b.ts';",
      'lib/b.ts': "import { c } from './c.ts';",
      'lib/c.ts': "import { a } from './a.ts';\nimport type { B } from './b.ts';",
    });
    expect(rules.noCircles(files)).toEqual(['lib/a.ts imports lib/b.ts imports lib/c.ts imports lib/a.ts']);
  });

  it('barrels', () => {
    const files = madeUp({
      'lib/index.ts': "/** All of it. */\nexport * from './a.ts';\nexport { b } from './b.ts';\n",
      'lib/own.ts': "export { b } from './b.ts';\nexport const own = 1;\n",
      'lib/said.ts': "import { b } from './b.ts';\n// Why.\nexport const own = b;\n",
    });
    expect(rules.noBarrels(files)).toEqual(['lib/index.ts only passes on what other files have']);
  });

  it.each([
    'lib/app/BookSession.ts',
    'lib/app/book_session.ts',
    'lib/App/book-session.ts',
    'lib/app/book--session.ts',
  ])('kebab-case: %s', (path) => {
    expect(rules.kebabCase(madeUp({ [path]: '' }))).toEqual([`${path} is not named in kebab-case`]);
  });

  it.each([
    'lib/app/utils.ts',
    'lib/app/date-utils.ts',
    'test/helpers.ts',
    'lib/booking-service.ts',
    'lib/manager.tsx',
  ])('telling names: %s', (path) => {
    expect(rules.tellingNames(madeUp({ [path]: '' }))).toEqual([
      `${path} is not named for the thing that it is`,
    ]);
  });
});
