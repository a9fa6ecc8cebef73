import { Refusal } from '../../lib/domain/refusal.ts';
import type { FieldError } from '../../lib/http/problems.ts';

/** What is wrong with a request, by field; empty where it is accepted. Anything but a refusal is an error. */
export async function fieldErrors(reading: () => unknown): Promise<FieldError[]> {
  try {
    await reading();
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid-input') throw error;
    return error.facts['errors'] as FieldError[];
  }
}

/** The fields that are refused, each once. */
export async function refusedFields(reading: () => unknown): Promise<string[]> {
  return [...new Set((await fieldErrors(reading)).map(({ field }) => field))];
}
