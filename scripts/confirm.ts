import { createInterface } from 'node:readline/promises';
import { DeployError } from './cdk-cli.ts';

/** Where somebody may be asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Whether somebody sits there. */
  readonly attended: boolean;
}

/** Throws a DeployError where nobody could be asked and `--yes` wasn't said. */
export function requireSomebody({ attended }: Pick<Terminal, 'attended'>, yes: boolean): void {
  if (!attended && !yes) throw new DeployError('Nobody can be asked here: say --yes to go on without.');
}

/** Has the word typed. Throws a DeployError for any other, and at the end of the input. */
export async function typed(word: string, question: string, { input, output }: Terminal): Promise<void> {
  const reading = createInterface({ input, output });
  try {
    const ended = new Promise<string>((done) => reading.once('close', () => done('')));
    const answer = await Promise.race([reading.question(question), ended]);
    if (answer.trim() !== word) throw new DeployError('Nothing was done.');
  } finally {
    reading.close();
  }
}
