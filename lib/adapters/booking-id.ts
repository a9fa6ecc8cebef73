import { sortableId } from './sortable-id.ts';

/** `bkg_` and a sortable id. `now` in ms. */
export function newBookingId(now: number): string {
  return `bkg_${sortableId(now)}`;
}
