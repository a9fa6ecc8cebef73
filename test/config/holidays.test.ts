import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { publicHolidays } from '../../scripts/public-holidays.ts';

// The federal holidays (5 U.S.C. 6103), each on its own date and, where that is a weekend, on the nearest
// weekday too. Bavaria's without Assumption Day, which only its Catholic communities keep.
const known = {
  US2026: '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25',
  US2027: '01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31',
  BY2026: '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 10-03 11-01 12-25 12-26',
};

const dates = (year: number, days: string) => days.split(' ').map((day) => `${year}-${day}`);

const folder = mkdtempSync(join(tmpdir(), 'showup-holidays-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  return spawnSync(process.execPath, ['scripts/holidays.ts', ...args], { encoding: 'utf8' });
}

test.each([
  ['the United States in 2026', { country: 'US', year: 2026 }, known.US2026],
  ['the United States in 2027', { country: 'us', year: 2027 }, known.US2027],
  ['Bavaria in 2026', { country: 'DE', region: 'by', year: 2026 }, known.BY2026],
])('the public holidays of %s are known, days in lieu included', (_, place, days) => {
  expect(Object.keys(publicHolidays(place))).toEqual(dates(place.year, days));
});

test('two holidays on one day are one date with both names', () => {
  expect(publicHolidays({ country: 'US', region: 'NY', year: 2027 })['2027-02-15']).toBe(
    "Susan B. Anthony Day / Washington's Birthday",
  );
});

test('a holiday of several days gives each of its days', () => {
  const days = Object.keys(publicHolidays({ country: 'KR', year: 2026 }));
  expect(days).toEqual(expect.arrayContaining(['2026-09-24', '2026-09-25', '2026-09-26']));
});

test('the script replaces the year it is asked for and keeps the others', () => {
  const file = join(folder, 'holidays.json');
  writeFileSync(
    file,
    JSON.stringify({ '2028-01-01': 'Kept', '2027-03-03': 'Replaced', '2025-12-25': 'Kept' }),
  );
  expect(run('--country', 'US', '--year', '2027', '--file', file)).toMatchObject({ status: 0, stderr: '' });
  const written: object = JSON.parse(readFileSync(file, 'utf8'));
  expect(Object.keys(written)).toEqual(['2025-12-25', ...dates(2027, known.US2027), '2028-01-01']);
});

test.each([
  [['--country', 'XX', '--year', '2027'], 'country "XX" is not known'],
  [['--country', 'DE', '--region', 'ZZ', '--year', '2027'], 'region "ZZ" is not known in DE: it has BB, BE'],
  [['--country', 'FR', '--year', '27'], '--year must be a year from 2000 to 2079, not "27"'],
  [['--year', '2027'], '--country is missing'],
  [['--land', 'DE'], "Unknown option '--land'"],
])('%j is refused with a reason, and nothing is written', (args, reason) => {
  const file = join(folder, 'untouched.json');
  writeFileSync(file, '{}');
  const { status, stderr } = run(...args, '--file', file);
  expect(status).toBe(1);
  expect(stderr).toContain(reason);
  expect(readFileSync(file, 'utf8')).toBe('{}');
});
