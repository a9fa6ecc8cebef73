import { parseArgs } from 'node:util';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { replaceAttendanceSecret } from './rotate-secret.ts';
import { outputOf, readStack, stackChoice, stackOptions, stackUsage } from './stack-of.ts';
import { runTool } from './tool.ts';

const usage = `Makes a new secret for the provider of the meetings, and prints it. The one before stays good beside it until the next.

  npm run rotate-attendance -- [--stage dev|prod] [--endpoint <address>]

${stackUsage}
  --help               prints this

Give the provider what is printed, and clear the terminal. For a secret that leaked, run it again once the provider signs
with the new one, and give the provider that: the leaked one is dead then.`;

await runTool(async () => {
  const { values } = parseArgs({ options: { ...stackOptions, help: { type: 'boolean' } } });
  if (values.help) return console.log(usage);
  const stack = await readStack(stackChoice(values));
  const client = new SecretsManagerClient(stack.clientConfig);
  try {
    const secret = await replaceAttendanceSecret(client, outputOf(stack, 'AttendanceSecretArn'));
    console.log(`Give the provider of the meetings this secret for what it posts to /webhooks/attendance:

  ${secret}

Until the next one the secret before is good as well.`);
  } finally {
    client.destroy();
  }
});
