import { wallClock } from '../../domain/calendar/zone.ts';
import type { Visit } from '../visit.ts';

/** What the deployment's clock shows at an instant (ms), "09:05". A board has hundreds of them: making formats takes time. */
export function deskClock({ settings }: Visit, instant: number): string {
  return new Date(wallClock(settings.zone, instant)).toISOString().slice(11, 16);
}
