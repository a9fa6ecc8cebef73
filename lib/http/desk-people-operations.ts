import { changing } from './desk-refusals.ts';
import type { Operation } from './operation.ts';
import { memberAnswer } from './portal-answers.ts';
import { levelBody } from './portal-schemas.ts';
import { noBody } from './schemas.ts';

/** What there is to say of our staff's calls about the accounts of a company. */
export const deskPeopleOperations = {
  resendCompanyInvitation: {
    summary: 'For staff: mail somebody of a company the link to choose a password once more',
    body: { schema: noBody, required: false },
    success: { status: 200, schema: memberAnswer },
    refusals: [...changing, 'not-found', 'account-exists'],
  },
  changeCompanyLevel: {
    summary: 'For staff: give an account of a company another level',
    body: { schema: levelBody, required: true },
    success: { status: 200, schema: memberAnswer },
    refusals: [...changing, 'not-found'],
  },
  removeCompanyPerson: {
    summary: 'For staff: take an account of a company back for good; its sessions end at once',
    body: { schema: noBody, required: false },
    success: { status: 200, schema: memberAnswer },
    refusals: [...changing, 'not-found'],
  },
} as const satisfies Readonly<Record<string, Operation>>;
