import { withAssembly } from './assembly.ts';
import { measureCapacity } from './capacity/measure.ts';
import { callLines, capacityRows } from './capacity/rows.ts';
import settings from './config.ts';
import { measureCrowd } from './crowd/crowd.ts';
import { measureHttp } from './http/measure.ts';
import { machineLine } from './machine.ts';
import { OptionError, type Options, readOptions, usage } from './options.ts';
import { type Part, parts, type Row, tableOf } from './report.ts';
import { splitAnswer } from './slots/answer.ts';
import { compareSlots } from './slots/compare.ts';
import { measureStart } from './start/measure.ts';

const progress = (line: string): void => console.error(line);

const measures: Readonly<Record<Part, (assembly: string, options: Options) => Promise<readonly Row[]>>> = {
  slots: async (assembly) => [...(await compareSlots()), ...(await splitAnswer(assembly))],
  async capacity(assembly, { large, calls }) {
    const sizes = [100, 10_000, ...(large ? [1_000_000] : [])];
    const measured = await measureCapacity(assembly, settings, sizes, progress);
    if (calls) for (const line of callLines([...measured.values()].at(-1) ?? new Map())) progress(line);
    return capacityRows(measured);
  },
  start: measureStart,
  http: measureHttp,
  crowd: measureCrowd,
};

async function bench(options: Options): Promise<void> {
  const rows: Row[] = [];
  await withAssembly(async (assembly) => {
    for (const part of parts.filter((part) => options.only.includes(part))) {
      progress(`${part} …`);
      rows.push(...(await measures[part](assembly, options)));
    }
  });
  console.log(`${await machineLine(new Date())}\n\n${tableOf(rows)}`);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else await bench(options);
} catch (error) {
  if (!(error instanceof OptionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
