/**
 * A service's error, by its name and words but without what must not be read in a log, which is where it ends. The
 * request's id is there to look the rest up.
 */
export function errorWithout(error: unknown, secret: string | RegExp, instead: string): Error {
  const { name, message } =
    error instanceof Error ? error : new Error('something that is no error was thrown');
  const told = new Error(`${message.replaceAll(secret, instead)}${requestOf(error)}`);
  told.name = name;
  return told;
}

function requestOf(error: unknown): string {
  const { requestId } = (error as { $metadata?: { requestId?: string } } | undefined)?.$metadata ?? {};
  return requestId === undefined ? '' : ` (request ${requestId})`;
}
