import type { Showup } from './showup.ts';

/** A line of a log as our code writes it. */
export interface Told {
  readonly message: string;
  readonly correlation?: string;
  readonly cause?: string;
  readonly bookingId?: string;
  readonly event?: string;
  readonly kind?: string;
}

/** What the functions said, oldest first. */
export async function loggedBy({ console: origin }: Showup): Promise<Told[]> {
  const lines = (await (await fetch(`${origin}/logs`)).json()) as { line: string }[];
  return lines
    .map(({ line }) => JSON.parse(line) as { message?: unknown })
    .map(({ message }) => message)
    .filter((message): message is Told => typeof message === 'object' && message !== null);
}

/** All that belongs to an id, or goes back to it. */
export function followed(lines: readonly Told[], id: string): Told[] {
  return lines.filter(({ correlation, cause }) => correlation === id || cause === id);
}

/** What the functions measured, in sum, by name. */
export async function metricsOf({ console: origin }: Showup): Promise<Record<string, number>> {
  const metrics = (await (await fetch(`${origin}/metrics`)).json()) as { name: string; sum: number }[];
  return Object.fromEntries(metrics.map(({ name, sum }) => [name, sum]));
}
