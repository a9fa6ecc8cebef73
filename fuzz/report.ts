import type { Finding, Outcome } from './run.ts';

/** What a run found, with a count by operation, to be read. `logged` is what the functions warned of. */
export function report({ counts, findings, failures, sent }: Outcome, logged: readonly string[]): string {
  const names = [...counts.keys()].toSorted((a, b) => a.localeCompare(b));
  const width = Math.max(...names.map((name) => name.length));
  const line = (name: string, numbers: readonly unknown[]): string =>
    `${name.padEnd(width)}${numbers.map((number) => String(number).padStart(9)).join('')}`;
  const table = [
    line('operation', ['fitting', 'taken', 'broken', 'odd']),
    ...names.map((name) => {
      const { fitting = 0, taken = 0, broken = 0, odd = 0, refused = new Map() } = counts.get(name) ?? {};
      const why = [...refused].toSorted((a, b) => b[1] - a[1]).slice(0, 3);
      return `${line(name, [fitting, taken, broken, odd])}  ${why.map(([code, n]) => `${code} ${n}`).join(', ')}`;
    }),
  ];
  return [
    ...table,
    '',
    ...findings.flatMap(told),
    ...failures.map((failure) => `Given up on: ${failure}`),
    ...logged.slice(-20).map((line) => `Logged: ${line.slice(0, 2000)}`),
    `${sent} requests to ${counts.size} operations: ${findings.length} findings, ${failures.length} given up on.`,
  ].join('\n');
}

function told({ operation, rule, said, request, plan }: Finding): string[] {
  const { method, target, headers, body } = request;
  const { cookie: _, authorization: __, ...plain } = headers;
  return [
    `${operation}: ${rule}`,
    `  ${said}`,
    `  as ${plan.caller}${plan.broken === undefined ? '' : `, ${plan.broken.rule} ${plan.broken.field ?? ''}`}`,
    `  ${method} ${target.slice(0, 500)}`,
    `  ${JSON.stringify(plain).slice(0, 600)}`,
    ...(body === undefined ? [] : [`  ${JSON.stringify(body).slice(0, 1000)}`]),
    '',
  ];
}
