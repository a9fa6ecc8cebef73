/** What must not be read in a log, and what stands there instead. Ids stay. */
const hidden: readonly (readonly [RegExp, string])[] = [
  // Keys of the table that are made of what was given in confidence.
  [/\b(?<kind>PHONE|EMAIL|MAILBOX|CODE|ONCE)#[^\s,;"']+/gu, '$<kind>#[…]'],
  [
    /(?:"[^"\s]*"|[^\s<>,:;"'()[\]]+)@[^\s<>,:;"'()[\]]*\.[^\s<>,:;"'()[\]]*[^\s<>,:;"'()[\].]/gu,
    '[address]',
  ],
  [/(?<![\w.])\+\d{7,15}\b/gu, '[number]'],
  // A booking's id with what signs a link to it.
  [/\b(?<id>(?:bkg|prs)_\w+)(?:\.[\w-]{16,})+/gu, '$<id>.[token]'],
];

/** A text without the mail addresses, telephone numbers and tokens of links that it holds. */
export function redact(text: string): string {
  return hidden.reduce((told, [pattern, instead]) => told.replace(pattern, instead), text);
}

/** An error as a log line tells it. */
export interface ToldError {
  readonly type: string;
  readonly message: string;
  /** The provider's id of the request that failed. */
  readonly request?: string;
  readonly stack?: readonly string[];
  readonly cause?: ToldError;
  /** Where several things failed. */
  readonly errors?: readonly ToldError[];
}

/** What a log may tell of an error: its type, its words without people in them, and where it came from. */
export function toldError(error: unknown): ToldError {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something that is no error was thrown' };
  const { requestId } = (error as { $metadata?: { requestId?: string } }).$metadata ?? {};
  return {
    type: error.name,
    message: redact(error.message),
    ...(requestId === undefined ? {} : { request: requestId }),
    ...(error.stack === undefined ? {} : { stack: framesOf(error.stack) }),
    ...(error.cause === undefined ? {} : { cause: toldError(error.cause) }),
    ...(error instanceof AggregateError ? { errors: error.errors.map(toldError) } : {}),
  };
}

/** The same as an error: for what leaves a function, which the runtime logs and a failure queue keeps. */
export function redactedError(error: unknown): Error {
  const told = toldError(error);
  const redacted = new Error([told.message, ...(told.errors ?? []).map(({ message }) => message)].join(': '));
  redacted.name = told.type;
  redacted.stack = [`${told.type}: ${redacted.message}`, ...(told.stack ?? [])].join('\n');
  return redacted;
}

// The message stands above the frames, on as many lines as it has: only what ends in a place in code is a frame.
function framesOf(stack: string): string[] {
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*(?::\d+:\d+|<anonymous>|native)\)?$/u.test(line))
    .slice(0, 12);
}
