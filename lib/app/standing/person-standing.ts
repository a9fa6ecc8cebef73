import { normalizedEmail } from '../../domain/people/email.ts';
import { inCompany } from '../../domain/standing/entries-of.ts';
import { standingOf } from '../../domain/standing/person-standing.ts';
import type { StandingRecord } from '../../domain/standing/record.ts';
import type { PersonStanding } from '../../domain/standing/standing.ts';
import type { Deps } from '../deps.ts';

/** What is recorded of somebody, and where they stand by it. */
export interface RecordedStanding {
  readonly record: StandingRecord;
  readonly standing: PersonStanding;
}

/** Where who has a mail address stands within a company, or without one. Recomputed from what is recorded, each time. */
export async function personStanding(
  deps: Pick<Deps, 'table' | 'settings' | 'now'>,
  email: string,
  companyId?: string,
): Promise<RecordedStanding> {
  const record = await deps.table.record(normalizedEmail(email));
  return { record, standing: standingBy(deps, record, companyId) };
}

/** Where somebody stands by a record that was read. */
export function standingBy(
  { settings, now }: Pick<Deps, 'settings' | 'now'>,
  { entries }: StandingRecord,
  companyId: string | undefined,
): PersonStanding {
  return standingOf(inCompany(entries, companyId), settings, now());
}
