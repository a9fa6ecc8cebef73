import { StackError } from './stack-of.ts';

/** Runs a tool. What can't be done is told in one line, with exit code 1; anything else is a fault of ours, and thrown. */
export async function runTool(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const isTold = error instanceof StackError || isArgumentError(error);
    if (!isTold) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** An option that `parseArgs` does not know. */
function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}
