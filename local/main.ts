import { AssemblyError } from './assembly.ts';
import { notRunHere } from './not-run-here.ts';
import { readOptions, usage } from './options.ts';
import { StartError } from './ports.ts';
import { TemplateError } from './template/template.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
// Functions in the cloud see UTC; the zone of a process holds for all its threads.
process.env['TZ'] = 'UTC';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

/** Runs until asked to stop; gives the exit code. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(usage);
    return 0;
  }
  // Loaded now, so that an option that can't be read is told at once.
  const [{ startCloud }, { seedDemo }, { givePasswords }] = await Promise.all([
    import('./cloud.ts'),
    import('./demo.ts'),
    import('./demo-passwords.ts'),
  ]);
  const cloud = await startCloud({ ...options, timeZone, signal: stopping.signal });
  const [table] = cloud.tables;
  if (options.demo && table !== undefined) {
    const people = await seedDemo(cloud.engineEndpoint, table.name, cloud.clock.now());
    await givePasswords(cloud.stack, cloud.aws.endpoint.url, people);
  }
  const forTools =
    table === undefined ? '' : `\n  AWS           ${cloud.aws.endpoint.url} (table ${table.name})`;
  const left = notRunHere(cloud.stack);
  const forReaders = left.length === 0 ? '' : `\n  Not run here  ${left.join(', ')}`;
  console.log(
    `Showup is ready\n  Site and API  ${cloud.site}\n  Console       ${cloud.console}${forTools}${forReaders}`,
  );
  const failure = await Promise.race([cloud.failed, asked()]);
  await cloud.stop();
  if (failure !== undefined) throw new StartError(failure);
  return 0;
}

function asked(): Promise<undefined> {
  return new Promise((done) => {
    if (stopping.signal.aborted) done(undefined);
    else stopping.signal.addEventListener('abort', () => done(undefined), { once: true });
  });
}

function explain(error: unknown): string {
  const expected =
    error instanceof StartError || error instanceof AssemblyError || error instanceof TemplateError;
  if (expected) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  process.exit(await main());
} catch (error) {
  if (stopping.signal.aborted) process.exit(0);
  console.error(`showup: ${explain(error)}`);
  process.exit(1);
}
