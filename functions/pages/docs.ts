import { docsPage } from '../../lib/pages/docs/docs-page.tsx';
import { pageResult } from '../../lib/pages/page.tsx';
import type { PageHandler } from './page-handler.ts';

export const showDocs: PageHandler = ({ siteUrl, now }, _, visit) =>
  pageResult(visit, docsPage(visit, { siteUrl, now: now() }));
