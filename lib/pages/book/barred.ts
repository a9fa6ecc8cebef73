import type { Price } from '../../domain/catalogue.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { MissedSession } from '../standing/missed-list.tsx';

/** Why a free session can't be booked, though the code is good. Instants in ms. */
export type Barred =
  | {
      readonly because: 'person';
      readonly until: number;
      readonly missed: readonly MissedSession[];
      /** What our staff gave, where they decided so. */
      readonly reason?: string;
      readonly fee: Price;
      readonly price: Price;
    }
  | { readonly because: 'company'; readonly until: number; readonly reason: string; readonly price: Price }
  | { readonly because: 'too-soon' };

/** What the rules said about a person or a company that may not book freely; undefined where they said something else. */
export function barredBy({ code, facts }: Refusal): Barred | undefined {
  if (code === 'approval-required') return { because: 'too-soon' };
  if (code !== 'free-session-blocked' && code !== 'company-blocked') return undefined;
  const until = Date.parse(String(facts['blockedUntil']));
  const price = facts['price'] as Price;
  const reason = facts['reason'] as string | undefined;
  if (code === 'company-blocked') return { because: 'company', until, price, reason: reason ?? '' };
  return {
    because: 'person',
    ...{ until, price, missed: missedIn(facts) },
    ...(reason === undefined ? {} : { reason }),
    fee: facts['reinstatementFee'] as Price,
  };
}

/** Ids of the bookings that a refusal goes back to, in the order of `missed`. */
export function bookingsBehind({ facts }: Refusal): string[] {
  return whyIn(facts).map(({ booking }) => booking);
}

interface Why extends Pick<MissedSession, 'reason'> {
  readonly booking: string;
  readonly start: string;
}

function whyIn(facts: Refusal['facts']): readonly Why[] {
  return (facts['why'] ?? []) as readonly Why[];
}

function missedIn(facts: Refusal['facts']): MissedSession[] {
  return whyIn(facts).map(({ start, reason }) => ({ start: Date.parse(start), reason }));
}
