import { readJson, UpkeepError } from './npm.ts';

/** A known weakness of a package that is installed. */
export interface Finding {
  readonly id: string;
  readonly package: string;
  readonly severity: string;
  readonly title: string;
  readonly range: string;
}

/** A finding that can't be mended yet, why it doesn't hurt, and until when (YYYY-MM-DD) that is believed. */
export interface Allowed {
  readonly id: string;
  readonly reason: string;
  readonly until: string;
}

export interface Judged {
  /** Findings that nobody allowed, or whose time is over. */
  readonly open: readonly Finding[];
  readonly allowed: readonly (Finding & Allowed)[];
  /** Ids on the list that nothing was found for. */
  readonly needless: readonly string[];
}

/** Reads what `npm audit --json` wrote, each advisory once. Throws an UpkeepError where it is no report. */
export function readFindings(text: string): readonly Finding[] {
  const { vulnerabilities } = readJson('audit', text);
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null) {
    throw new UpkeepError('npm audit gave no report');
  }
  const causes = Object.values(vulnerabilities as Readonly<Record<string, Vulnerability>>).flatMap(
    ({ via }) => via.filter((cause) => typeof cause !== 'string'),
  );
  const findings = causes.map(({ source, url, name, severity, title, range }) => {
    // The advisory's own name where its address has it; the number is only this registry's.
    const id = /GHSA(?:-\w{4}){3}/.exec(url ?? '')?.[0] ?? String(source);
    return { id, package: name, severity, title, range };
  });
  return [...new Map(findings.map((finding) => [`${finding.id} ${finding.package}`, finding])).values()];
}

/** Reads the list of what is allowed. Throws an UpkeepError naming the entry that lacks something. */
export function readAllowed(text: string): readonly Allowed[] {
  const list = JSON.parse(text) as readonly Partial<Allowed>[];
  return list.map(({ id = '', reason = '', until = '' }) => {
    const isWhole = id !== '' && reason.trim() !== '' && /^\d{4}-\d{2}-\d{2}$/.test(until);
    if (!isWhole) throw new UpkeepError(`allowed advisory ${id || '(no id)'}: it needs id, reason and until`);
    return { id, reason, until };
  });
}

/** Holds findings against the list on a date (YYYY-MM-DD). */
export function judge(findings: readonly Finding[], list: readonly Allowed[], today: string): Judged {
  const entryOf = ({ id }: Finding) => list.find((entry) => entry.id === id && entry.until >= today);
  return {
    open: findings.filter((finding) => entryOf(finding) === undefined),
    allowed: findings.flatMap((finding) => {
      const entry = entryOf(finding);
      return entry === undefined ? [] : [{ ...finding, ...entry }];
    }),
    needless: list.map(({ id }) => id).filter((id) => findings.every((finding) => finding.id !== id)),
  };
}

interface Vulnerability {
  /** Advisories, or names of packages that it is vulnerable through. */
  readonly via: readonly (string | Advisory)[];
}

interface Advisory {
  readonly source: number;
  readonly name: string;
  readonly title: string;
  readonly url?: string;
  readonly severity: string;
  readonly range: string;
}
