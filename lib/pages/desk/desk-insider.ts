/** One of our staff, whom a page of the desk is shown to. */
export interface DeskInsider {
  readonly name: string;
  /** To be sent with every form of the session. Absent on pages without forms: those may be compressed. */
  readonly csrf?: string;
  readonly waiting: WaitingCount;
}

/** How much waits for a decision. */
export interface WaitingCount {
  readonly count: number;
  /** True where there is more than was counted. */
  readonly more: boolean;
}
