/** Where the local cloud says it is: the region and the account number in every ARN. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

/** `arn:aws:<service>:<region>:<account>:<resource>` in the given place. */
export const arnOf = (place: Place, service: string, resource: string): string =>
  `arn:aws:${service}:${place.region}:${place.account}:${resource}`;

/** A test for IAM's `*` and `?` wildcards over a whole string, case-sensitive unless told otherwise. */
export function wildcard(pattern: string, flags = ''): (value: string) => boolean {
  if (!/[*?]/.test(pattern) && flags === '') return (value) => value === pattern;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, `s${flags}`);
  return (value) => expression.test(value);
}

/**
 * A test for ARN patterns: each of the six parts is matched on its own, so that no wildcard reaches past a
 * colon into the next part. A lone `*` matches everything. Throws when the pattern is not an ARN.
 */
export function arnPattern(pattern: string): (arn: string) => boolean {
  if (pattern === '*') return () => true;
  const parts = arnParts(pattern);
  if (parts === undefined) throw new Error(`"${pattern}" is not an ARN`);
  if (!/[*?]/.test(pattern)) return (arn) => arn === pattern;
  const tests = parts.map((part) => wildcard(part));
  return (arn) => {
    const given = arnParts(arn);
    return given !== undefined && tests.every((test, index) => test(given[index] ?? ''));
  };
}

function arnParts(arn: string): string[] | undefined {
  const parts = arn.split(':');
  if (parts[0] !== 'arn' || parts.length < 6) return undefined;
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}
