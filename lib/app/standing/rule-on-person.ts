import { type Actor, nameOf, requireStaff } from '../../domain/people/actor.ts';
import { normalizedEmail } from '../../domain/people/email.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Ruling } from '../../domain/standing/entry.ts';
import type { StandingEvent } from '../../domain/standing/events.ts';
import { isRuling } from '../../domain/standing/no-shows.ts';
import type { StandingRecord } from '../../domain/standing/record.ts';
import type { PersonStanding } from '../../domain/standing/standing.ts';
import type { Deps } from '../deps.ts';
import type { StandingDeps } from '../standing-deps.ts';
import { untilCommitted } from '../until-committed.ts';
import { type RecordedStanding, standingBy } from './person-standing.ts';

export type RulingDeps = Pick<Deps, 'table' | 'settings' | 'now' | 'pause'> & {
  readonly standing: StandingDeps;
};

/** What our staff decide on who has a mail address, within a company or without one. */
export type PersonRuling = {
  readonly email: string;
  readonly companyId?: string;
  /** Told to the person. */
  readonly reason: string;
  /** How many entries the record had when it was looked at: who decides is told where another came since. */
  readonly seen?: number;
} & (
  | { readonly decision: 'block'; readonly until: number }
  /** Ends blocks, and the need for approval. */
  | { readonly decision: 'lift' }
  /** The reinstatement fee was paid: ends blocks. */
  | { readonly decision: 'payment' }
);

/**
 * Records what one of our staff decided, and gives where the person stands then. What changes nothing isn't recorded: a
 * block that our staff have set until then already, and a lift or a payment where there is nothing to end.
 * Throws `not-allowed`, `invalid-input` for a block that ends in the past, `busy`, and `changed-meanwhile` where something was
 * recorded since it was seen, other than this very decision.
 */
export async function ruleOnPerson(
  deps: RulingDeps,
  actor: Actor,
  wish: PersonRuling,
): Promise<RecordedStanding> {
  requireStaff(actor);
  const email = normalizedEmail(wish.email);
  return untilCommitted(deps, async () => {
    const before = await deps.table.record(email);
    const standing = standingBy(deps, before, wish.companyId);
    const now = deps.now();
    if (wish.decision === 'block' && wish.until <= now) throw endsInThePast();
    if (isDone(before, wish, actor)) return { record: before, standing };
    refuseUnseen(before, wish);
    if (changesNothing(wish, standing)) return { record: before, standing };
    const ruling = rulingOf(deps, actor, wish, now);
    const after = {
      ...before,
      id: before.id ?? deps.standing.newStandingId(),
      revision: before.revision + 1,
      entries: [...before.entries, ruling],
    };
    await deps.standing.standings.commitRecord({ before, after, event: eventOf(ruling) });
    return { record: after, standing: standingBy(deps, after, wish.companyId) };
  });
}

const kinds = { block: 'blocked', lift: 'lifted', payment: 'reinstated' } as const;

/** Whether the same person has decided the same since it was seen: a button pressed twice. */
function isDone({ entries }: StandingRecord, wish: PersonRuling, actor: Actor): boolean {
  if (wish.seen === undefined) return false;
  const until = wish.decision === 'block' ? wish.until : undefined;
  return entries
    .slice(wish.seen)
    .filter(isRuling)
    .some(
      (ruling) =>
        ruling.kind === kinds[wish.decision] &&
        ruling.by === nameOf(actor) &&
        ruling.reason === wish.reason &&
        ruling.companyId === wish.companyId &&
        (ruling.kind === 'blocked' ? ruling.until : undefined) === until,
    );
}

function refuseUnseen({ entries }: StandingRecord, { seen }: PersonRuling): void {
  if (seen === undefined || seen === entries.length) return;
  throw new Refusal('changed-meanwhile', 'Something was recorded of this person meanwhile.');
}

function changesNothing(wish: PersonRuling, { block, approval, blocks }: PersonStanding): boolean {
  switch (wish.decision) {
    case 'block':
      return blocks.some(
        ({ because, until, endedBy }) => because === 'staff' && until === wish.until && endedBy === undefined,
      );
    case 'lift':
      return block === undefined && approval === undefined;
    case 'payment':
      return block === undefined;
  }
}

function rulingOf({ settings, standing }: RulingDeps, actor: Actor, wish: PersonRuling, now: number): Ruling {
  const { companyId, reason } = wish;
  const ruled = {
    id: standing.newRulingId(),
    at: now,
    by: nameOf(actor),
    reason,
    ...(companyId === undefined ? {} : { companyId }),
  };
  switch (wish.decision) {
    case 'block':
      return { ...ruled, kind: 'blocked', until: wish.until };
    case 'lift':
      return { ...ruled, kind: 'lifted' };
    case 'payment': {
      const amount = settings.policy.noShows.reinstatementFee;
      return { ...ruled, kind: 'reinstated', amount, currency: settings.currency };
    }
  }
}

function eventOf(ruling: Ruling): StandingEvent {
  const happened = { at: ruling.at, by: ruling.by, rulingId: ruling.id };
  switch (ruling.kind) {
    case 'blocked':
      return { ...happened, type: 'person-blocked', until: ruling.until };
    case 'lifted':
      return { ...happened, type: 'person-lifted' };
    case 'reinstated':
      return { ...happened, type: 'person-reinstated', amount: ruling.amount, currency: ruling.currency };
  }
}

function endsInThePast(): Refusal {
  return new Refusal('invalid-input', 'A block must end in the future.', {
    errors: [{ field: 'until', message: 'must lie in the future' }],
  });
}
