import { sortableId } from './sortable-id.ts';

/** `per_` and a sortable id. `now` in ms. */
export function newPersonId(now: number): string {
  return `per_${sortableId(now)}`;
}
