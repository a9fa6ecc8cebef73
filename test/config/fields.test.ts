import { expect, test } from 'vitest';
import { type Changes, changed, problemsOf } from './changed.ts';

test.each<[field: string, value: unknown, says: string]>([
  ['zone', 'Mars/Olympus', '"Mars/Olympus" is not a time zone'],
  ['zone', '+05:00', 'is not a time zone'],
  ['consultants[1].zone', 'Europe/Londinium', 'is not a time zone'],
  ['holidays[3]', '2026-02-30', '"2026-02-30" is not a date'],
  ['holidays[0]', '2027-02-29', 'is not a date'],
  ['holidays[0]', '1/1/2026', 'is not a date'],
  ['consultants[0].hours.monday[0].from', '8:30', '"8:30" must be a time on a quarter hour'],
  ['consultants[0].hours.monday[0].from', '08:20', 'quarter hour'],
  ['consultants[0].hours.monday[0].from', '24:00', 'quarter hour'],
  ['consultants[0].hours.monday[0].to', '17:60', 'quarter hour'],
  ['consultants[0].hours.monday[0].to', '48:00', 'quarter hour'],
  ['deployment.alarms.mail', 'Operators <operators@example.com>', 'must be a mail address and nothing else'],
  ['deployment.alarms.sms', '+15550100001', 'is not a setting'],
  ['sessionTypes[0].minutes', 50, '50 is not a multiple of 15'],
  ['sessionTypes[0].minutes', 0, '0 is too small'],
  ['sessionTypes[0].minutes', 600, '600 is too large: the most is 480'],
  ['sessionTypes[0].fee', -1, '-1 is too small'],
  ['sessionTypes[0].fee', 99.999, 'more decimals than USD, which has 2'],
  ['sessionTypes[0].id', 'Call 30', '"Call 30" must be an id'],
  ['sessionTypes[0].id', 'a'.repeat(41), 'at most 40 characters'],
  ['sessionTypes[0].name', 'Call\r\nBcc: all@example.com', 'must be one line of text'],
  ['sessionTypes[0].name', ' ', 'must be one line of text'],
  ['sessionTypes[0].name', 'a'.repeat(81), '1 to 80 characters'],
  ['sessionTypes[0].name', 30, 'must be text in quotes, or one for each language, not 30'],
  ['sessionTypes[0].name', ['Call'], 'must be text in quotes, or one for each language, not a list'],
  ['sessionTypes[0].name', undefined, 'is missing'],
  ['sessionTypes[0].name.en', undefined, 'is missing'],
  ['sessionTypes[0].name.en', 'Call\nnow', 'must be one line of text'],
  ['sessionTypes[0].name.de', 'a'.repeat(81), '1 to 80 characters'],
  ['sessionTypes[0].name.de', 30, 'must be text in quotes, not 30'],
  ['sessionTypes[0].name.fr', 'Appel', 'is not a language that Showup speaks: it speaks en, de'],
  ['sessionTypes[0].description.de', 'a'.repeat(501), '1 to 500 characters'],
  ['preparation[0].title.de', 'Eins\nzwei', 'must be one line of text, 1 to 120 characters'],
  ['preparation[0].text.de', ' ', 'must be text of 1 to 1000 characters'],
  ['policy.offering.slotEveryMinutes', 20, '20 is not a multiple of 15'],
  ['policy.offering.bufferMinutes', 10, '10 is not a multiple of 15'],
  ['policy.offering.horizonDays', 0, '0 is too small: it must be at least 1'],
  ['policy.offering.horizonDays', 5000, '5000 is too large: the most is 366'],
  ['policy.reminders.hoursBefore[0]', 1.5, 'must be a whole number, not 1.5'],
  ['policy.reminders.hoursBefore[1]', 0, '0 is too small'],
  ['policy.noShows.limit', 0, '0 is too small'],
  ['policy.noShows.limit', '2', 'must be a number, not text'],
  ['policy.noShows.reinstatementFee', Number.NaN, 'must be a number'],
  ['policy.noShows.graceDays', 3, 'is not a setting that Showup knows'],
  ['policy.offerings', {}, 'is not a setting that Showup knows'],
  ['consultants[0].hours.mondays', [], 'is not a setting that Showup knows'],
  ['consultants[0].hours.monday', '08:30-17:30', 'must be a list, not text'],
  ['consultants[0].room.url', 'http://meet.example.com/robin', 'starts with https://'],
  ['consultants[0].room.url', 'https://', 'starts with https://'],
  ['consultants[0].room.url', 'javascript:alert(1)', 'starts with https://'],
  ['consultants[0].room.conferenceId', undefined, 'is missing'],
  ['consultants[0].sessionTypes', [], 'needs at least 1'],
  ['brand.supportMail', 'support', 'must be a mail address'],
  ['brand.mailFrom', 'Sessions <sessions@example.com>', 'must be a mail address and nothing else'],
  ['brand.website', 'example.com', 'starts with https://'],
  ['brand.logo', 'http://example.com/logo.svg', 'must be the path of an .svg or .png file'],
  ['brand.colour', 'blue', '"blue" must be a colour written as #rrggbb'],
  ['currency', 'XYZ', '"XYZ" is not a currency'],
  ['texts.from', '555-0100', 'must be a telephone number in international form'],
  ['texts.maxPrice', 0, '0 is too small: it must be more than 0'],
  ['texts.provider', 'pinpoint', '"pinpoint" is none of "sns", "end-user-messaging"'],
  ['texts.countries', [], 'needs at least 1'],
  ['texts.countries', 'US', 'must be a list, not text'],
  ['texts.countries[1]', 'UK', '"UK" is not a country with telephone numbers'],
  ['texts.countries[1]', 'us', 'is not a country with telephone numbers'],
  ['policy.texts.perNumberHour', 2, '2 is too small: it must be at least 3'],
  ['policy.texts.perNumberDay', 2.5, 'must be a whole number, not 2.5'],
  ['policy.texts.perDay', 10_000_001, 'is too large: the most is 10000000'],
  ['policy.signIn.triesPerAddress', 2, '2 is too small: it must be at least 3'],
  ['policy.signIn.triesPerAddress', 101, '101 is too large: the most is 100'],
  ['policy.signIn.triesPerSource', 2, '2 is too small: it must be at least 3'],
  ['policy.texts.perWeek', 100, 'is not a setting that Showup knows'],
  ['releases[0].id', '6..1', 'must be an id'],
  ['releases[0].support', 'retired', '"retired" is none of "active", "deprecated", "end-of-life"'],
  ['preparation[0].text', '', 'must be text'],
  ['brand', undefined, 'is missing'],
])('%s can not be %j', (field, value, says) => {
  const problems = problemsOf(changed({ [field]: value }));
  expect(problems.map((problem) => problem.field)).toEqual([field]);
  expect(problems[0]?.message).toContain(says);
});

