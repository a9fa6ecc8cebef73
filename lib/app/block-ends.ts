import { inCompany } from '../domain/standing/entries-of.ts';
import { standingOf } from '../domain/standing/person-standing.ts';
import type { StandingRecord } from '../domain/standing/record.ts';
import type { Rules } from '../domain/standing/standing.ts';

/** How long after its end a block is still told to have ended (ms): the sweep may have been away. */
const WORTH_TELLING = 7 * 86_400_000;

/** When free sessions with a company are open again by themselves. */
export interface BlockEnd {
  readonly companyId: string;
  readonly at: number;
}

/**
 * The ends of somebody's blocks that are to come, or came a short while ago, soonest first; one a company: while
 * another block lasts, none has ended. What was lifted, paid for or excused has no end to wait for.
 */
export function blockEnds({ entries }: StandingRecord, rules: Rules, now: number): BlockEnd[] {
  const companies = new Set(entries.map(({ companyId }) => companyId));
  return [...companies]
    .flatMap((companyId) => {
      if (companyId === undefined) return [];
      const { blocks } = standingOf(inCompany(entries, companyId), rules, now);
      const ends = blocks.filter(({ endedBy }) => endedBy === undefined).map(({ until }) => until);
      const at = Math.max(...ends);
      return at > now - WORTH_TELLING ? [{ companyId, at }] : [];
    })
    .toSorted((a, b) => a.at - b.at);
}
