import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { checkFile, importRows } from './backup/import-rows.ts';
import { serviceNow } from './backup/service-clock.ts';
import { emptyTable } from './backup/write-rows.ts';
import {
  outputOf,
  readStack,
  StackError,
  type StackOf,
  stackChoice,
  stackOptions,
  stackUsage,
} from './stack-of.ts';
import { runTool } from './tool.ts';

const usage = `Brings what npm run export wrote into an empty stack, whose bookings live on there.

  npm run import -- backup.jsonl [--stage dev|prod] [--resume | --replace] [--endpoint <address>]

  --resume             goes on with an import that broke off: rows that are there stay as they are
  --replace            deletes all rows of the stack first: to go back to what it was. Asks for the stage's name
  --yes                is the answer to that, where nobody can be asked
${stackUsage}
  --help               prints this

The stack then mails and texts the people in the file, as the one did that it was made from: import where that one is gone,
or where nothing reaches them. Nobody may use the stack before it is done. Passwords are not in the file: people set a new
one by "Forgot your password?".`;

await runTool(async () => {
  const { values, positionals } = parseArgs({
    options: {
      ...stackOptions,
      resume: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.help) return console.log(usage);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new StackError(`Name one file.\n\n${usage}`);
  const { resume, replace } = values;
  if (resume && replace) throw new StackError('--resume and --replace exclude each other.');
  const { header, rows } = await checked(file);
  const choice = stackChoice(values);
  const stack = await readStack(choice);
  const table = outputOf(stack, 'TableName');
  const client = new DynamoDBClient(stack.clientConfig);
  try {
    if (replace) await replaceAll(client, table, choice.stage, values.yes);
    else if (!resume) await requireEmpty(client, table);
    if (header.linkKeys !== undefined) await putKeys(stack, header.linkKeys);
    console.log(`Bringing in ${rows} rows of ${header.stage} as of ${header.at}.`);
    const now = await serviceNow(client, table);
    const imported = await importRows(client, { file, header, table, now, resume });
    console.log(`${imported.rows} rows are in ${table}; ${imported.expired} had expired.`);
    if (header.linkKeys === undefined)
      console.log('Links in mails that were sent are dead: the file has no keys.');
  } finally {
    client.destroy();
  }
});

async function checked(file: string) {
  try {
    return await checkFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StackError(`${file} can't be read`, { cause: error });
  }
}

async function requireEmpty(client: DynamoDBClient, TableName: string): Promise<void> {
  const { Count = 0 } = await client.send(new ScanCommand({ TableName, Limit: 1, ConsistentRead: true }));
  if (Count > 0) {
    throw new StackError(
      `${TableName} has rows already, and nothing was written. An import needs an empty stack; one that broke off goes on with --resume.`,
    );
  }
}

async function replaceAll(
  client: DynamoDBClient,
  table: string,
  stage: string,
  agreed: boolean,
): Promise<void> {
  if (!agreed && (await answerTo(`This deletes all rows of ${table}. Type "${stage}" to go on: `)) !== stage)
    throw new StackError('Nothing was deleted or written.');
  await emptyTable(client, table);
}

/** Empty where there is no terminal to ask at. */
async function answerTo(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}

/** The oldest first: each puts the one before in the place of the previous. */
async function putKeys({ clientConfig, outputs }: StackOf, linkKeys: readonly string[]): Promise<void> {
  const client = new SecretsManagerClient(clientConfig);
  try {
    const SecretId = outputOf({ outputs }, 'LinkSecretArn');
    for (const SecretString of linkKeys.toReversed()) {
      await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
    }
  } finally {
    client.destroy();
  }
}
