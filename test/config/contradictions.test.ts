import { describe, expect, test } from 'vitest';
import { type Changes, changed, problemsOf } from './changed.ts';

interface Case {
  readonly rule: string;
  readonly changes: Changes;
  readonly field: string;
  readonly says: string;
}

const offices = (from: string, to: string) => [{ from, to }];

const policyCases: Case[] = [
  {
    rule: 'a text cutoff earlier than the link cutoff',
    changes: { 'policy.changes.textUntilMinutes': 66 },
    field: 'policy.changes.textUntilMinutes',
    says: 'earlier than the cutoff for links (policy.changes.linkUntilMinutes is 65)',
  },
  {
    rule: 'a notice that leaves the links dead on arrival',
    changes: { 'policy.offering.noticeMinutes': 65 },
    field: 'policy.offering.noticeMinutes',
    says: 'links no longer work (policy.changes.linkUntilMinutes is 65)',
  },
  {
    rule: 'a horizon that ends before the notice does',
    changes: {
      'policy.offering.noticeMinutes': 2880,
      'policy.offering.horizonDays': 2,
      'policy.reminders.hoursBefore': [2],
    },
    field: 'policy.offering.horizonDays',
    says: 'nothing could ever be booked',
  },
  {
    rule: 'a check-in at the close',
    changes: { 'policy.start.checkInAfterMinutes': 15 },
    field: 'policy.start.checkInAfterMinutes',
    says: 'must come before the close (policy.start.closeAfterMinutes is 15)',
  },
  {
    rule: 'a check-in after the close',
    changes: { 'policy.start.checkInAfterMinutes': 20 },
    field: 'policy.start.checkInAfterMinutes',
    says: 'must come before the close',
  },
  {
    rule: 'a close at the end of the shortest session',
    changes: { 'policy.start.closeAfterMinutes': 30 },
    field: 'policy.start.closeAfterMinutes',
    says: 'the shortest session ("call-30" lasts 30 minutes)',
  },
  {
    rule: 'a close without a mobile at the end of the shortest session',
    changes: { 'policy.start.closeWithoutMobileAfterMinutes': 30 },
    field: 'policy.start.closeWithoutMobileAfterMinutes',
    says: 'the shortest session ("call-30" lasts 30 minutes)',
  },
  {
    rule: 'the same reminder twice',
    changes: { 'policy.reminders.hoursBefore': [24, 2, 24] },
    field: 'policy.reminders.hoursBefore[2]',
    says: 'already listed',
  },
  {
    rule: 'a reminder from before the horizon',
    changes: { 'policy.reminders.hoursBefore': [72, 2], 'policy.offering.horizonDays': 3 },
    field: 'policy.reminders.hoursBefore[0]',
    says: 'beyond the horizon (policy.offering.horizonDays is 3)',
  },
  {
    rule: 'more texts to a number in an hour than in a day',
    changes: { 'policy.texts.perNumberHour': 13 },
    field: 'policy.texts.perNumberHour',
    says: '13 is more than the limit around it (policy.texts.perNumberDay is 12)',
  },
  {
    rule: 'more texts to a number in a day than about a company',
    changes: { 'policy.texts.perCompanyDay': 11 },
    field: 'policy.texts.perNumberDay',
    says: 'policy.texts.perCompanyDay is 11',
  },
  {
    rule: 'more texts about a company in a day than altogether',
    changes: { 'policy.texts.perDay': 199 },
    field: 'policy.texts.perCompanyDay',
    says: 'policy.texts.perDay is 199',
  },
  {
    rule: 'urgent tickets answered later than others',
    changes: { 'policy.tickets.urgentResponseHours': 25 },
    field: 'policy.tickets.urgentResponseHours',
    says: 'slower than the response to any other ticket',
  },
];

const textCases: Case[] = [
  {
    rule: 'a default country whose numbers are not texted',
    changes: { 'texts.defaultCountry': 'FR' },
    field: 'texts.defaultCountry',
    says: '"FR" is not one of the countries that are texted (texts.countries is US, CA, GB, DE, AT, CH)',
  },
  {
    rule: 'a country that is listed twice',
    changes: { 'texts.countries': ['US', 'CA', 'US'] },
    field: 'texts.countries[2]',
    says: '"US" is already listed',
  },
];

const hoursCases: Case[] = [
  {
    rule: 'hours that end before they start',
    changes: { 'consultants[0].hours.monday': offices('22:00', '06:00') },
    field: 'consultants[0].hours.monday[0].to',
    says: '30:00 for 06:00 the next day',
  },
  {
    rule: 'hours that end when they start',
    changes: { 'consultants[0].hours.monday': offices('08:00', '08:00') },
    field: 'consultants[0].hours.monday[0].to',
    says: 'not after 08:00',
  },
  {
    rule: 'hours longer than a day',
    changes: { 'consultants[0].hours': { monday: offices('08:00', '32:15') } },
    field: 'consultants[0].hours.monday[0].to',
    says: 'longer than a day',
  },
  {
    rule: 'windows of a day that overlap',
    changes: {
      'consultants[1].hours.friday': [...offices('08:00', '12:00'), ...offices('11:45', '17:00')],
    },
    field: 'consultants[1].hours.friday[1]',
    says: "11:45 to 17:00 overlaps friday's 08:00 to 12:00",
  },
  {
    rule: 'a night that runs into the next morning',
    changes: { 'consultants[0].hours.monday': offices('22:00', '32:45') },
    field: 'consultants[0].hours.tuesday[0]',
    says: "overlaps monday's 22:00 to 32:45",
  },
  {
    rule: "a Sunday night that runs into Monday's morning",
    changes: { 'consultants[0].hours.sunday': offices('22:00', '32:45') },
    field: 'consultants[0].hours.monday[0]',
    says: "overlaps sunday's 22:00 to 32:45",
  },
];

