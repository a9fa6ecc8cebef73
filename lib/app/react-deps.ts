import type { Bus } from './bus.ts';
import type { EffectDeps } from './deps.ts';
import type { PeopleTable } from './people-deps.ts';
import type { StandingTable } from './standing-deps.ts';

/** What reacting to what happens to bookings, and to where people stand, needs of the world. */
export interface ReactDeps extends EffectDeps {
  readonly people: PeopleTable;
  readonly standings: StandingTable;
  readonly bus: Bus;
}
