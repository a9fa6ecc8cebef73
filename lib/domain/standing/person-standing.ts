import { addDays, addMonths, dateAt, daysLater, startOfDate } from '../calendar/zone.ts';
import type { Entry, Ruling } from './entry.ts';
import { areWithinMonths, isRuling, isWithinMonths, missed, type NoShow, noShowsIn } from './no-shows.ts';
import type { ApprovalNeed, Block, PersonStanding, Rules } from './standing.ts';

/**
 * Where a person stands at `now` (ms), by all that is known of them within one company, in any order. MISSION: "Two
 * confirmed no-shows by a person within 6 months: that person can't book free sessions for 60 days".
 */
export function standingOf(history: readonly Entry[], rules: Rules, now: number): PersonStanding {
  const noShows = noShowsIn(history);
  const rulings = history.filter(isRuling).toSorted((a, b) => (isLater(a, b) ? 1 : -1));
  const blocks = blocksOf(noShows, rulings, rules);
  const block = blocks
    .filter(({ until, endedBy }) => endedBy === undefined && now < until)
    .toSorted((a, b) => b.until - a.until)[0];
  const approval = approvalOf(noShows, rulings, rules, now);
  const { windowMonths } = rules.policy.noShows;
  return {
    ...(block === undefined ? {} : { block }),
    ...(approval === undefined ? {} : { approval }),
    noShows: countingToday(noShows, windowMonths, rules, now)
      .map(missed)
      .toSorted((a, b) => a.start - b.start),
    blocks,
  };
}

/** The block that a booking's no-show started, whether it still lasts or not. */
export function blockStartedBy({ blocks }: PersonStanding, bookingId: string): Block | undefined {
  return blocks.find(
    ({ because, missed }) => because === 'no-shows' && missed.at(-1)?.bookingId === bookingId,
  );
}

/**
 * The blocks that no-shows started, whatever ended them, in the order in which those were recorded. Not in that of the
 * sessions: late notice is recorded ahead of its session, and a block has to begin, and be told, with what is learnt last.
 */
export function policyBlocks(noShows: readonly NoShow[], rules: Rules): Block[] {
  const { limit, windowMonths, blockDays } = rules.policy.noShows;
  return noShows.flatMap((last, index) => {
    const before = noShows.slice(0, index).filter((one) => areWithinMonths(one, last, windowMonths, rules));
    if (before.length + 1 < limit) return [];
    return [
      {
        since: last.at,
        until: daysLater(rules.zone, last.start, blockDays),
        because: 'no-shows' as const,
        missed: [...before, last].map(missed),
      },
    ];
  });
}

function blocksOf(noShows: readonly NoShow[], rulings: readonly Ruling[], rules: Rules): Block[] {
  const byStaff = rulings.flatMap((ruling) => (ruling.kind === 'blocked' ? [staffBlock(ruling)] : []));
  return [...policyBlocks(noShows, rules), ...byStaff]
    .map((block) => ended(block, rulings))
    .toSorted((a, b) => a.since - b.since);
}

function staffBlock(ruling: Extract<Ruling, { kind: 'blocked' }>): Block {
  return { since: ruling.at, until: ruling.until, because: 'staff', missed: [], ruling };
}

function ended(block: Block, rulings: readonly Ruling[]): Block {
  const endedBy = rulings.find(
    (ruling) => ruling.kind !== 'blocked' && ruling.at < block.until && isAfter(ruling, block),
  );
  return endedBy === undefined ? block : { ...block, endedBy };
}

/** A payment or a lift ends what was recorded up to its instant; of two rulings in one instant, the later one counts. */
function isAfter(ruling: Ruling, { since, ruling: block }: Block): boolean {
  return block === undefined ? since <= ruling.at : isLater(ruling, block);
}

function isLater(one: Ruling, other: Ruling): boolean {
  return one.at === other.at ? one.id > other.id : one.at > other.at;
}

/**
 * Approval is needed while the limit-th latest late notice lies within the window. Once lifted it is needed again from
 * the next late notice on, as a further no-show starts a new block.
 */
function approvalOf(
  noShows: readonly NoShow[],
  rulings: readonly Ruling[],
  rules: Rules,
  now: number,
): ApprovalNeed | undefined {
  const { limit, windowMonths } = rules.policy.lateNotices;
  const late = countingToday(
    noShows.filter(({ reason }) => reason === 'late_notice'),
    windowMonths,
    rules,
    now,
  ).toSorted((a, b) => a.start - b.start);
  const decisive = late.at(-limit);
  const lifted = Math.max(...rulings.filter(({ kind }) => kind === 'lifted').map(({ at }) => at));
  const unlifted = late.findLast(({ at }) => at > lifted);
  if (decisive === undefined || unlifted === undefined) return undefined;
  // Both must last: as many as that, and one among them that no lift has answered.
  const lastDate = addMonths(dateAt(rules.zone, Math.min(decisive.start, unlifted.start)), windowMonths);
  return {
    because: 'late-notices',
    until: startOfDate(rules.zone, addDays(lastDate, 1)),
    missed: late.map(missed),
  };
}

function countingToday(noShows: readonly NoShow[], months: number, { zone }: Rules, now: number): NoShow[] {
  const today = dateAt(zone, now);
  return noShows.filter(({ start }) => isWithinMonths(today, dateAt(zone, start), months));
}
