import * as fc from 'fast-check';
import { daysFromNow, freshEmail, minutesFromNow, picked } from './values.ts';

const clock = fc.constantFrom('09:00', '10:30', '16:00');
const reason = fc.constantFrom('They asked for it', 'Wir haben telefoniert');

/** What people type into a field that a page left empty, by its name; of a name that ends so, like `cancel-reason`. */
const byName: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  email: freshEmail,
  password: fc.constantFrom('showup-Demo-1', 'another-Long-1'),
  name: fc.constantFrom('Ada Park', 'Ødegård & Søn'),
  mobile: fc.constant('+12025550123'),
  companyCode: picked('code'),
  code: fc.integer({ min: 0, max: 9999 }).map((n) => `FORM-${n}`),
  id: fc.integer({ min: 0, max: 9999 }).map((n) => `form-${n}`),
  topic: reason,
  reason,
  text: reason,
  description: fc.constant('Our tickets'),
  url: fc.integer({ min: 0, max: 30 }).map((n) => `http://127.0.0.1:65535/hooks?n=${n}`),
  q: picked('bookingId'),
  person: picked('email'),
  planUntil: daysFromNow(1, 700),
  until: daysFromNow(1, 200),
  date: daysFromNow(1, 20),
  fromDate: daysFromNow(1, 20),
  toDate: daysFromNow(21, 30),
  time: clock,
  fromTime: clock,
  toTime: clock,
  start: minutesFromNow(1440, 28_800),
  sheet: fc.constant('Company ID,Company name,Plan until\nformed,Formed Ltd,2027-12-31'),
  confirm: picked('email'),
};

/** Something for every name, drawn once for a form. */
export const typedIn: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(byName);

/** What is typed into an empty field of a name; undefined where it is left empty. */
export function typedInto(typed: Readonly<Record<string, unknown>>, name: string): unknown {
  return typed[name] ?? typed[name.split('-').at(-1) ?? ''];
}
