import { availableParallelism, cpus, totalmem } from 'node:os';
import { startTableEngine } from '../local/engine/table-engine.ts';
import { digits } from './report.ts';

/** One line that says what the figures were measured on, without which they mean little. */
export async function machineLine(now: Date): Promise<string> {
  const engine = await startTableEngine();
  await engine.stop();
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  return [
    now.toISOString().slice(0, 10),
    `${availableParallelism()} cores (${processor})`,
    `${digits(totalmem() / 2 ** 30)} GiB`,
    `${process.platform}-${process.arch}`,
    `Node ${process.versions.node}`,
    `table engine ${engine.name}`,
  ].join(' · ');
}
