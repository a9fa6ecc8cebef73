import type { Brand } from '../config/settings.ts';
import type { Level } from '../domain/people/level.ts';

/** Everything a mail about somebody's account may say, in one language. */
export interface AccountFacts {
  readonly brand: Brand;
  /** Address of the site, without a slash at the end. */
  readonly siteUrl: string;
  /** IANA zone of the deployment, in which times are told: that of the person isn't known. */
  readonly timeZone: string;
  readonly person: { readonly name: string; readonly email: string };
  /** The person's company with their level in it; absent for our own staff. */
  readonly membership?: { readonly companyName: string; readonly level: Level };
}

/** The mails about an account. `by` is who did it, a colleague in the company; absent where it was one of us. */
export type AccountMailKind =
  /** How to set the first password: the account can't be used before. */
  | { readonly kind: 'invited'; readonly by?: string; readonly url: string; readonly days: number }
  /** How to set another password, asked for by whoever knows the mail address. */
  | { readonly kind: 'password-link'; readonly url: string; readonly minutes: number }
  /** The password was changed at an instant (ms). */
  | { readonly kind: 'password-changed'; readonly at: number }
  | { readonly kind: 'level-changed'; readonly by?: string; readonly from: Level }
  | { readonly kind: 'removed'; readonly by?: string };
