import type { Random } from './random.ts';
import type { Cast, CastPerson } from './script.ts';

const companies = [
  { id: 'north-pier', name: 'North Pier', code: 'NORTH-2026', afterHours: false },
  { id: 'quiet-mill', name: 'Quiet Mill', code: 'QUIET-2026', afterHours: true },
] as const;

const names = [
  ...['Ada Moss', 'Ben Frey', 'Cleo Aziz', 'Dara Quist', 'Emil Roth', 'Fay Lund', 'Gus Okoro', 'Hana Weiss'],
  ...['Ivo Marsh', 'Jun Pike', 'Kaya Holm', 'Leo Brandt', 'Mina Sato', 'Nils Cole', 'Oda Kern', 'Pia Voss'],
] as const;

/** People of two companies, with and without accounts and mobile numbers, guests, and one of our staff. */
export function drawCast(random: Random, bookings: number): Cast {
  const size = Math.min(names.length, Math.max(5, Math.ceil(bookings / 2)));
  const people = names.slice(0, size).map((name, index): CastPerson => {
    const draw = random.fork(name);
    const email = `${name.toLowerCase().replace(' ', '.')}@people.example`;
    // The first of each company can always do everything, so that small casts are no dull ones.
    const mobile =
      index < 2 || draw.chance(0.75) ? { mobile: `+1202555${String(200 + index).padStart(4, '0')}` } : {};
    if (index > 3 && draw.chance(0.1)) return { id: `p${index}`, name, email, ...mobile, account: 'none' };
    const company = companies[index % 2 === 0 ? 0 : 1].id;
    const account = index < 2 || draw.chance(0.8) ? 'member' : 'none';
    const signsIn = account === 'member' && index < 6 ? ({ signsIn: true } as const) : {};
    return { id: `p${index}`, name, email, ...mobile, company, account, ...signsIn };
  });
  const staff: CastPerson = {
    ...{ id: 'staff', name: 'Sam Okoye', email: 'sam@staff.example', account: 'staff', signsIn: true },
  };
  return {
    companies,
    people: [...people, staff],
    ...(random.fork('webhook').chance(0.6) ? { webhook: true } : {}),
  };
}
