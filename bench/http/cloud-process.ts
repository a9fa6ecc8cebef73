import { startSeededCloud } from '../running-cloud.ts';
import { runFewAtOnce } from './few-at-once.ts';

/** A local cloud in a process of its own, so that its memory is its own and who asks doesn't wait on its processor time alone. */
export type Order =
  | { readonly start: { readonly assembly: string; readonly now: number } }
  | 'memory'
  | 'settle'
  | 'stop';

export type Report = { readonly site: string } | { readonly memory: number } | 'settled';

const report = (said: Report): void => void process.send?.(said);

let running: Awaited<ReturnType<typeof startSeededCloud>> | undefined;

async function obey(order: Order): Promise<void> {
  if (order === 'memory') report({ memory: process.memoryUsage.rss() });
  else if (order === 'settle') {
    await running?.cloud.clock.advance(0);
    report('settled');
  } else if (order === 'stop') {
    await running?.stop();
    process.disconnect();
  } else {
    running = await startSeededCloud(order.start.assembly, order.start.now);
    runFewAtOnce(running.cloud.functions, 40);
    report({ site: running.cloud.site });
  }
}

let turn: Promise<void> = Promise.resolve();
process.on('message', (order: Order) => {
  turn = turn.then(() => obey(order));
});