test('there is at least one session type and one consultant', () => {
  expect(problemsOf(changed({ sessionTypes: [], consultants: [] }))).toEqual([
    { field: 'sessionTypes', message: 'needs at least 1' },
    { field: 'consultants', message: 'needs at least 1' },
  ]);
});

test('every language is held to the same checks, and each problem is told', () => {
  const name = { en: ' ', de: 'Anruf\nsofort', fr: 'Appel' };
  expect(problemsOf(changed({ 'sessionTypes[0].name': name })).map(({ field }) => field)).toEqual([
    'sessionTypes[0].name.en',
    'sessionTypes[0].name.de',
    'sessionTypes[0].name.fr',
  ]);
});

test.each([[undefined], [null], ['settings'], [[]]])('%j is no configuration', (settings) => {
  expect(problemsOf(settings).map(({ field }) => field)).toEqual(['showup.config.ts']);
});

test.each<[string, Changes]>([
  ['a zone under its older name', { zone: 'US/Eastern' }],
  ['a leap day', { 'holidays[0]': '2028-02-29' }],
  ['a release id with dots', { 'releases[0].id': '10.2.0-lts' }],
  ["a consultant's own zone", { 'consultants[0].zone': 'Asia/Kathmandu' }],
  ['a free session type', { 'sessionTypes[0].fee': 0 }],
  ['a name for every language', { 'sessionTypes[0].name': 'Call' }],
  ['a name in English alone', { 'sessionTypes[0].name': { en: 'Call' } }],
  ['a fee with cents', { 'sessionTypes[0].fee': 19.99 }],
])('%s is accepted', (_, changes) => {
  expect(problemsOf(changed(changes))).toEqual([]);
});
