import { Temporal } from 'temporal-polyfill';
import type { Fields } from './fields.ts';
import { invalidField } from './problem.ts';

/** The forms of the page, as the JSON that says the same. Times without a zone are meant in the page's own. */
export const fromForm: Readonly<Record<string, (form: Fields, timeZone: string) => Fields>> = {
  '/clock': (form, timeZone) => {
    if (form['next'] !== undefined) return { next: true };
    return form['to'] === undefined ? form : { ...form, to: zoned('to', form['to'], timeZone) };
  },
  '/texts': ({ at, ...form }, timeZone) => {
    return at === undefined || at === '' ? form : { ...form, at: zoned('at', at, timeZone) };
  },
  '/faults': (form) => {
    const { do: what, name, kind, bookingId, version } = form;
    if (what === 'fire') return { fireTimer: { name } };
    if (what === 'lose') return { loseTimer: { name } };
    if (what === 'repeat-events') return { repeatEvents: true };
    if (what === 'phone') return { phone: { number: form['number'], state: form['state'] } };
    if (what === 'mailbox') return { mailbox: { address: form['address'], state: form['state'] } };
    if (what === 'trouble') return { texting: { trouble: form['trouble'] } };
    return { fireTimer: { payload: { kind, bookingId, version: Number(version) } } };
  },
};

function zoned(field: string, value: unknown, timeZone: string): string {
  const text = String(value);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text)) return text;
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    throw invalidField(field, 'must be a date and a time');
  }
}
