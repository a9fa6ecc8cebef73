import { CloudFormationClient, UpdateTerminationProtectionCommand } from '@aws-sdk/client-cloudformation';
import { requireAccount, requireNode } from './account-ready.ts';
import { runCdk } from './cdk-cli.ts';
import { requireSomebody, typed } from './confirm.ts';
import { runOnStage } from './run-on-stage.ts';
import { readStack, type StageName, stackChoice } from './stack-of.ts';

const usage = `Takes Showup down from the AWS account of your credentials.

  npm run destroy -- --stage dev|prod [--yes]

  --stage dev|prod  dev unless given: all of it goes; of prod the data stays
  --yes             asks nothing
  --help            prints this

Credentials and region are those of the AWS command line.`;

const warnings = {
  dev: ({
    TableName,
  }) => `All of showup-dev goes, and nothing brings it back: the table ${TableName} with every booking, the accounts,
the key that signs links, the timers, the queues and the logs.`,
  prod: ({ TableName, UserPoolId }) => `Of showup-prod these stay, and go on costing:
  the table ${TableName} with all data, the user pool ${UserPoolId}, and the secrets that sign links and posts.
These are lost:
  the timers (nobody is reminded, asked or closed out), what waits in the failure queues, the logs and the alarms,
  the address of the site, the topic that replies come in by, and the SES identity of the mail domain with its DKIM keys.
A new deployment starts with a new, empty table. To go on with the data, write it out first:
  npm run export -- --stage prod --out backup.jsonl --with-keys`,
} satisfies Record<StageName, (outputs: Readonly<Record<string, string>>) => string>;

await runOnStage(usage, destroy);

async function destroy(values: { readonly stage: string; readonly yes: boolean }): Promise<void> {
  const { stage } = stackChoice(values);
  const terminal = { input: process.stdin, output: process.stdout, attended: process.stdin.isTTY };
  requireNode(process.versions.node);
  requireSomebody(terminal, values.yes);
  await requireAccount();
  const { outputs } = await readStack({ stage });
  console.log(warnings[stage](outputs));
  if (!values.yes) await typed(stage, `\nType ${stage} to destroy showup-${stage}: `, terminal);
  await takeDown(stage);
  console.log(`showup-${stage} is gone.`);
}

async function takeDown(stage: StageName): Promise<void> {
  if (stage === 'prod') await protect(stage, false);
  try {
    await runCdk('destroy', '--all', '--force', '--context', `stage=${stage}`);
  } catch (error) {
    // What is still there is as hard to lose as before.
    if (stage === 'prod') await protect(stage, true);
    throw error;
  }
}

async function protect(stage: StageName, on: boolean): Promise<void> {
  const client = new CloudFormationClient({});
  try {
    await client.send(
      new UpdateTerminationProtectionCommand({
        StackName: `showup-${stage}`,
        EnableTerminationProtection: on,
      }),
    );
  } finally {
    client.destroy();
  }
}
