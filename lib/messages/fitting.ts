import { cutToSeptets, septets, TEXT_PART, toGsm } from './gsm.ts';

/** The first of the wordings that fits one part; the last one, cut, if none does. */
export function fitting(wordings: readonly string[]): string {
  const last = wordings.at(-1) ?? '';
  return fits(wordings, TEXT_PART) ?? cutToSeptets(toGsm(last) ?? '', TEXT_PART);
}

/** The first of the wordings that fits so many septets; the last one, whole, if none does: for what is of no use cut. */
export function fittingWhole(wordings: readonly string[], ...most: readonly number[]): string {
  const found = most.map((septet) => fits(wordings, septet)).find((text) => text !== undefined);
  return found ?? wordings.at(-1) ?? '';
}

function fits(wordings: readonly string[], most: number): string | undefined {
  return wordings.find((text) => (septets(text) ?? Number.POSITIVE_INFINITY) <= most);
}
