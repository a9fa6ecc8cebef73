import { describe, expect, test } from 'vitest';
import { normalizedEmail } from '../../../lib/domain/people/email.ts';
import { erasePerson } from '../../../lib/domain/people/erase.ts';
import { ERASED, isErased, remainsOf } from '../../../lib/domain/people/tombstone.ts';
import { refusalOf } from '../given.ts';
import { as, member, NOW, operator, staff, staffActor } from './given-people.ts';

const ada = member('manager', { name: 'Ada Park', email: 'Ada+Work@Example.com', language: 'de' });

describe('an account that is erased', () => {
  const { after, events } = erasePerson(staffActor, ada, 'gone_1', NOW);

  test('is removed, and belongs to a tombstone; its level, company and dates stay', () => {
    expect(after).toEqual({
      ...ada,
      name: 'Erased',
      email: 'gone_1@erased.invalid',
      status: 'removed',
      removedAt: NOW,
      revision: ada.revision + 1,
    });
    expect(JSON.stringify(after)).not.toMatch(/Ada|Park/u);
  });

  test('is told by an event without who it was', () => {
    expect(events).toEqual([{ type: 'person-erased', at: NOW, by: 'per_staff', tombstone: 'gone_1' }]);
  });

  test('is erased once, whatever the tombstone', () => {
    for (const tombstone of ['gone_1', 'gone_2'])
      expect(erasePerson(staffActor, after, tombstone, NOW + 1)).toEqual({ after, events: [] });
  });

  test('keeps when it was removed, where it was before', () => {
    const removed = member('basic', { status: 'removed', removedAt: NOW - 5 });
    expect(erasePerson(operator, removed, 'gone_1', NOW).after.removedAt).toBe(NOW - 5);
  });

  test('may never have been active, and may be one of our own', () => {
    const invited = member('basic', { status: 'invited' });
    expect(erasePerson(staffActor, invited, 'gone_1', NOW).after.status).toBe('removed');
    expect(erasePerson(operator, staff(), 'gone_1', NOW).after).toMatchObject({
      staff: true,
      name: 'Erased',
      status: 'removed',
    });
  });

  test('is erased by our staff alone, not by its own company, nor by who had it', () => {
    for (const actor of [as(member('primary')), as(ada)])
      expect(refusalOf(() => erasePerson(actor, ada, 'gone_1', NOW)).code).toBe('not-allowed');
  });
});

describe('what is left of somebody', () => {
  test('is the same for the same tombstone, and nobody’s address', () => {
    expect(remainsOf('gone_1')).toEqual({ name: ERASED, email: 'gone_1@erased.invalid' });
    expect(isErased(remainsOf('gone_1').email)).toBe(true);
    expect(isErased('ada@example.com')).toBe(false);
    expect(isErased('erased.invalid@example.com')).toBe(false);
  });

  test('is an address that is compared as it stands', () => {
    const { email } = remainsOf('gone_01k9x7m3v8q2t4w6y8z0a2c4e6');
    expect(normalizedEmail(email)).toBe(email);
  });
});
