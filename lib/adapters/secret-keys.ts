import type { LiveKeys } from '../app/deps.ts';
import { lateCall } from './late-port.ts';

/** The live keys of a secret. The client of Secrets Manager is loaded when they are first asked for: many requests never do. */
export function secretKeys(secretArn: string): LiveKeys<string> {
  return lateCall(async () => (await import('./live-keys.ts')).liveKeys(secretArn, () => Date.now()));
}
