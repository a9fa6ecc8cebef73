import { fileURLToPath } from 'node:url';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import type { CloudOptions } from '../../local/cloud-options.ts';

/** A small synthesized assembly: one table with a stream, an API, a rule, and functions that do as they are told. */
export const fixtureAssembly = fileURLToPath(new URL('./fixtures/assembly', import.meta.url));

/** Where the fixture's clock starts. */
export const start = Date.parse('2026-11-23T14:00:00Z');

export interface FixtureCloud extends Cloud {
  /** Makes the site's function do something; gives the answer's status and body. */
  ask(what: string, input?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  /** The keys of the table's rows. */
  rows(): Promise<readonly string[]>;
  /** What the cloud printed for its operator. */
  readonly printed: readonly string[];
}

/** Runs the fixture on free ports. The caller stops it. */
export async function startFixture(options: Partial<CloudOptions> = {}): Promise<FixtureCloud> {
  const printed: string[] = [];
  const print = (line: string): void => void printed.push(line);
  const cloud = await startCloud({ port: 0, now: start, assembly: fixtureAssembly, print, ...options });
  const ask: FixtureCloud['ask'] = async (what, input = {}) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${cloud.site}/do/${what}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(input),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
    };
  };
  return { ...cloud, printed, ask, rows: async () => (await ask('rows')).body as readonly string[] };
}
