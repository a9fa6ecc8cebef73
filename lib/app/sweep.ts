import { type Deps, Stale } from './deps.ts';
import { handle } from './handle.ts';
import type { StandingMailDeps } from './send-standing-mail.ts';
import { tellBlockEnds } from './tell-block-ends.ts';

/** The most bookings, and the most blocks, that one sweep looks at; the rest wait for the next, 5 minutes later. */
const LIMIT = 250;

export interface Swept {
  readonly looked: number;
  /** Bookings that could not be handled, with the reason; the next sweep tries them again. */
  readonly failed: readonly { readonly bookingId: string; readonly error: unknown }[];
}

/** Finds what is overdue because a timer was lost or late, and issues the same commands. */
export async function sweep(deps: Deps): Promise<Swept> {
  const ids = await deps.table.overdue(deps.now(), LIMIT);
  const failed: { bookingId: string; error: unknown }[] = [];
  for (const bookingId of ids) {
    try {
      await catchUp(deps, bookingId);
    } catch (error) {
      failed.push({ bookingId, error });
    }
  }
  return { looked: ids.length, failed };
}

export interface SweptBlocks {
  readonly looked: number;
  /** Why the end of some could not be told; the next sweep tries them again. */
  readonly errors: readonly unknown[];
}

/** Tells whose free sessions are open again by themselves, each once. `leaseMs` is how long this run can last. */
export async function sweepBlocks(deps: StandingMailDeps, leaseMs: number): Promise<SweptBlocks> {
  const emails = await deps.standings.blocksEnding(deps.now(), LIMIT);
  const errors: unknown[] = [];
  for (const email of emails) {
    try {
      await tellBlockEnds(deps, email, leaseMs);
    } catch (error) {
      errors.push(error);
    }
  }
  return { looked: emails.length, errors };
}

async function catchUp(deps: Deps, bookingId: string): Promise<void> {
  const booking = await deps.table.booking(bookingId);
  if (booking === undefined) throw new Stale(`no row for ${bookingId}`);
  for (const { kind, at } of booking.due) {
    if (at <= deps.now()) await handle(deps, bookingId, { type: 'due', kind, version: booking.version });
  }
}
