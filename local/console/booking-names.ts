import type { ConsoleParts } from './parts.ts';

/** The attendee's name of each of these bookings that exists. */
export async function bookingNames(
  { bookings }: ConsoleParts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await bookings.some(ids)).map(({ id, attendee }) => [id, attendee.name]));
}
