import { transformSync } from 'esbuild';
import { type Room, sdkRooms } from './rooms.ts';
import type { Import, SourceFile } from './source-file.ts';

/** Each rule gives what breaks it, a line for each: the file, and the import or the words at fault. */
export type Rule = (files: readonly SourceFile[]) => string[];

export function directionsOf(room: Room): Rule {
  return (files) =>
    files
      .filter(({ path }) => path.startsWith(room.folder))
      .flatMap((file) => file.imports.filter((one) => !mayImport(room, one)).map((one) => told(file, one)));
}

function mayImport(
  { folder, may, mayTypes = [], anyPackage = false }: Room,
  { to, typeOnly }: Import,
): boolean {
  const allowed = [folder, ...may, ...(typeOnly ? mayTypes : [])];
  if (allowed.some((place) => to === place || (/[/:]$/u.test(place) && to.startsWith(place)))) return true;
  return anyPackage && isPackage(to) && !isSdk(to);
}

export const sdkInItsRooms: Rule = (files) =>
  files
    .filter(({ path }) => !sdkRooms.some((room) => path.startsWith(room)))
    .flatMap((file) => file.imports.filter(({ to }) => isSdk(to)).map((one) => told(file, one)));

export const testsStayOutside: Rule = (files) =>
  files
    .filter(({ path }) => !/^(?:test|bench|fuzz|simulation)\/|^vitest\./u.test(path))
    .flatMap((file) => file.imports.filter(({ to }) => to.startsWith('test/')).map((one) => told(file, one)));

const impure: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['Date.now', /\bDate\s*\.\s*now\b/u],
  ['the current Date', /\bDate\s*\(\s*\)|\bnew\s+Date\b(?!\s*\()/u],
  ['Temporal.Now', /\bTemporal\s*\.\s*Now\b/u],
  ['Math.random', /\bMath\s*\.\s*random\b/u],
  ['crypto', /\bcrypto\s*\./u],
  ['performance', /\bperformance\s*\./u],
  ['process', /\bprocess\s*[.[]/u],
  ['globalThis', /\bglobalThis\b/u],
  ['a timer', /\bset(?:Timeout|Interval|Immediate)\b/u],
  ['fetch', /\bfetch\s*\(/u],
  ['console', /\bconsole\s*\./u],
];

/** Comments don't count: esbuild leaves them out. */
export const pureDomain: Rule = (files) =>
  files
    .filter(({ path }) => path.startsWith('lib/domain/'))
    .flatMap(({ path, code }) => {
      const bare = transformSync(code, { loader: 'ts' }).code;
      return impure.filter(([, pattern]) => pattern.test(bare)).map(([what]) => `${path} uses ${what}`);
    });

/** What every function loads with the configuration, which must stay cheap: no package at all. */
export const configWithoutPackages: Rule = (files) =>
  reachable(files, 'showup.config.ts').flatMap((file) =>
    file.imports.filter(({ to, typeOnly }) => !typeOnly && isPackage(to)).map((one) => told(file, one)),
  );

function reachable(files: readonly SourceFile[], from: string): SourceFile[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<SourceFile>();
  const visit = (path: string): void => {
    const file = byPath.get(path);
    if (file === undefined || seen.has(file)) return;
    seen.add(file);
    for (const { to, typeOnly } of file.imports) if (!typeOnly) visit(to);
  };
  visit(from);
  return [...seen];
}

/** Types aside, which are gone when the code runs. Each circle is told once, from its first file on. */
export const noCircles: Rule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(' imports '));
      return;
    }
    const file = byPath.get(path);
    if (file === undefined || done.has(path)) return;
    for (const { to, typeOnly } of file.imports) if (!typeOnly) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  return circles;
};

/** A file with nothing of its own, which only passes on what others have. */
export const noBarrels: Rule = (files) =>
  files
    .filter(({ code, imports }) => {
      const own = code
        .replaceAll(/\/\*.*?\*\/|^\s*\/\/[^\n]*$/gmsu, '')
        .replaceAll(/^(?:import|export)\s[\w\s{},*$]*?\bfrom\s*'[^']+'[^;\n]*;?/gmu, '');
      return imports.length > 0 && own.trim() === '' && /^export\b/mu.test(code);
    })
    .map(({ path }) => `${path} only passes on what other files have`);

const fileName = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|config|d))*\.m?tsx?$/u;
const folderName = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

export const kebabCase: Rule = (files) =>
  files
    .filter(({ path }) => {
      const folders = path.split('/');
      const name = folders.pop() ?? '';
      return !fileName.test(name) || !folders.every((folder) => folderName.test(folder));
    })
    .map(({ path }) => `${path} is not named in kebab-case`);

/** Names that say nothing of what a file is about. */
export const tellingNames: Rule = (files) =>
  files
    .filter(({ path }) =>
      /(?:^|[/-])(?:utils?|helpers?|service|manager|common|misc)(?:\.[\w.]+)$/u.test(path),
    )
    .map(({ path }) => `${path} is not named for the thing that it is`);

function isSdk(to: string): boolean {
  return /^(?:@aws-sdk|@smithy)\/|^aws-sdk/u.test(to);
}

function isPackage(to: string): boolean {
  return !/\.(?:m?tsx?|json|css|js)$/u.test(to) || to.startsWith('nodemailer/');
}

function told({ path }: SourceFile, { to, typeOnly }: Import): string {
  return `${path} imports ${typeOnly ? 'types of ' : ''}${to}`;
}
