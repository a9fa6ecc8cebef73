import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { REMEMBERED_MS } from '../lib/adapters/live-keys.ts';
import { rotateSecret } from './rotate-secret.ts';
import { outputOf, readStack, stackChoice, stackOptions, stackUsage } from './stack-of.ts';
import { runTool } from './tool.ts';

const usage = `Changes the key that signs the links in mails, now.

  npm run rotate-links -- [--stage dev|prod] [--end-old] [--endpoint <address>]

${stackUsage}
  --end-old            for a key that leaked: changes it twice, so that it opens nothing any more. All links in mails that
                       were sent until now are dead then. Takes six minutes
  --help               prints this

Links that were signed with the key before stay good until the next change.`;

/** By then no process remembers only the key before the first change, so none still signs with it. */
const EVERYWHERE_MS = REMEMBERED_MS + 60_000;

await runTool(async () => {
  const { values } = parseArgs({
    options: { ...stackOptions, 'end-old': { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(usage);
  const stack = await readStack(stackChoice(values));
  const secret = outputOf(stack, 'LinkSecretArn');
  const client = new SecretsManagerClient(stack.clientConfig);
  try {
    await rotateSecret(client, secret, wait);
    console.log(
      'Links are signed with a new key, within five minutes everywhere. Those of the key before stay good.',
    );
    if (!values['end-old']) return;
    console.log('Waiting six minutes, until nothing signs with the old key any more.');
    await wait(EVERYWHERE_MS);
    await rotateSecret(client, secret, wait);
    console.log('The old key is gone: within five minutes it opens nothing any more.');
  } finally {
    client.destroy();
  }
});
