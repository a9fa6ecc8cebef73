import type { CompanyStanding, Missed, PersonStanding } from '../../domain/standing/standing.ts';
import type { MissedSession } from '../standing/missed-list.tsx';

/** Where a member stands, and their company as far as they are told. */
export interface StandingView {
  readonly own: PersonStanding;
  readonly standing: CompanyStanding;
  /** Whether the member is told of the company's strikes, and of all that was decided on it. */
  readonly seesPeople: boolean;
  /** Missed sessions of the member's own, with until when they count and how to contest them. */
  readonly sessions: (missed: readonly Missed[]) => MissedSession[];
}
