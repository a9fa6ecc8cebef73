import { describe, expect, it } from 'vitest';
import { attendingMember, isOwn } from '../../../lib/domain/booking/whose.ts';
import type { Person } from '../../../lib/domain/people/person.ts';
import { member, staff } from '../people/given-people.ts';

const ada = member('basic', { id: 'per_ada', email: 'Ada@Example.com' });

describe('the member whom a session is for', () => {
  it('is who has the mail address, where the account is active and of the company of the code', () => {
    expect(attendingMember(ada, 'example-crates')).toBe(ada);
  });

  it('is, without a code, a member of any company', () => {
    expect(attendingMember(ada, undefined)).toBe(ada);
  });

  it.each<[string, Person | undefined]>([
    ['nobody with the address', undefined],
    ['one of another company', { ...ada, companyId: 'other' }],
    ['one who was invited and has no password yet', { ...ada, status: 'invited' }],
    ['one who was removed', { ...ada, status: 'removed' }],
    ['one of our staff', staff()],
  ])('is not %s', (_, holder) => {
    expect(attendingMember(holder, 'example-crates')).toBeUndefined();
  });
});

describe('a booking is a member’s own', () => {
  const attendee = { name: 'Ada', email: 'ada+shop@EXAMPLE.com' };

  it('where it is for their address, however written, and their company’s', () => {
    expect(isOwn({ attendee, companyId: 'example-crates' }, ada)).toBe(true);
    expect(isOwn({ attendee, companyId: 'example-crates', personId: 'per_earlier' }, ada)).toBe(true);
  });

  it('and not where it is for a colleague, whatever account it was booked for', () => {
    const other = { name: 'Ada', email: 'kim@example.com' };
    expect(isOwn({ attendee: other, companyId: 'example-crates', personId: ada.id }, ada)).toBe(false);
  });

  it('and not where it is another company’s, as of somebody who has changed companies', () => {
    expect(isOwn({ attendee, companyId: 'other' }, ada)).toBe(false);
    expect(isOwn({ attendee, companyId: 'other', personId: ada.id }, ada)).toBe(false);
  });

  it('without a company, where it was booked for this account', () => {
    expect(isOwn({ attendee, personId: ada.id }, ada)).toBe(true);
    expect(isOwn({ attendee, personId: 'per_earlier' }, ada)).toBe(false);
    expect(isOwn({ attendee }, ada)).toBe(false);
  });
});
