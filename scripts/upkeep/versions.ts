import { readJson } from './npm.ts';

/** A dependency that there is a newer version of. */
export interface Newer {
  readonly name: string;
  readonly current: string;
  readonly latest: string;
  /** Whether only what is written for the new version may be expected to work with it. */
  readonly breaking: boolean;
}

/** Reads what `npm outdated --json` wrote, without those whose latest release is older than what is pinned. */
export function readOutdated(text: string): readonly Newer[] {
  return Object.entries(readJson('outdated', text)).flatMap(([name, entry]) => {
    const { current, latest } = [entry].flat()[0] as { current?: string; latest?: string };
    if (current === undefined || latest === undefined || !isAfter(latest, current)) return [];
    return [{ name, current, latest, breaking: seriesOf(latest) !== seriesOf(current) }];
  });
}

/** `name@^version` of everything pinned to an exact version, by the list of package.json it stands in. */
export function rangesOf(
  manifest: Readonly<Record<string, unknown>>,
): readonly (readonly [List, string[]])[] {
  return lists.map((list) => {
    const pinned = Object.entries((manifest[list] ?? {}) as Readonly<Record<string, string>>);
    const exact = pinned.filter(([, version]) => /^\d+\.\d+\.\d+$/.test(version));
    return [list, exact.map(([name, version]) => `${name}@^${version}`)] as const;
  });
}

/** What changed from one package.json to the next, a line each. */
export function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  return lists.flatMap((list) => {
    const was = (before[list] ?? {}) as Readonly<Record<string, string>>;
    const is = (after[list] ?? {}) as Readonly<Record<string, string>>;
    return Object.keys({ ...was, ...is })
      .filter((name) => was[name] !== is[name])
      .map((name) => `${name} ${was[name] ?? 'absent'} -> ${is[name] ?? 'absent'}`);
  });
}

type List = (typeof lists)[number];
const lists = ['dependencies', 'devDependencies', 'optionalDependencies'] as const;

/** Versions of one series keep to the same interface: 2.x, or 0.28.x. */
function seriesOf(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '0' ? `0.${minor}` : major;
}

function isAfter(version: string, other: string): boolean {
  const [left, right] = [version, other].map((text) => text.split(/[.-]/).map(Number));
  const differs = left?.findIndex((part, index) => part !== right?.[index]) ?? -1;
  return differs >= 0 && (left?.[differs] ?? 0) > (right?.[differs] ?? 0);
}
