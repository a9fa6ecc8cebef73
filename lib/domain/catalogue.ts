import type { Words } from './language.ts';
import type { Policy } from './policy.ts';

/** What a deployment offers, by whom, when and at what price: the rules' whole view of the configuration. */
export interface Catalogue {
  /** IANA zone in which hours, holidays and dates of the policy are meant. */
  readonly zone: string;
  readonly policy: Policy;
  readonly sessionTypes: readonly SessionType[];
  readonly consultants: readonly Consultant[];
  /** Dates (YYYY-MM-DD, deployment's zone) on which nobody works. */
  readonly holidays: readonly string[];
  readonly releases: readonly Release[];
  /** ISO 4217 code of every price. */
  readonly currency: string;
}

/** No session is longer, in minutes: neither the configuration nor the desk takes one. */
export const LONGEST_MINUTES = 8 * 60;

export interface SessionType {
  readonly id: string;
  readonly name: Words;
  readonly description: Words;
  readonly minutes: number;
  /** Price without a company code, in the catalogue's currency. */
  readonly fee: number;
}

export interface Consultant {
  readonly id: string;
  readonly name: string;
  /** IANA zone of the hours below; the deployment's zone where absent. */
  readonly zone?: string;
  readonly hours: WeeklyHours;
  readonly room: MeetingRoom;
  /** Ids of the session types this consultant gives; all of them where absent. */
  readonly sessionTypes?: readonly string[];
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/**
 * Working windows by weekday. Times are HH:MM of the wall clock, quarter hours; an end past midnight is
 * written as on a timetable (22:00 to 30:00 ends at 06:00 the next day).
 */
export type WeeklyHours = { readonly [day in Weekday]?: readonly Window[] };

export interface Window {
  readonly from: string;
  readonly to: string;
}

export interface MeetingRoom {
  readonly url: string;
  /** Page of local and international numbers. */
  readonly dialInUrl: string;
  readonly conferenceId: string;
}

export interface Release {
  readonly id: string;
  readonly name: string;
  readonly support: 'active' | 'deprecated' | 'end-of-life';
}

export interface Price {
  readonly amount: number;
  readonly currency: string;
}

/** Who gives a session. When the catalogue no longer lists that consultant, the first one listed takes over. */
export function consultantOf({ consultants }: Catalogue, consultantId: string): Consultant {
  const consultant = consultants.find(({ id }) => id === consultantId) ?? consultants[0];
  if (consultant === undefined) throw new Error('the catalogue lists no consultant');
  return consultant;
}
