import { readdirSync, readFileSync } from 'node:fs';

/** A process's parent, which stands after its bracketed name. */
function parentOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1];
  } catch {
    // It ended between the listing and the look.
    return undefined;
  }
}

/** The ids of a process's children, on Linux. */
export function childrenOf(pid: number | undefined): readonly number[] {
  const all = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return all.filter((entry) => parentOf(entry) === String(pid)).map(Number);
}
