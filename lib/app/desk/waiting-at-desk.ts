import { type QueueDeps, queued } from '../standing/queued.ts';
import type { Queue } from '../standing-deps.ts';

/** Each queue is counted so far: whoever has more to decide sees it there. */
const MOST = 20;
const queues: readonly Queue[] = ['approvals', 'contests', 'reviews'];

/** How much waits for a decision of our staff; `more` tells that it is more than `count`. */
export async function waitingAtDesk(deps: QueueDeps): Promise<{ count: number; more: boolean }> {
  const pages = await Promise.all(queues.map((queue) => queued(deps, queue, { limit: MOST })));
  return {
    count: pages.reduce((sum, { items }) => sum + items.length, 0),
    more: pages.some(({ next }) => next !== undefined),
  };
}
