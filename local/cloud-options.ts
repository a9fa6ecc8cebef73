import type { TableEngine } from './engine/table-engine.ts';
import type { Hostility } from './hostile/fault.ts';

export interface CloudOptions {
  /** The site's port, with the console on the next one; 0 takes any two that are free. */
  readonly port: number;
  /** The instant to start at, ms; now unless given. */
  readonly now?: number | undefined;
  /** Where data outlives a restart; in memory only unless given. */
  readonly dataDir?: string | undefined;
  /** A table engine that runs already, with what its tables hold; whoever started it stops it. One of its own unless given. */
  readonly engine?: TableEngine | undefined;
  /** A synthesized assembly to run; the CDK app is synthesized unless given. */
  readonly assembly?: string | undefined;
  /** Loads each function at its first call, so that a short run pays for no more than it uses; all at the start unless given. */
  readonly cold?: boolean;
  /** Prints everything that the functions log, instead of warnings and errors only. */
  readonly verbose?: boolean;
  /** IANA zone in which the console shows times; UTC unless given. */
  readonly timeZone?: string;
  /** Takes what the operator should see; standard error unless given. */
  readonly print?: ((line: string) => void) | undefined;
  /**
   * Makes the world misbehave, the same way each time: the dial stands still unless it is moved, and what is random in the
   * functions follows from the seed.
   */
  readonly hostile?: Hostility | undefined;
  /** Gives up a start that is under way. */
  readonly signal?: AbortSignal | undefined;
}
