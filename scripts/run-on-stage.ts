import { parseArgs } from 'node:util';
import { DeployError } from './cdk-cli.ts';
import { StackError } from './stack-of.ts';

const options = {
  stage: { type: 'string', default: 'dev' },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Runs a command on a stage, or prints how it is used. What can't be done is told in its own words, with exit code 1. */
export async function runOnStage(
  usage: string,
  run: (values: { readonly stage: string; readonly yes: boolean }) => Promise<void>,
): Promise<void> {
  try {
    const values = parsed(usage);
    if (values.help) console.log(usage);
    else await run(values);
  } catch (error) {
    if (!(error instanceof DeployError || error instanceof StackError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

function parsed(usage: string) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new DeployError(`${message}\n\n${usage}`, { cause: error });
  }
}
