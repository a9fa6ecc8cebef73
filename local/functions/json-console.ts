import type { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';
import { isRecord } from '../template/template.ts';

const levels = {
  trace: 'TRACE',
  debug: 'DEBUG',
  log: 'INFO',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
} as const;
const order = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

/**
 * Makes the console of this thread write one JSON object a line, as the Lambda runtime does under the log format
 * JSON, and leave out what lies below `lowest`. The request id is the one of the invocation that is running.
 */
export function writeJsonLogs(lowest: string, request: AsyncLocalStorage<string>): void {
  for (const [method, level] of Object.entries(levels) as [keyof typeof levels, string][]) {
    const silent = order.indexOf(level) < order.indexOf(lowest);
    console[method] = (...values: unknown[]): void => {
      if (silent) return;
      const head = { timestamp: new Date().toISOString(), level, requestId: request.getStore() };
      process.stdout.write(`${JSON.stringify({ ...head, ...content(values) }, errorsInFull)}\n`);
    };
  }
}

function content(values: readonly unknown[]): Record<string, unknown> {
  const [only] = values;
  if (values.length === 1 && (isRecord(only) || Array.isArray(only)) && !(only instanceof Error))
    return { message: only };
  const error = values.find((value) => value instanceof Error);
  return { message: format(...values), ...(error ? failure(error) : {}) };
}

const errorsInFull = (_key: string, value: unknown): unknown =>
  value instanceof Error ? failure(value) : value;

const failure = (error: Error): Record<string, unknown> => ({
  errorType: error.name,
  errorMessage: error.message,
  stackTrace: error.stack?.split('\n').slice(1),
});
