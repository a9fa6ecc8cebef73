import type { NoShowReason } from '../domain/booking/booking.ts';
import type { Consequence, Relief } from '../messages/facts.ts';
import type { Effect } from './effect.ts';
import type { Context } from './effect-context.ts';
import { type Shift, strikesGained, strikesLost } from './shift.ts';

/** What follows from what the event did to where its attendee stands, beside what the attendee is told of it. */
export function standingEffects({ shift, booking }: Context): Effect[] {
  if (shift === undefined) return [];
  const awaiting: Effect = { do: 'await-block-end' };
  if (booking.companyId === undefined) return [awaiting];
  const changed = shift.entries.some(({ kind }) => kind === 'same-day-change');
  return [
    awaiting,
    ...strikes(strikesGained(shift), false),
    ...strikes(strikesLost(shift), true),
    ...(changed ? [{ do: 'look-at-company' } as const] : []),
  ];
}

function strikes(blocks: ReturnType<typeof strikesGained>, gone: boolean): Effect[] {
  return blocks.length === 0 ? [] : [{ do: 'tell-strikes', strikes: blocks, gone }];
}

/** What follows from a no-show; nothing where the session is of no company: none of those is ever free. */
export function consequenceOf(
  { shift, booking, catalogue, now }: Context,
  reason: NoShowReason,
): { consequence?: Consequence } {
  if (shift === undefined || booking.companyId === undefined) return {};
  const { limit, windowMonths: months, blockDays: days, reinstatementFee } = catalogue.policy.noShows;
  const { noShows, approval } = shift.standing;
  const block = blockNow(shift, now);
  const fee = { amount: reinstatementFee, currency: catalogue.currency };
  const late = reason === 'late_notice' ? approval : undefined;
  return {
    consequence: {
      ...{ counted: noShows.length, limit, months, days },
      ...(block && { block: { ...block, fee } }),
      ...(late && { approval: { lateNotices: late.missed.length, until: late.until } }),
    },
  };
}

/** Until when free sessions are blocked, and the no-shows that led to it: those of the event's own block first. */
function blockNow({ standing, without }: Shift, now: number) {
  const { block } = standing;
  if (block === undefined) return undefined;
  const own = strikesGained({ standing, without, entries: [] }).findLast(
    ({ endedBy, until }) => endedBy === undefined && now < until,
  );
  return { until: block.until, missed: (own ?? block).missed.map(({ start }) => ({ start })) };
}

/** What is gone with a no-show that doesn't count any more. */
export function reliefOf({ shift, booking }: Context): { relief?: Relief } {
  if (shift === undefined || booking.companyId === undefined) return {};
  const { without, standing } = shift;
  const unstruck = strikesLost(shift).length > 0;
  const unblocked = without.block !== undefined && standing.block === undefined;
  if (!unstruck && !unblocked) return {};
  const still = standing.block === undefined ? {} : { blockedUntil: standing.block.until };
  return { relief: { unblocked, unstruck, ...still } };
}
