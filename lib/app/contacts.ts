import type { Contacts } from '../domain/booking/admission.ts';
import type { Deps, LinkDeps } from './deps.ts';

/** Whom this deployment tells people to turn to. */
export function contactsOf({ settings, siteUrl }: Pick<Deps & LinkDeps, 'settings' | 'siteUrl'>): Contacts {
  return { supportMail: settings.brand.supportMail, accountsUrl: `${siteUrl}/portal/people` };
}
