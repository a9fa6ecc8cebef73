import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Order, Report } from './cloud-process.ts';

/** A local cloud in another process. */
export class CloudChild {
  readonly site: string;
  readonly #child: ChildProcess;

  private constructor(site: string, child: ChildProcess) {
    this.site = site;
    this.#child = child;
  }

  /** Starts it at an instant (ms), with the demo's company. */
  static async start(assembly: string, now: number): Promise<CloudChild> {
    const child = fork(new URL('./cloud-process.ts', import.meta.url), {
      env: { ...process.env, TZ: 'UTC' },
    });
    const said = await ask(child, { start: { assembly, now } });
    if (typeof said !== 'object' || !('site' in said)) throw new Error('the cloud did not say where it is');
    return new CloudChild(said.site, child);
  }

  /** Bytes of its process: all functions, and all services but the table engine. */
  async memory(): Promise<number> {
    const said = await ask(this.#child, 'memory');
    return typeof said === 'object' && 'memory' in said ? said.memory : 0;
  }

  /** Resolves once all that was begun is done: mails sent, timers set. */
  async settle(): Promise<void> {
    await ask(this.#child, 'settle');
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.send('stop' satisfies Order);
    await gone;
  }
}

async function ask(child: ChildProcess, order: Order): Promise<Report> {
  const said = once(child, 'message');
  const died = once(child, 'exit').then(() => {
    throw new Error('the process of the cloud ended');
  });
  died.catch(() => undefined);
  child.send(order);
  const [report] = (await Promise.race([said, died])) as [Report];
  return report;
}
