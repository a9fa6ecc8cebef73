import { seeOther } from '../../lib/pages/page.tsx';
import { hrefOf } from '../../lib/pages/visit.ts';
import type { PageHandler } from './page-handler.ts';

export const showFront: PageHandler = (_, __, visit) => seeOther(visit, hrefOf(visit, '/book'));
