import type { Page } from '../../lib/pages/page.tsx';
import type { Visit } from '../../lib/pages/visit.ts';
import type { World } from './world.ts';

/** One state of a page to look at. */
export interface PageState {
  readonly name: string;
  readonly page: (visit: Visit, world: World) => Page | Promise<Page>;
  /** The query of its address, such as "embed=1". */
  readonly query?: string;
}
