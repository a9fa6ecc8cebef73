import { sortableId } from './sortable-id.ts';

/** `std_` and a sortable id: how events name whose standing it is. `now` in ms. */
export function newStandingId(now: number): string {
  return `std_${sortableId(now)}`;
}

/** `rul_` and a sortable id. `now` in ms. */
export function newRulingId(now: number): string {
  return `rul_${sortableId(now)}`;
}
