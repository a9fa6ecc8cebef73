/**
 * A service's error, by its name and words but without the telephone number that these may hold: it ends in a log. The
 * request's id is there to look the rest up.
 */
export function withoutNumber(error: unknown, mobile: string): Error {
  const { name, message } =
    error instanceof Error ? error : new Error('something that is no error was thrown');
  const digits = mobile.replace(/^\+/u, '');
  const told = new Error(
    `${message.replaceAll(new RegExp(`\\+?${digits}`, 'gu'), 'the number')}${requestOf(error)}`,
  );
  told.name = name;
  return told;
}

function requestOf(error: unknown): string {
  const { requestId } = (error as { $metadata?: { requestId?: string } } | undefined)?.$metadata ?? {};
  return requestId === undefined ? '' : ` (request ${requestId})`;
}
