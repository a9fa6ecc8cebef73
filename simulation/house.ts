import type { Settings } from '../lib/config/settings.ts';

/** What a script must know of the deployment that it runs against. */
export interface House {
  readonly zone: string;
  readonly sessionTypes: readonly { readonly id: string; readonly minutes: number }[];
  readonly consultants: readonly string[];
  /** Dates on which nobody works. */
  readonly holidays: readonly string[];
}

export function houseOf(settings: Settings): House {
  return {
    zone: settings.zone,
    sessionTypes: settings.sessionTypes.map(({ id, minutes }) => ({ id, minutes })),
    consultants: settings.consultants.map(({ id }) => id),
    holidays: settings.holidays,
  };
}
