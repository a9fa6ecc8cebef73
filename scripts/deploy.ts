import { readFileSync } from 'node:fs';
import { loadSettings } from '../cdk/settings.ts';
import type { Settings } from '../lib/config/settings.ts';
import { ConfigError } from '../lib/config/validate.ts';
import { requireAccount, requireNode } from './account-ready.ts';
import { DeployError, runCdk } from './cdk-cli.ts';
import { requireSomebody } from './confirm.ts';
import { nextSteps, outputLines } from './next-steps.ts';
import { runOnStage } from './run-on-stage.ts';
import { readStack, type StackOf, stackChoice } from './stack-of.ts';

const usage = `Deploys Showup to the AWS account of your credentials, or brings what is there up to date.

  npm run deploy -- --stage dev|prod [--yes]

  --stage dev|prod  dev unless given: it may be thrown away, and prod keeps its data
  --yes             asks nothing; what permissions and networks gain is shown all the same
  --help            prints this

Credentials and region are those of the AWS command line. docs/deploy.md begins with an empty account.`;

const assembly = 'cdk.out';

await runOnStage(usage, deploy);

async function deploy(values: { readonly stage: string; readonly yes: boolean }): Promise<void> {
  const { stage } = stackChoice(values);
  requireNode(process.versions.node);
  requireSomebody({ attended: process.stdin.isTTY }, values.yes);
  const settings = await validSettings();
  await requireAccount();
  await runCdk('synth', '--quiet', '--context', `stage=${stage}`, '--output', assembly);
  requireNoFindings();
  if (values.yes) await runCdk('diff', '--app', assembly, '--security-only');
  const approval = values.yes ? 'never' : 'broadening';
  await runCdk('deploy', '--all', '--app', assembly, '--require-approval', approval);
  const stack = await readStack({ stage });
  console.log(`\nDeployed: showup-${stage}\n${outputLines(stack.outputs)}`);
  for (const line of await textLimits(stack, settings)) console.log(line);
  console.log(`\n${nextSteps(stage, stack.outputs, settings)}`);
}

async function textLimits(stack: StackOf, settings: Settings): Promise<readonly string[]> {
  try {
    // Not before it is needed: most of what can go wrong does so at once.
    const { setTextLimits } = await import('./text-limits.ts');
    return await setTextLimits(stack, settings);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new DeployError(`It is deployed, but the limits of texts could not be set: ${said}`, { cause });
  }
}

async function validSettings() {
  try {
    return await loadSettings();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new DeployError(`The configuration can't be deployed:\n${error.message}`, { cause: error });
  }
}

/** What the library finds in a template it writes down, and goes on. */
function requireNoFindings(): void {
  const { pluginReports } = JSON.parse(readFileSync(`${assembly}/validation-report.json`, 'utf8')) as {
    readonly pluginReports: readonly unknown[];
  };
  if (pluginReports.length > 0)
    throw new DeployError(`The template would not be right: see ${assembly}/validation-report.json.`);
}
