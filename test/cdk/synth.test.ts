import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { functionNames } from '../../cdk/function-names.ts';
import { everything } from './template.ts';

const root = dirname(dirname(import.meta.dirname));
const scratch = mkdtempSync(join(tmpdir(), 'showup-synth-'));

/** Bytes that a function may load before its first request: its module, and the chunks that it needs at once. */
const LARGEST_START = 450_000;

// Loaded before the app: whoever reaches for the network fails, and the synthesis with it.
const offline = `data:text/javascript,${encodeURIComponent(`
  import { Socket } from 'node:net';
  Socket.prototype.connect = () => { throw new Error('synthesis used the network'); };
`)}`;

interface Run {
  readonly code: number;
  readonly stderr: string;
  readonly outdir: string;
}

interface FunctionResource {
  readonly Type: string;
  readonly Properties: { readonly FunctionName: string };
  readonly Metadata: { readonly 'aws:asset:path': string };
}

afterAll(() => rmSync(scratch, { recursive: true }));

describe('synthesis', () => {
  /** As it comes; in production, with another configuration that has every flag on; and from a copy in another folder. */
  let runs: { readonly ours: Run; readonly theirs: Run; readonly copied: Run };

  beforeAll(async () => {
    const brand = { name: 'Other Brand', mailFrom: 'sessions@other.example' };
    const flags = { texts: { provider: everything.textProvider }, deployment: everything.deployment };
    const config = writeConfig('other', { brand, ...flags });
    const prod = { CDK_CONTEXT_JSON: JSON.stringify({ stage: 'prod' }), SHOWUP_CONFIG: config };
    // The library's validation takes longest, and is not what this one is for.
    const otherMachine = { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', CDK_VALIDATION: 'false' };
    const [ours, theirs, copied] = await Promise.all([
      synth('ours', { TZ: 'America/New_York' }),
      synth('theirs', prod),
      synth('copied', otherMachine, copyOfSources()),
    ]);
    runs = { ours, theirs, copied };
  }, 180_000);

  test('needs no credentials, no network and no setting', () => {
    expect(runs.ours).toMatchObject({ code: 0, stderr: expect.not.stringContaining('Error') });
  });

  test('gives the same from another folder of another machine: the same code deployed again changes nothing', () => {
    expect(runs.copied).toMatchObject({ code: 0 });
    expect(templateText(runs.copied)).toBe(templateText(runs.ours));
    expect(assetsOf(runs.copied)).toEqual(assetsOf(runs.ours));
    expect(assetsOf(runs.ours).length).toBeGreaterThan(8);
    expect(templateText(runs.ours)).not.toContain(root);
  });

  test('gives a template in which the library finds nothing wrong', () => {
    for (const { code, outdir } of [runs.ours, runs.theirs]) {
      expect(code).toBe(0);
      const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'));
      expect(report.pluginReports).toEqual([]);
    }
  });

  test('bundles each function on its own, and what it loads at its start is small', () => {
    const bundles = Object.entries(bundlesOf(runs.ours));
    expect(bundles).toHaveLength(functionNames.length);
    expect(new Set(bundles.map(([, path]) => path)).size).toBe(bundles.length);
    for (const [name, path] of bundles) {
      const beside = ['showup-dev-pages', 'showup-dev-portal', 'showup-dev-desk'].includes(name)
        ? ['assets']
        : [];
      const files = readdirSync(dirname(path)).filter((file) => !/^[\w-]+-[A-Z0-9]{8}\.mjs$/u.test(file));
      expect(files.toSorted()).toEqual([...beside, 'index.mjs']);
      expect(readFileSync(path, 'utf8')).toMatch(/export\{[^}]*\bhandler\b/);
      const bytes = loadedWith(path).reduce((sum, file) => sum + statSync(file).size, 0);
      expect({ name, bytes }).toSatisfy((start) => start.bytes <= LARGEST_START);
    }
  });

  test('takes the configuration that SHOWUP_CONFIG names, in the template and in the bundles, beside another run', () => {
    expect(runs.theirs.code).toBe(0);
    expect(templateText(runs.theirs)).toContain('"EmailIdentity": "other.example"');
    expect(bundleText(runs.theirs, 'showup-prod-api')).toContain('Other Brand');
    expect(templateText(runs.theirs)).toContain('AWS::SMSVOICE::ConfigurationSet');
    expect(templateText(runs.ours)).not.toContain('other.example');
    expect(templateText(runs.ours)).not.toContain('AWS::SMSVOICE');
    expect(bundleText(runs.ours, 'showup-dev-api')).not.toContain('Other Brand');
  });
});

test('a configuration that contradicts itself fails synthesis, and the message names the field', async () => {
  const run = await synth('wrong', {
    SHOWUP_CONFIG: writeConfig('wrong', { brand: { mailFrom: 'nobody' } }),
  });
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('brand.mailFrom');
});

/** What goes into a deployment. Nothing else of the tree may change one. */
function copyOfSources(): string {
  const folder = join(scratch, 'another', 'place');
  mkdirSync(folder, { recursive: true });
  for (const source of ['cdk', 'functions', 'lib', 'showup.config.ts', 'holidays.json'])
    cpSync(join(root, source), join(folder, source), { recursive: true });
  for (const file of ['cdk.json', 'package.json', 'tsconfig.json'])
    cpSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function synth(name: string, env: Record<string, string> = {}, folder = root): Promise<Run> {
  const outdir = join(scratch, name);
  const args = ['--import', offline, join(folder, 'cdk', 'app.ts')];
  const options = { cwd: folder, env: { HOME: scratch, CDK_OUTDIR: outdir, ...env } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, options, (_, __, stderr) =>
      resolve({ code: child.exitCode ?? -1, stderr, outdir }),
    );
  });
}

