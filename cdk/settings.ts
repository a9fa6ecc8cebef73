import { pathToFileURL } from 'node:url';
import type { Settings } from '../lib/config/settings.ts';
import { validateConfig } from '../lib/config/validate.ts';
import { otherConfigPath } from './config-path.ts';

/** The configuration to deploy. Throws, naming the field, if it contradicts itself. */
export async function loadSettings(): Promise<Settings> {
  const other = otherConfigPath();
  const module: { default: unknown } = other
    ? await import(pathToFileURL(other).href)
    : await import('#config');
  return validateConfig(module.default);
}
