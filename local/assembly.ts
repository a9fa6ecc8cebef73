import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Template } from './template/template.ts';

/** What synthesis wrote: the template of the one stack, and where its bundles lie. */
export interface Assembly {
  readonly stackName: string;
  readonly template: Template;
  /** The directory of the asset with this object key, as a function's `Code.S3Key` names it. */
  assetDirectory(objectKey: string): string;
}

/** A synthesis that failed or an assembly that can't be run, with a message for the operator. */
export class AssemblyError extends Error {
  override name = 'AssemblyError';
}

/** How a synthesis differs from the usual one. */
export interface SynthesisOptions {
  readonly signal?: AbortSignal | undefined;
  /** Path of the configuration, from the root; else the one that holds for this process. */
  readonly config?: string;
  /** The stage; dev unless given. */
  readonly stage?: string;
}

/**
 * Synthesizes the CDK app into `directory`. Throws an AssemblyError with what the app said if it refuses.
 * A child process, so that the construct library is loaded beside the table engine and gone when the cloud runs.
 */
export async function synthesize(
  directory: string,
  { signal, config, stage }: SynthesisOptions = {},
): Promise<void> {
  const app = fileURLToPath(new URL('../cdk/app.ts', import.meta.url));
  const child = spawn(process.execPath, [app], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    // The library's template validation takes longer than all the rest; tests and deployments do it.
    env: {
      ...process.env,
      CDK_OUTDIR: directory,
      CDK_VALIDATION: 'false',
      ...(config && { SHOWUP_CONFIG: config }),
      ...(stage && { CDK_CONTEXT_JSON: JSON.stringify({ stage }) }),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((done, fail) =>
    child.once('error', fail).once('close', done),
  );
  if (code !== 0) throw new AssemblyError(`the stack could not be synthesized:\n${messageOf(said)}`);
}

/** The message of an uncaught error without its stack trace and Node's own lines; anything else as it is. */
function messageOf(stderr: string): string {
  const lines = stderr.trim().split('\n');
  const start = lines.findIndex((line) => /^\S*Error(:| \[)/.test(line));
  if (start < 0) return lines.join('\n');
  const end = lines.findIndex((line, index) => index > start && /^\s+at /.test(line));
  return lines.slice(start, end < 0 ? undefined : end).join('\n');
}

interface Manifest {
  readonly artifacts?: Readonly<Record<string, Artifact>>;
}

interface Artifact {
  readonly type: string;
  readonly properties?: {
    readonly templateFile?: string;
    readonly file?: string;
    readonly stackName?: string;
  };
}

interface AssetManifest {
  readonly files?: Readonly<
    Record<string, { readonly source: { readonly path: string; readonly packaging: string } }>
  >;
}

/** Reads a synthesized assembly. Throws an AssemblyError if there is none, or not exactly one stack in it. */
export function readAssembly(directory: string): Assembly {
  const artifacts = Object.entries((readJson(directory, 'manifest.json') as Manifest).artifacts ?? {});
  const stacks = artifacts.filter(([, { type }]) => type === 'aws:cloudformation:stack');
  const [stack, ...others] = stacks;
  const templateFile = stack?.[1].properties?.templateFile;
  if (!stack || !templateFile || others.length > 0) {
    throw new AssemblyError(
      `${directory} must hold one stack, but holds: ${stacks.map(([id]) => id).join(', ') || 'none'}`,
    );
  }
  const assets = artifacts
    .filter(([, { type }]) => type === 'cdk:asset-manifest')
    .flatMap(([, { properties }]) => readAssets(directory, properties?.file));
  return {
    stackName: stack[1].properties?.stackName ?? stack[0],
    template: readJson(directory, templateFile) as Template,
    assetDirectory: (objectKey) => {
      const asset = assets.find(([hash]) => objectKey === `${hash}.zip`);
      if (!asset) throw new AssemblyError(`${directory} has no asset for ${objectKey}`);
      return join(directory, asset[1]);
    },
  };
}

function readAssets(
  directory: string,
  file: string | undefined,
): readonly (readonly [hash: string, path: string])[] {
  const files = Object.entries(file ? ((readJson(directory, file) as AssetManifest).files ?? {}) : {});
  return files
    .filter(([, asset]) => asset.source.packaging === 'zip')
    .map(([hash, asset]) => [hash, asset.source.path]);
}

function readJson(directory: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(directory, file), 'utf8'));
  } catch (cause) {
    const listing = safeListing(directory);
    throw new AssemblyError(`${join(directory, file)} can't be read (the directory holds: ${listing})`, {
      cause,
    });
  }
}

function safeListing(directory: string): string {
  try {
    return readdirSync(directory).join(', ') || 'nothing';
  } catch {
    return 'it does not exist';
  }
}
