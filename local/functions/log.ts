import type { Clock } from '../parts.ts';
import { createMetricStore, type Metric } from './metrics.ts';

/** A line that a function wrote. */
export interface LogLine {
  /** RFC 3339 UTC, by the dial. */
  readonly at: string;
  /** Logical id of the function. */
  readonly function: string;
  readonly level: string;
  readonly line: string;
}

/** The functions' output: the last lines are kept for the console, trouble is passed on at once. */
export interface FunctionLog {
  take(logicalId: string, stream: 'out' | 'err', line: string): void;
  lines(): readonly LogLine[];
  /** What the lines said of metrics, from the start on. */
  metrics(): readonly Metric[];
}

const kept = 5000;
const loud = new Set(['WARN', 'ERROR', 'FATAL']);

/** Makes the log; `print` gets the lines that a person should see: warnings and errors, or everything if `verbose`. */
export function createFunctionLog(
  clock: Clock,
  print: (line: string) => void,
  verbose: boolean,
): FunctionLog {
  const lines: LogLine[] = [];
  const metrics = createMetricStore();
  return {
    take(logicalId, stream, line) {
      const level = levelOf(line) ?? (stream === 'err' ? 'ERROR' : 'INFO');
      lines.push({ at: new Date(clock.now()).toISOString(), function: logicalId, level, line });
      metrics.take(line);
      if (lines.length > kept * 1.2) lines.splice(0, lines.length - kept);
      if (verbose || loud.has(level)) print(`${logicalId}: ${line}`);
    },
    lines: () => lines.slice(-kept),
    metrics: metrics.list,
  };
}

function levelOf(line: string): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level } = JSON.parse(line) as { readonly level?: unknown };
    return typeof level === 'string' ? level.toUpperCase() : undefined;
  } catch {
    return undefined;
  }
}
