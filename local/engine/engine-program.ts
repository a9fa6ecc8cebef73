/** A program that speaks DynamoDB on a loopback port. */
export interface EngineProgram {
  readonly name: string;
  /** Why it can't run on this machine, or undefined if it can. */
  missing(): string | undefined;
  /** Its command line. `dataDir` is absent for a table in memory. */
  command(port: number, dataDir: string | undefined): readonly [file: string, ...args: string[]];
}
