import { resolve } from 'node:path';

/** Absolute path of the configuration that SHOWUP_CONFIG names, or undefined where showup.config.ts holds. */
export function otherConfigPath(): string | undefined {
  const path = process.env['SHOWUP_CONFIG'];
  return path ? resolve(path) : undefined;
}
