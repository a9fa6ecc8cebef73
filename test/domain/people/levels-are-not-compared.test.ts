import { join } from 'node:path';
import { expect, it } from 'vitest';
import { levels } from '../../../lib/domain/people/level.ts';
import { everySourceFile, type SourceFile, sourceFile } from '../../architecture/source-file.ts';

const root = join(import.meta.dirname, '../../..');
const own = ['lib/domain/people/level.ts', 'lib/domain/people/permissions.ts'];
const named = `['"](?:${levels.join('|')})['"]`;

/** Comparing with a level's name, looking a level's place up, or choosing by a level. */
const patterns = [
  new RegExp(`[=!]==?\\s*${named}`, 'u'),
  new RegExp(`${named}\\s*[=!]==?`, 'u'),
  new RegExp(`\\bcase\\s+${named}`, 'u'),
  new RegExp(`\\[[^\\]]*${named}[^\\]]*\\]\\s*\\.\\s*(?:includes|indexOf)`, 'u'),
  /\blevels\s*\.\s*(?:indexOf|findIndex|lastIndexOf)\b/u,
  /\blevel\s*(?:[<>]=?)\s*\w/u,
];

function comparing(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path }) => !path.startsWith('test/') && !own.includes(path))
    .filter(({ code }) => patterns.some((pattern) => pattern.test(code)))
    .map(({ path }) => path);
}

it('compares levels in the permission table alone: everybody else asks what a level may', () => {
  const files = everySourceFile(root);
  expect(files.some(({ path }) => own.includes(path))).toBe(true);
  expect(comparing(files)).toEqual([]);
});

it.each([
  "if (person.level === 'primary') go();",
  "if ('manager' !== level) go();",
  "switch (level) { case 'basic': go(); }",
  "if (['manager', 'primary'].includes(level)) go();",
  'if (levels.indexOf(a) < levels.indexOf(b)) go();',
  'if (level >= wanted) go();',
])('would notice %s', (code) => {
  expect(comparing([sourceFile('lib/app/a.ts', code)])).toEqual(['lib/app/a.ts']);
});
