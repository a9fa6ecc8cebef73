import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from './ports.ts';
import type { Positions } from './stream/reader.ts';

/** Where the time of a cloud with a data directory stood when it last ran. */
interface SavedClock {
  /** RFC 3339 UTC; the clock never goes back before it. */
  readonly reached: string;
  /** Milliseconds ahead of real time. */
  readonly lead: number;
}

/** What outlives a restart of the local cloud, in files of one directory. */
export class DataDirectory {
  readonly path: string;

  /** Makes the directory if need be. Throws a StartError if it can't. */
  constructor(path: string) {
    this.path = path;
    try {
      mkdirSync(path, { recursive: true });
    } catch (cause) {
      throw new StartError(`--data ${path} is not a directory that can be written to`, { cause });
    }
  }

  get secretsFile(): string {
    return join(this.path, 'secrets.json');
  }

  get userPoolsFile(): string {
    return join(this.path, 'user-pools.json');
  }

  /** The instant to start at, ms: the one asked for, else real time with the lead it had. */
  startInstant(asked: number | undefined): number {
    const saved = this.read('clock.json') as SavedClock | undefined;
    if (!saved) return asked ?? Date.now();
    if (asked !== undefined && asked < Date.parse(saved.reached)) {
      const when = new Date(asked).toISOString();
      throw new StartError(
        `--now ${when} is before ${saved.reached}, which ${this.path} has already reached`,
      );
    }
    return asked ?? Date.now() + saved.lead;
  }

  saveClock(now: number): void {
    this.write('clock.json', {
      reached: new Date(now).toISOString(),
      lead: now - Date.now(),
    } satisfies SavedClock);
  }

  /** How far a stream was dealt with, by the logical id of its event source. */
  positions(eventSource: string): Positions {
    return (this.read(`stream-${eventSource}.json`) as Positions | undefined) ?? {};
  }

  savePositions(eventSource: string, positions: Positions): void {
    this.write(`stream-${eventSource}.json`, positions);
  }

  private read(name: string): unknown {
    try {
      return JSON.parse(readFileSync(join(this.path, name), 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new StartError(`${join(this.path, name)} can't be read`, { cause: error });
    }
  }

  /** Written beside and renamed, so that a crash leaves the old file or the new one. */
  private write(name: string, value: unknown): void {
    const file = join(this.path, name);
    writeFileSync(`${file}.new`, JSON.stringify(value));
    renameSync(`${file}.new`, file);
  }
}
