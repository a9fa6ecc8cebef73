import type { Catalogue, Release, SessionType } from '../../lib/domain/catalogue.ts';
import { refuseField } from '../../lib/http/read.ts';

/** Throws `invalid-input` for one that isn't offered. */
export function sessionTypeNamed({ sessionTypes }: Catalogue, wanted: string): SessionType {
  const found = sessionTypes.find(({ id }) => id === wanted);
  return found ?? refuseField('sessionType', `must be one of ${sessionTypes.map(({ id }) => id).join(', ')}`);
}

/** Throws `invalid-input` for one that isn't in the catalogue. */
export function releaseNamed({ releases }: Catalogue, wanted: string): Release {
  const found = releases.find(({ id }) => id === wanted);
  return found ?? refuseField('release', `must be one of ${releases.map(({ id }) => id).join(', ')}`);
}
