import type { deskPeopleOperations } from '../../http/desk-people-operations.ts';
import type { Example } from './example.ts';
import { PERSON_ID } from './path-names.ts';

const DAY_MS = 86_400_000;

/** Who is signed in: without it, nothing of the desk is answered. */
const headers = { Authorization: 'Bearer YOUR-ID-TOKEN' };

/** Examples of our staff's calls about the accounts of a company; `now` in ms. */
export function deskPeopleExamples(now: number): Record<keyof typeof deskPeopleOperations, Example> {
  const invited = {
    ...{ id: PERSON_ID, name: 'Kim Novak', email: 'kim@example.com' },
    ...{ status: 'invited', level: 'basic', newsletters: true },
    invitedAt: time(now - 2 * DAY_MS),
  };
  const active = { ...invited, status: 'active', activatedAt: time(now - DAY_MS) };
  return {
    resendCompanyInvitation: { headers, body: {}, answer: invited },
    changeCompanyLevel: { headers, body: { level: 'manager' }, answer: { ...active, level: 'manager' } },
    removeCompanyPerson: {
      headers,
      body: {},
      answer: { ...active, status: 'removed', removedAt: time(now) },
    },
  };
}

function time(instant: number): string {
  return new Date(instant).toISOString();
}
