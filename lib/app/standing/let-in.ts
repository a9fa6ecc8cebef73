import type { SessionType } from '../../domain/catalogue.ts';
import { type CodeHolder, normalizedCode } from '../../domain/company.ts';
import { admitByStanding, type NeededApproval } from '../../domain/standing/admission.ts';
import type { StandingRecord } from '../../domain/standing/record.ts';
import { contactsOf } from '../contacts.ts';
import type { Deps, LinkDeps, Reliance } from '../deps.ts';
import { standingBy } from './person-standing.ts';

/** A free session that somebody wants. */
export interface FreeSession {
  readonly sessionType: SessionType;
  readonly start: number;
  /** As it was given. */
  readonly companyCode?: string;
  /** Whose the code is. */
  readonly company?: CodeHolder;
}

/** How somebody was let in. */
export interface LetIn {
  /** Whose word the booking needs first. */
  readonly approval?: NeededApproval;
  /** What that was decided on: the commit is held to it. */
  readonly relies: Reliance;
}

/**
 * Lets somebody in to a free session by what is recorded of them, and by what was decided on their company. Throws
 * `free-session-blocked`, `company-blocked` and `approval-required`.
 */
export function letIn(
  deps: Pick<Deps & LinkDeps, 'settings' | 'now' | 'siteUrl'>,
  { sessionType, start, companyCode, company }: FreeSession,
  record: StandingRecord,
): LetIn {
  const standing = standingBy(deps, record, company?.id);
  const asked = { standing, start, sessionType, ...(company && { company }) };
  const approval = admitByStanding(asked, deps.settings, contactsOf(deps), deps.now());
  const { email, revision } = record;
  return {
    ...(approval && { approval }),
    relies: {
      record: { email, revision },
      ...(company !== undefined && companyCode !== undefined
        ? {
            company: {
              code: normalizedCode(companyCode),
              ...(company.ruling && { ruling: company.ruling }),
            },
          }
        : {}),
    },
  };
}
