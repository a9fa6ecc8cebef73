import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const runbook = readFileSync(join(root, 'docs/runbook.md'), 'utf8');
// Blocks that name a language are commands.
const queries = [...runbook.matchAll(/^```(?<language>\w*)\n(?<query>.*?)^```$/gmsu)].flatMap(
  ([, language, query = '']) => (language === '' ? [query] : []),
);
const code = globSync('{functions,lib}/**/*.ts', { cwd: root }).map((path) =>
  readFileSync(join(root, path), 'utf8'),
);
const logged = code.flatMap((text) =>
  [...text.matchAll(/\blog\.\w+\((?<said>[^;]*?)\);/gsu)].map(([, said = '']) => said),
);

/** What lib/telemetry, and the runtime for what is thrown past us, add by themselves. */
const added = ['message', 'correlation', 'cause', 'error', 'errorMessage'];
/** What effects are told by; see lib/adapters/measured.ts. */
const ofEffects = ['owner', 'effect'];

const isQuery = (query: string) => /^(?:fields|filter|stats)\b/u.test(query);
const all = (pattern: RegExp) =>
  queries.flatMap((query) => [...query.matchAll(pattern)].map(([, found = '']) => found));

describe('the queries of the runbook', () => {
  it('are all that is written in blocks', () => {
    expect(queries.length).toBeGreaterThan(8);
    expect(queries.filter((query) => !isQuery(query))).toEqual([]);
  });

  it('look for sentences that we log', () => {
    const lists = all(/message\.message in \[(?<list>[^\]]*)\]/gu).flatMap(
      (list) => list.match(/[^",\s][^",]*/gu) ?? [],
    );
    const sentences = [...all(/message\.message = "(?<sentence>[^"]*)"/gu), ...lists];
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences)
      expect(logged.filter((said) => said.startsWith(`'${sentence}'`)).length, sentence).toBeGreaterThan(0);
  });

  it('look into fields that our lines have', () => {
    const fields = new Set(all(/\bmessage\.(?<field>\w+)/gu));
    expect(fields.size).toBeGreaterThan(8);
    const words = new Set(logged.flatMap((said) => said.match(/\w+/gu) ?? []));
    const unknown = [...fields].filter(
      (field) => ![...added, ...ofEffects].includes(field) && !words.has(field),
    );
    expect(unknown).toEqual([]);
  });
});
