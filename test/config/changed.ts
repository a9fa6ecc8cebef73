import { ConfigError, validateConfig } from '../../lib/config/validate.ts';
import fixture from '../fixture-config.ts';

/** New values by the path of their field, as problems name it; `undefined` takes the field away. */
export type Changes = Readonly<Record<string, unknown>>;

/** The tests' configuration with some fields changed, whether or not that makes sense. */
export function changed(changes: Changes): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(fixture));
  for (const [path, value] of Object.entries(changes)) put(copy, path.match(/[^.[\]]+/g) ?? [], value);
  return copy;
}

/** The problems found in a configuration, field and message apart; none where it is accepted. */
export function problemsOf(settings: unknown): { field: string; message: string }[] {
  try {
    validateConfig(settings);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').map((line) => {
      const [, field = '', message = ''] = /^(\S+): (.+)$/.exec(line) ?? [];
      return { field, message };
    });
  }
}

function put(target: unknown, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path;
  if (typeof target !== 'object' || target === null) throw new Error(`no such field: ${key}`);
  if (rest.length > 0) put(Reflect.get(target, key), rest, value);
  else if (value === undefined) Reflect.deleteProperty(target, key);
  else Reflect.set(target, key, value);
}
