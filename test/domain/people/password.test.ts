import { describe, expect, test } from 'vitest';
import { askPasswordLink, setPassword } from '../../../lib/domain/people/password.ts';
import { refusalOf } from '../given.ts';
import { member, NOW, staff } from './given-people.ts';

const { activatedAt: _, ...fresh } = member('basic', { status: 'invited', passwordVersion: 0 });

describe('a password', () => {
  test('activates the account when it is the first', () => {
    expect(setPassword(fresh, 0, NOW)).toEqual({
      after: { ...fresh, status: 'active', activatedAt: NOW, passwordVersion: 1, revision: 3 },
      events: [{ type: 'password-set', at: NOW, by: 'per_basic', passwordVersion: 1, activated: true }],
    });
  });

  test('does not when it is a later one, and keeps when it was activated', () => {
    const { after, events } = setPassword(staff(), 1, NOW);
    expect(after).toEqual({ ...staff(), passwordVersion: 2, revision: 3 });
    expect(events).toMatchObject([{ passwordVersion: 2, activated: false }]);
  });

  test.each([-1, 0, 2])('is not set by a link for version %i of an account at version 1', (version) => {
    expect(refusalOf(() => setPassword(member('basic'), version, NOW)).code).toBe('link-invalid');
  });

  test('is not set for whoever was removed, with a link that would have been good', () => {
    const removed = { ...fresh, status: 'removed' } as const;
    expect(refusalOf(() => setPassword(removed, 0, NOW)).code).toBe('link-invalid');
  });
});

describe('a forgotten password', () => {
  test('leads to a link for the version that there is', () => {
    const { after, events } = askPasswordLink(member('basic'), NOW);
    expect(after).toEqual({ ...member('basic'), revision: 3 });
    expect(events).toEqual([{ type: 'password-link-asked', at: NOW, by: 'per_basic', passwordVersion: 1 }]);
  });

  test.each(['invited', 'removed'] as const)('leads to nothing where the account is %s', (status) => {
    const person = member('basic', { status });
    expect(askPasswordLink(person, NOW)).toEqual({ after: person, events: [] });
  });
});
