import type { BookingSearch, Deps, LiveKeys } from './deps.ts';

/** What taking the posts of the meetings' provider needs. */
export interface ProviderDeps extends Deps {
  readonly search: BookingSearch;
  /** The live keys that the provider signs with. */
  readonly attendanceKeys: LiveKeys<Uint8Array>;
}
