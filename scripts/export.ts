import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readKeys } from '../lib/adapters/live-keys.ts';
import { exportRows } from './backup/export-rows.ts';
import { endLine, FORMAT, headerLine, rowLine, VERSION } from './backup/format.ts';
import { serviceNow } from './backup/service-clock.ts';
import { writeLines } from './backup/write-lines.ts';
import { outputOf, readStack, StackError, stackChoice, stackOptions, stackUsage } from './stack-of.ts';
import { runTool } from './tool.ts';

const usage = `Writes all data of a stack to a file, one row a line.

  npm run export -- --out backup.jsonl [--stage dev|prod] [--with-keys] [--table <name>] [--endpoint <address>]

  --out <file>         is written beside itself first, and replaced only by a whole one
  --with-keys          the keys of links too: without them the links in mails that were sent are dead in the copy
  --table <name>       another table than the stack's, such as one restored to an instant
${stackUsage}
  --help               prints this

The file holds names, mail addresses and phone numbers, and with the keys whoever has it can manage every booking: keep it
as you keep passwords. Passwords are not in it.`;

await runTool(async () => {
  const { values } = parseArgs({
    options: {
      ...stackOptions,
      out: { type: 'string' },
      table: { type: 'string' },
      'with-keys': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(usage);
  const { out } = values;
  if (!out) throw new StackError(`--out is missing.\n\n${usage}`);
  const choice = stackChoice(values);
  const stack = await readStack(choice);
  const table = values.table ?? outputOf(stack, 'TableName');
  const client = new DynamoDBClient(stack.clientConfig);
  const misfits: string[] = [];
  let rows = 0;

  async function* lines(): AsyncGenerator<string> {
    const now = await serviceNow(client, table);
    const linkKeys = values['with-keys'] ? await linkKeysOf() : undefined;
    yield headerLine({
      ...{ format: FORMAT, version: VERSION, stage: choice.stage, at: new Date(now).toISOString() },
      ...(linkKeys && { linkKeys }),
    });
    for await (const row of exportRows(client, table, now, { misfit: (pk) => misfits.push(pk) })) {
      rows += 1;
      if (rows % 100_000 === 0) console.error(`${rows} rows`);
      yield rowLine(row);
    }
    yield endLine(rows);
  }

  async function linkKeysOf(): Promise<readonly string[]> {
    const secrets = new SecretsManagerClient(stack.clientConfig);
    try {
      return await readKeys(secrets, outputOf(stack, 'LinkSecretArn'));
    } finally {
      secrets.destroy();
    }
  }

  try {
    await writeLines(out, lines());
  } finally {
    client.destroy();
  }
  console.log(`${rows} rows are in ${out}.`);
  if (!values['with-keys']) {
    console.log('The keys of links are not: links in mails that were sent are dead in a copy made of it.');
  }
  for (const pk of misfits)
    console.error(`The events of ${pk} don't fit its row: they are in it as they were read.`);
});
