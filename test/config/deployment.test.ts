import { describe, expect, test } from 'vitest';
import { defineConfig } from '../../lib/config/define.ts';
import { validateConfig } from '../../lib/config/validate.ts';
import fixture from '../fixture-config.ts';
import { changed, problemsOf } from './changed.ts';

const name = 'sessions.example.com';
const hostedZone = { id: 'Z0123456789ABCDEFGHIJ', name: 'example.com' };
const certificateArn = 'arn:aws:acm:eu-central-1:123456789012:certificate/0a1b-2c3d';

test('where nothing is said of the deployment, the site has no address of its own, and its own SES identity', () => {
  const { deployment: _, ...rest } = fixture;
  const { deployment } = defineConfig(rest);
  expect(deployment).not.toHaveProperty('domain');
  expect(deployment).toMatchObject({ mail: { identity: 'own' } });
});

describe('a domain', () => {
  test.each([
    ['a certificate', { name, certificateArn }],
    ['the zone that holds it', { name, hostedZone }],
    ['a zone of its own', { name, hostedZone: { ...hostedZone, name } }],
    ['both', { name, certificateArn, hostedZone }],
  ])('is taken with %s', (_, domain) => {
    const settings = changed({ 'deployment.domain': domain });
    expect(validateConfig(settings).deployment.domain).toEqual(domain);
  });

  test.each([
    ['neither certificate nor zone', { name }, 'certificateArn', 'is missing'],
    [
      'the zone of another',
      { name, hostedZone: { ...hostedZone, name: 'ample.com' } },
      'hostedZone.name',
      'does not hold',
    ],
    ['an address instead of a name', { name: `https://${name}`, hostedZone }, 'name', 'name of a host'],
    ['capital letters', { name: 'Sessions.example.com', hostedZone }, 'name', 'lower case'],
    [
      'an ARN of something else',
      { name, certificateArn: 'arn:aws:iam::1:role/x' },
      'certificateArn',
      'arn:aws:acm:',
    ],
    [
      'a zone’s name for its id',
      { name, hostedZone: { ...hostedZone, id: 'example.com' } },
      'hostedZone.id',
      'Route 53',
    ],
    ['a field that there is not', { name, certificateArn, port: 1 }, 'port', 'not a setting'],
  ])('is refused with %s, by its field', (_, domain, field, says) => {
    expect(problemsOf(changed({ 'deployment.domain': domain }))).toEqual([
      { field: `deployment.domain.${field}`, message: expect.stringContaining(says) },
    ]);
  });
});

test('an SES identity is our own or there already, and nothing else', () => {
  expect(problemsOf(changed({ 'deployment.mail.identity': 'theirs' }))).toEqual([
    { field: 'deployment.mail.identity', message: expect.stringContaining('none of "own", "existing"') },
  ]);
});
