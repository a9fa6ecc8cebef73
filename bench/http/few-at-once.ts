import type { Functions } from '../../local/parts.ts';

/**
 * Lets a function run so many invocations at once, and keeps the others waiting. Lambda gives each an environment of its
 * own, whose time runs from when it begins; the local cloud has one worker for all, in which a crowd would use up one another's.
 */
export function runFewAtOnce(functions: Pick<Functions, 'invoke'>, limit: number): void {
  const invoke = functions.invoke.bind(functions);
  const waiting: (() => void)[] = [];
  let free = limit;
  functions.invoke = async (name, event) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await invoke(name, event);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