const catalogueCases: Case[] = [
  {
    rule: 'two session types of one id',
    changes: { 'sessionTypes[2].id': 'call-30' },
    field: 'sessionTypes[2].id',
    says: '"call-30" is already the id of another one',
  },
  {
    rule: 'two consultants of one id',
    changes: { 'consultants[1].id': 'robin' },
    field: 'consultants[1].id',
    says: '"robin" is already the id',
  },
  {
    rule: 'two consultants in one meeting room',
    changes: { 'consultants[1].room.url': 'https://meet.example.com/robin' },
    field: 'consultants[1].room.url',
    says: 'already the room of another consultant',
  },
  {
    rule: 'two releases of one id',
    changes: { 'releases[3].id': '6.1' },
    field: 'releases[3].id',
    says: '"6.1" is already the id',
  },
  {
    rule: 'a consultant who gives an unknown session type',
    changes: { 'consultants[0].sessionTypes': ['live-60', 'live-61'] },
    field: 'consultants[0].sessionTypes[1]',
    says: '"live-61" is not the id of a session type',
  },
  {
    rule: 'a session type that nobody gives',
    changes: {
      'consultants[0].sessionTypes': ['call-30', 'live-60'],
      'consultants[1].sessionTypes': ['live-60'],
    },
    field: 'sessionTypes[2].id',
    says: 'no consultant gives "live-90"',
  },
  {
    rule: 'a session type longer than the hours of all who give it',
    changes: {
      'consultants[0].sessionTypes': ['call-30', 'live-60'],
      'consultants[1].hours': { monday: offices('09:00', '10:15'), tuesday: offices('09:00', '10:00') },
    },
    field: 'sessionTypes[2].minutes',
    says: 'who give "live-90" (the longest are 75 minutes)',
  },
  {
    rule: 'a session type whose only giver has no hours',
    changes: { 'consultants[0].sessionTypes': ['call-30', 'live-60'], 'consultants[1].hours': {} },
    field: 'sessionTypes[2].minutes',
    says: 'the longest are 0 minutes',
  },
  {
    rule: 'a fee in fractions that the currency does not have',
    changes: { currency: 'JPY', 'sessionTypes[1].fee': 140.5 },
    field: 'sessionTypes[1].fee',
    says: '140.5 has more decimals than JPY, which has 0',
  },
];

describe.each([
  ['the policy', policyCases],
  ['texts', textCases],
  ['working hours', hoursCases],
  ['what is offered', catalogueCases],
])('in %s', (_, cases) => {
  test.each(cases)('$rule is refused at $field, and nothing else is', ({ changes, field, says }) => {
    const problems = problemsOf(changed(changes));
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toContain(says);
  });
});

test.each<[string, Changes]>([
  ['a text cutoff equal to the link cutoff', { 'policy.changes.textUntilMinutes': 65 }],
  ['a notice one minute longer than the link cutoff', { 'policy.offering.noticeMinutes': 66 }],
  ['a check-in one minute before the close', { 'policy.start.checkInAfterMinutes': 14 }],
  ['a close one minute before the shortest session ends', { 'policy.start.closeAfterMinutes': 29 }],
  [
    'one limit on texts for all',
    {
      'policy.texts': { perNumberHour: 3, perNumberDay: 3, perCompanyDay: 3, perDay: 3 },
    },
  ],
  ['no reminders at all', { 'policy.reminders.hoursBefore': [] }],
  [
    'windows that touch',
    { 'consultants[0].hours.monday': [...offices('08:00', '12:00'), ...offices('12:00', '17:00')] },
  ],
  [
    'a night that ends when the next day begins',
    { 'consultants[0].hours.monday': offices('22:00', '32:30') },
  ],
  [
    'round the clock',
    { 'consultants[0].hours': { monday: offices('00:00', '24:00'), tuesday: offices('00:00', '24:00') } },
  ],
  [
    'a session that spans two windows that touch at midnight',
    {
      'consultants[0].sessionTypes': ['call-30', 'live-60'],
      'consultants[1].hours': { sunday: offices('23:15', '24:00'), monday: offices('00:00', '00:45') },
    },
  ],
])('%s is accepted', (_, changes) => {
  expect(problemsOf(changed(changes))).toEqual([]);
});

test('every problem is told at once, one a line, whatever part of the configuration it is in', () => {
  const problems = problemsOf(
    changed({
      zone: 'America/New_Yorck',
      'policy.changes.textUntilMinutes': 70,
      'policy.start.closeAfterMinutes': 45,
      'consultants[1].hours.monday[0].to': '08:00',
      'consultants[0].sessionTypes': ['live-99'],
      'brand.color': '#ffffff',
    }),
  );
  expect(problems.map(({ field }) => field).toSorted()).toEqual([
    'brand.color',
    'consultants[0].sessionTypes[0]',
    'consultants[1].hours.monday[0].to',
    'policy.changes.textUntilMinutes',
    'policy.start.closeAfterMinutes',
    'zone',
  ]);
});
