import type { Company } from '../../domain/company.ts';
import type { Insider } from './insider.ts';
import type { StandingView } from './standing-view.ts';
import type { Told } from './told.tsx';

/** All that a member's profile page shows. */
export interface ProfileView extends Insider {
  readonly company: Company;
  readonly companyGetsNewsletters: boolean;
  readonly onlyOneGettingNewsletters: boolean;
  readonly needsAnotherPrimary: boolean;
  readonly now: number;
  readonly standing: StandingView;
  readonly told?: Told;
}
