import * as z from 'zod/mini';
import { instant, line } from './schemas.ts';

/** The shapes of what the provider of the meetings posts, and is answered. Fields that we don't read may be there too. */

export const webhookHeader = line(2000);

const type = line(200);

/** Any event of the provider. */
export const providerEvent = z.object({ type, timestamp: instant });

const data = z.object({
  /** Id of the booking, where the provider knows it. */
  booking: z.exactOptional(line(60)),
  /** Of the consultant's room: the session that is there at that time is meant. */
  conferenceId: z.exactOptional(line(60)),
  joinedAt: z.exactOptional(instant),
  role: z.exactOptional(line(60)),
});

/** Somebody has joined. */
export const attendanceBody = z.object({ type, timestamp: instant, data });

export const attendanceAnswer = z.strictObject({
  recorded: z.boolean(),
  /** Id of the session that was meant, where one was found. */
  booking: z.optional(z.string()),
  /** Why nothing was recorded. */
  because: z.optional(
    z.enum(['host', 'no-session', 'several-sessions', 'outside-join-window', 'already-over']),
  ),
});
