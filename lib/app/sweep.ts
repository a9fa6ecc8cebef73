import type { Bus } from './bus.ts';
import { type Deps, Stale } from './deps.ts';
import { handle } from './handle.ts';
import type { StandingMailDeps } from './send-standing-mail.ts';
import type { WebhookTable } from './webhook-deps.ts';

/** The most bookings, and the most blocks, that one sweep looks at; the rest wait for the next, 5 minutes later. */
const LIMIT = 250;

export interface Swept {
  readonly looked: number;
  /** How long ago the earliest of what was found had been due (ms); 0 where nothing was. */
  readonly oldest: number;
  /** Bookings that could not be handled, with the reason; the next sweep tries them again. */
  readonly failed: readonly { readonly bookingId: string; readonly error: unknown }[];
}

/** Finds what is overdue because a timer was lost or late, and issues the same commands. */
export async function sweep(deps: Deps): Promise<Swept> {
  const ids = await deps.table.overdue(deps.now(), LIMIT);
  const failed: { bookingId: string; error: unknown }[] = [];
  let oldest = 0;
  for (const bookingId of ids) {
    try {
      oldest = Math.max(oldest, await catchUp(deps, bookingId));
    } catch (error) {
      failed.push({ bookingId, error });
    }
  }
  return { looked: ids.length, oldest, failed };
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
      const { tellBlockEnds } = await import('./tell-block-ends.ts');
      await tellBlockEnds(deps, email, leaseMs);
    } catch (error) {
      errors.push(error);
    }
  }
  return { looked: emails.length, errors };
}

/** Gives how late it is (ms). */
async function catchUp(deps: Deps, bookingId: string): Promise<number> {
  const booking = await deps.table.booking(bookingId);
  if (booking === undefined) throw new Stale(`no row for ${bookingId}`);
  const late = Math.max(0, ...booking.due.map(({ at }) => deps.now() - at));
  let latest = booking;
  for (const { kind, at } of booking.due) {
    if (at <= deps.now())
      latest = await handle(deps, latest, { type: 'due', kind, version: booking.version });
  }
  return late;
}

/** A try whose time came so lately has its own schedule on its way (ms). */
const GRACE_MS = 60_000;

/** Has deliveries tried whose schedule was lost or late; gives how many. */
export async function sweepDeliveries({
  now,
  webhooks,
  bus,
}: Pick<Deps, 'now'> & {
  readonly webhooks: Pick<WebhookTable, 'overdue'>;
  readonly bus: Bus;
}): Promise<number> {
  const overdue = await webhooks.overdue(now() - GRACE_MS, LIMIT);
  await bus.wake(overdue);
  return overdue.length;
}
