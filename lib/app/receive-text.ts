import { meaningOf } from '../domain/reply.ts';
import { attendSession } from './attend-session.ts';
import { AlreadyDone, type Deps } from './deps.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A text from a member, as the carrier brought it. */
export interface TextIn {
  /** The carrier's id: the same text brought twice has the same one. */
  readonly messageId: string;
  /** E.164. */
  readonly from: string;
  readonly body: string;
  /** When it was sent (ms): deadlines are held against this, not against its arrival. */
  readonly stamp: number;
}

/** Does what a text asks, once, to the booking that the last text to that number was about. */
export async function receiveText(deps: Deps, text: TextIn): Promise<void> {
  const now = deps.now();
  const bookingId = await deps.table.thread(text.from);
  if (bookingId === undefined) {
    await deps.table.recordStrayText({ messageId: text.messageId, mobile: text.from, now, quietFor: HOUR });
    return;
  }
  const command = {
    type: 'reply',
    stamp: text.stamp,
    messageId: text.messageId,
    meaning: meaningOf(text.body),
  } as const;
  const once = { key: `text ${text.messageId}`, fingerprint: 'text', expiresAt: now + 7 * DAY };
  try {
    await attendSession(deps, bookingId, command, once);
  } catch (error) {
    if (!(error instanceof AlreadyDone)) throw error;
  }
}
