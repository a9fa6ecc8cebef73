import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type HolidayList, type Place, publicHolidays } from './public-holidays.ts';

const usage = `Fills a year of holidays.json, which showup.config.ts reads, with the public holidays of a country.

  npm run holidays -- --country US --year 2027
  npm run holidays -- --country DE --region BY --year 2027

Other years in the file are kept. --file <path> writes to another file.`;

try {
  const { file, ...place } = readArguments(process.argv.slice(2));
  const added = publicHolidays(place);
  writeFileSync(file, `${JSON.stringify(replaceYear(readList(file), place.year, added), null, 2)}\n`);
  for (const [date, name] of Object.entries(added)) console.log(`${date}  ${name}`);
  console.log(`${Object.keys(added).length} days of ${place.year} written to ${file}`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  process.exitCode = 1;
}

function readArguments(args: string[]): Place & { readonly file: string } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { country: text, region: text, year: text, file: text } });
  const {
    country,
    region,
    year = '',
    file = fileURLToPath(new URL('../holidays.json', import.meta.url)),
  } = values;
  if (!country) throw new Error('--country is missing');
  // The almanac knows the moon's calendars up to 2080.
  if (!/^20[0-7]\d$/.test(year)) throw new Error(`--year must be a year from 2000 to 2079, not "${year}"`);
  return { country, year: Number(year), file, ...(region && { region }) };
}

function readList(file: string): HolidayList {
  if (!existsSync(file)) return {};
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof list !== 'object' || list === null || Array.isArray(list))
    throw new Error(`${file} is not a list of names by date`);
  return list as HolidayList;
}

function replaceYear(list: HolidayList, year: number, added: HolidayList): HolidayList {
  const others = Object.entries(list).filter(([date]) => !date.startsWith(`${year}-`));
  return Object.fromEntries([...others, ...Object.entries(added)].sort(([a], [b]) => (a < b ? -1 : 1)));
}
