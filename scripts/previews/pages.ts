import { Refusal } from '../../lib/domain/refusal.ts';
import { docsPage } from '../../lib/pages/docs/docs-page.tsx';
import { failurePage, refusalPage } from '../../lib/pages/problem-page.tsx';
import { accountPages } from './account-pages.ts';
import { bookPages } from './book-pages.ts';
import { bookedPages } from './booked-pages.ts';
import { deskBoardPages } from './desk-board-pages.ts';
import { deskBookPages } from './desk-book-pages.ts';
import { deskCompanyPages } from './desk-company-pages.ts';
import { deskHoursPages } from './desk-hours-pages.ts';
import { deskImportPages } from './desk-import-pages.ts';
import { deskPersonPages } from './desk-person-pages.ts';
import { deskSearchPages } from './desk-search-pages.ts';
import { deskSessionPages } from './desk-session-pages.ts';
import { deskWaitingPages } from './desk-waiting-pages.ts';
import { deskWebhookPages } from './desk-webhook-pages.ts';
import { joinPages } from './join-pages.ts';
import { managePages } from './manage-pages.ts';
import type { PageState } from './page-state.ts';
import { portalPages } from './portal-pages.ts';

/** Every state that a page can be in. Another one is a row, here or in the list of its page. */
export const pages: readonly PageState[] = [
  ...bookPages,
  ...bookedPages,
  ...managePages,
  ...joinPages,
  ...portalPages,
  ...accountPages,
  ...deskBoardPages,
  ...deskSessionPages,
  ...deskBookPages,
  ...deskCompanyPages,
  ...deskImportPages,
  ...deskHoursPages,
  ...deskWaitingPages,
  ...deskWebhookPages,
  ...deskSearchPages,
  ...deskPersonPages,
  { name: 'The API for people', page: (visit, { siteUrl, now }) => docsPage(visit, { siteUrl, now: now() }) },
  { name: 'A link that opens nothing', page: (visit) => refusalPage(visit, new Refusal('link-invalid', '')) },
  { name: 'No such page', page: (visit) => refusalPage(visit, new Refusal('not-found', '')) },
  { name: 'Too busy', page: (visit) => refusalPage(visit, new Refusal('busy', '')) },
  { name: 'A failure of ours', page: (visit) => failurePage(visit, '7f3c1c1e-5a0d-4c55') },
];
