import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export interface SourceFile {
  /** From the root of the repository. */
  readonly path: string;
  readonly code: string;
  readonly imports: readonly Import[];
}

export interface Import {
  /** A path from the root, or the name of a package. */
  readonly to: string;
  /** Gone when the code runs. */
  readonly typeOnly: boolean;
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[\w\s{},*$]*?\bfrom\s*)?'([^']+)'/gmu;
const call = /\bimport\(\s*'([^']+)'/gu;

/** A file and what it imports or re-exports, by statement or by call. */
export function sourceFile(path: string, code: string): SourceFile {
  const statements = [...code.matchAll(statement)].map(([, type, to = '']) => ({
    to,
    typeOnly: type !== undefined,
  }));
  const calls = [...code.matchAll(call)].map(([, to = '']) => ({ to, typeOnly: false }));
  const imports = [...statements, ...calls].map(({ to, typeOnly }) => ({ to: resolved(path, to), typeOnly }));
  return { path, code, imports };
}

function resolved(from: string, to: string): string {
  if (to === '#config') return 'showup.config.ts';
  return to.startsWith('.') ? posix.join(posix.dirname(from), to) : to;
}

const folders = ['bench', 'cdk', 'functions', 'fuzz', 'lib', 'local', 'scripts', 'simulation', 'test'];

/** Every TypeScript file of ours. */
export function everySourceFile(root: string): SourceFile[] {
  const inFolders = readdirSync(root)
    .filter((name) => folders.includes(name))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        posix.join(folder, name),
      ),
    );
  return [...readdirSync(root), ...inFolders]
    .filter((path) => /\.m?tsx?$/u.test(path))
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}
