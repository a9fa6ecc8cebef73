import type { Company } from '../domain/company.ts';
import type { Level } from '../domain/people/level.ts';
import { may } from '../domain/people/permissions.ts';
import type { Member } from '../domain/people/person.ts';

/** A member as the API tells it. */
export function memberJson({ id, name, email, status, level, newsletters, ...member }: Member) {
  const { invitedAt, activatedAt, removedAt } = member;
  return {
    ...{ id, name, email, status, level, newsletters },
    invitedAt: time(invitedAt),
    ...(activatedAt === undefined ? {} : { activatedAt: time(activatedAt) }),
    ...(removedAt === undefined ? {} : { removedAt: time(removedAt) }),
  };
}

/**
 * A company as the API tells it to its people of a level, or to `staff`: to those who may replace the code, with the
 * replaced ones that still work at `now` (ms).
 */
export function companyJson(
  { id, name, planUntil, afterHours, code, formerCodes }: Company,
  to: Level | 'staff',
  now: number,
) {
  const atWork = formerCodes.filter(({ until }) => until > now);
  return {
    ...{ id, name, planUntil, afterHours },
    ...(to === 'staff' || may(to, 'see-company-code') ? { code } : {}),
    ...(to === 'staff' || may(to, 'rotate-company-code')
      ? { formerCodes: atWork.map((former) => ({ code: former.code, until: time(former.until) })) }
      : {}),
  };
}

function time(instant: number): string {
  return new Date(instant).toISOString();
}