/** Our configuration, with some settings of some groups changed. */
function writeConfig(name: string, changes: Record<string, object | undefined>): string {
  const path = join(scratch, `${name}.config.mjs`);
  const ours = JSON.stringify(join(root, 'showup.config.ts'));
  const groups = Object.entries(changes).map(
    ([group, settings]) => `${group}: { ...config.${group}, ...${JSON.stringify(settings)} }`,
  );
  const theirs = `{ ...config, ${groups.join(', ')} }`;
  writeFileSync(path, `import config from ${ours};\nexport default ${theirs};\n`);
  return path;
}

/** The path of each function's bundle, by the function's name. */
function bundlesOf(run: Run): Readonly<Record<string, string>> {
  const resources = Object.values<FunctionResource>(JSON.parse(templateText(run)).Resources);
  const functions = resources.filter(({ Type }) => Type === 'AWS::Lambda::Function');
  return Object.fromEntries(
    functions.map(({ Properties, Metadata }) => [
      Properties.FunctionName,
      join(run.outdir, Metadata['aws:asset:path'], 'index.mjs'),
    ]),
  );
}

function bundleText(run: Run, name: string): string {
  const loaded = loadedWith(bundlesOf(run)[name] ?? `${name}: no bundle`);
  return loaded.map((path) => readFileSync(path, 'utf8')).join('\n');
}

/** A module and all that it imports by statements, which is loaded with it: what it imports by calls comes later. */
function loadedWith(path: string, loaded: Set<string> = new Set()): string[] {
  if (loaded.has(path)) return [];
  loaded.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/(?:from|import)"(\.\/[^"]+)"/gu);
  for (const [, chunk = ''] of imports) loadedWith(join(dirname(path), chunk), loaded);
  return [...loaded];
}

function templateText(run: Run): string {
  return readFileSync(join(run.outdir, `${stackOf(run)}.template.json`), 'utf8');
}

function assetsOf(run: Run): string[] {
  const manifest = readFileSync(join(run.outdir, `${stackOf(run)}.assets.json`), 'utf8');
  return Object.keys((JSON.parse(manifest) as { readonly files: object }).files).toSorted();
}

function stackOf({ outdir }: Run): string {
  const [template = 'no template'] = readdirSync(outdir).filter((file) => file.endsWith('.template.json'));
  return template.replace('.template.json', '');
}
