import { addDays, dateAt, isDate, startOfDate } from '../../domain/calendar/zone.ts';
import { Refusal } from '../../domain/refusal.ts';
import { reason as reasonSchema } from '../../http/desk-schemas.ts';
import { read } from '../../http/read.ts';
import { limits } from '../../http/schemas.ts';
import type { Language } from '../language/en.ts';

type Checked<Value> = { readonly value: Value } | { readonly problem: string };

/** A reason as the API would take it, or what to say at the field, which is called `label`. Left empty, it is none. */
export function checkReasonField(
  typed: string,
  label: string,
  { fields }: Language,
): Checked<string | undefined> {
  const text = typed.replaceAll('\r\n', '\n').trim();
  if (text === '') return { value: undefined };
  try {
    return { value: read(reasonSchema, text, 'reason') };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const tooLong = text.length > limits.reason;
    return { problem: tooLong ? fields.tooLong(label, limits.reason) : fields.malformed(label) };
  }
}

/** No longer than people plan for: what is typed for another century is a slip. */
const LONGEST_DAYS = 3660;

/** The end (ms) of a day from today on, in the zone that its date is meant in; undefined where it is none. */
export function endOfTyped(typed: string, zone: string, now: number): number | undefined {
  const date = typed.trim();
  const today = dateAt(zone, now);
  if (!isDate(date) || date < today || date > addDays(today, LONGEST_DAYS)) return undefined;
  return startOfDate(zone, addDays(date, 1));
}
