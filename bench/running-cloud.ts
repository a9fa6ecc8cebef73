import type { TableClient } from '../lib/adapters/document-client.ts';
import { type Cloud, startCloud } from '../local/cloud.ts';
import { seedDemo } from '../local/demo.ts';
import type { TableEngine } from '../local/engine/table-engine.ts';
import { engineTable } from './engine-table.ts';

/** A local cloud in this process with the demo's company, and its table past all permissions. */
export interface RunningCloud {
  readonly cloud: Cloud;
  readonly table: TableClient;
  stop(): Promise<void>;
}

/** Starts it at an instant (ms), on an engine that runs already where one is given. A cold one loads each function at its first call. */
export async function startSeededCloud(
  assembly: string,
  now: number,
  { cold = false, engine }: { readonly cold?: boolean; readonly engine?: TableEngine } = {},
): Promise<RunningCloud> {
  // Functions in the cloud see UTC; the zone of a process holds for all its threads.
  process.env['TZ'] = 'UTC';
  const cloud = await startCloud({ port: 0, now, assembly, cold, engine, print: () => undefined });
  const name = cloud.tables[0]?.name ?? '';
  await seedDemo(cloud.engineEndpoint, name, cloud.clock.now());
  const table = engineTable(cloud.engineEndpoint, name);
  return {
    cloud,
    table,
    async stop() {
      table.client.destroy();
      await cloud.stop();
    },
  };
}
