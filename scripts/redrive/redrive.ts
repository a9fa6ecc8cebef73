/** A message of a failure queue. */
export interface FailedMessage {
  readonly id: string;
  /** When it was put there, ms. */
  readonly sent: number;
  readonly body: string;
}

/** What a redrive needs to do the work that is left in a queue. */
export interface RedriveTools {
  /** Invokes a function by its file's name, and gives its answer. Throws NotDone where it fails. */
  invoke(name: string, event: unknown): Promise<unknown>;
  /** Tells the events that a batch's record points at once more. Throws NotDone where any of them fails. */
  tellEvents(batch: unknown): Promise<void>;
}

/** How the messages of one queue are worked off. */
export interface Redrive {
  /** What the message is about, by ids alone: it is printed. */
  about(message: FailedMessage): string;
  /** Does the work that the message is about. Throws where it was not done. */
  work(tools: RedriveTools, message: FailedMessage): Promise<void>;
  /** True where doing it for the first message does it for all. */
  readonly once?: boolean;
}

/** The work was not done, for a reason that may be printed. */
export class NotDone extends Error {
  override name = 'NotDone';
}
