import { describe, expect, test } from 'vitest';
import { type Changes, changed, problemsOf } from './changed.ts';

const zoned = {
  name: 'sessions.example.com',
  hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.com' },
};
const certificate = (region: string) => ({
  name: 'sessions.example.com',
  certificateArn: `arn:aws:acm:${region}:123456789012:certificate/0123-4567`,
});
const cases: readonly [rule: string, changes: Changes, field: string, says: string][] = [
  [
    'a front door without a name',
    { 'deployment.frontDoor': true },
    'deployment.domain',
    'needs a name of its own',
  ],
  [
    'a front door with a certificate of another region',
    { 'deployment.frontDoor': true, 'deployment.domain': certificate('eu-central-1') },
    'deployment.domain.certificateArn',
    'is in eu-central-1: a front door',
  ],
  ['a front door that may be', { 'deployment.frontDoor': 'yes' }, 'deployment.frontDoor', 'true or false'],
  [
    'an address in place of an origin',
    { 'deployment.cors.origins': ['https://www.example.com/book'] },
    'deployment.cors.origins[0]',
    'must be the origin of a site and nothing else',
  ],
  [
    'every origin',
    { 'deployment.cors.origins': ['*'] },
    'deployment.cors.origins[0]',
    'must be the origin of a site',
  ],
  [
    'an origin twice',
    { 'deployment.cors.origins': ['https://a.example', 'https://a.example'] },
    'deployment.cors.origins[1]',
    'is already listed',
  ],
  [
    'a number of no kind',
    { 'deployment.texts.number': {} },
    'deployment.texts.number.type',
    'give type and country of a number to rent, or the id of yours',
  ],
  [
    'a number to rent nowhere',
    { 'deployment.texts.number': { type: 'toll-free' } },
    'deployment.texts.number.country',
    'numbers are rented by type and country',
  ],
  [
    'a number to rent that there is already',
    { 'deployment.texts.number': { type: 'toll-free', country: 'US', id: `phone-${'0'.repeat(32)}` } },
    'deployment.texts.number.id',
    'leave out type and country, or the id',
  ],
  [
    'a number in a country that isn’t texted',
    { 'deployment.texts.number': { type: 'long-code', country: 'FR' } },
    'deployment.texts.number.country',
    '"FR" is not one of the countries that are texted',
  ],
  [
    'a number in place of its id',
    { 'deployment.texts.number': { id: '+18005550199' } },
    'deployment.texts.number.id',
    'must be the id of a number in End User Messaging',
  ],
  [
    'a limit of parts of a dollar',
    { 'deployment.texts.monthlyLimit': 0.5 },
    'deployment.texts.monthlyLimit',
    'must be a whole number',
  ],
  [
    'so few bookings that a second choice is refused',
    { 'policy.bookings.triesPerAddress': 2 },
    'policy.bookings.triesPerAddress',
    'at least 3',
  ],
];

describe('what would not hold together', () => {
  test.each(cases)('%s is refused, and the message names the field', (_, changes, field, says) => {
    const problems = problemsOf(changed(changes));
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toContain(says);
  });
});

test.each<[string, Changes]>([
  ['a front door with a zone', { 'deployment.frontDoor': true, 'deployment.domain': zoned }],
  [
    'a front door with a certificate where CloudFront takes it',
    { 'deployment.frontDoor': true, 'deployment.domain': certificate('us-east-1') },
  ],
  ['origins', { 'deployment.cors.origins': ['https://a.example', 'http://localhost:3000'] }],
  [
    'a number to rent and a limit',
    { 'deployment.texts': { number: { type: 'simulator', country: 'US' }, monthlyLimit: 1 } },
  ],
  ['a number of the account', { 'deployment.texts.number': { id: `phone-${'a1'.repeat(16)}` } }],
])('%s is accepted', (_, changes) => {
  expect(problemsOf(changed(changes))).toEqual([]);
});
