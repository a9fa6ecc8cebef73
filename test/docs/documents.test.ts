import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const documents = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
const scripts = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  }
).scripts;

/** What a document has a name of a file for, but that isn't there before somebody runs or writes something. */
const madeLater = [/^preview\//, /^cdk\.out/, /^node_modules\//, /^(?:other|dev|companies|replay|times)\b/];
const folders = 'cdk|docs|functions|lib|local|scripts|test';
const path = new RegExp(
  `(?<![\\w/.-])(?:(?:${folders})(?:/[\\w.*-]+)*/?|[\\w.-]+\\.(?:md|json|jsonc|config\\.ts))(?![\\w/])`,
  'g',
);

/** Paths that stand between backticks, wherever the document lies. */
function pathsIn(text: string): string[] {
  const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);
  return code
    .flatMap((words) => [...words.matchAll(path)].map(([found]) => found.replace(/\.$/, '')))
    .filter((found) => found.includes('/') || found.includes('.'))
    .filter((found) => !madeLater.some((later) => later.test(found)) && !found.includes('*'));
}

const fromRoot = (found: string): boolean => existsSync(join(root, found));

describe.each(documents)('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  it('names only files and folders that are there', () => {
    const isThere = (found: string): boolean =>
      fromRoot(found) || existsSync(join(root, dirname(document), found));
    expect(pathsIn(text).filter((found) => !isThere(found))).toEqual([]);
  });

  it('links only to what is there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
  });

  it('names only npm scripts that are there', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('the documents', () => {
  it('are there: how to take part, what changed, how to report, and what is allowed', () => {
    expect(documents).toEqual(
      expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']),
    );
    expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(
      /^MIT License\n\nCopyright .* The Showup authors\n/,
    );
  });

  it('say what changed in the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## [${version}]`);
  });
});

describe('the lists of places to touch', () => {
  const lists = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
    .split(/^## /mu)
    .filter((part) => /^Add a/.test(part));

  it.each(lists.map((list) => [list.split('\n')[0], list] as const))(
    '%s names places, step by step',
    (_, list) => {
      const steps = list.split(/^\d\. /mu).slice(1);
      expect(steps.length).toBeGreaterThan(3);
      expect(pathsIn(list).filter(fromRoot).length).toBeGreaterThanOrEqual(steps.length);
    },
  );
});
