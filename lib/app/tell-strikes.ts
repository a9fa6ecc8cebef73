import type { Booking } from '../domain/booking/booking.ts';
import { normalizedEmail } from '../domain/people/email.ts';
import type { Member } from '../domain/people/person.ts';
import type { StandingRecord } from '../domain/standing/record.ts';
import type { Block } from '../domain/standing/standing.ts';
import type { CompanyStandingMail } from '../messages/standing-facts.ts';
import type { EffectId } from './deps.ts';
import type { Effect } from './effect.ts';
import { once } from './once.ts';
import { performAll } from './perform-all.ts';
import { primariesOf } from './primaries.ts';
import type { ReactDeps } from './react-deps.ts';
import { preparePrimaryMail } from './send-standing-mail.ts';
import { starterOf } from './shift.ts';

type TellStrikes = Extract<Effect, { do: 'tell-strikes' }>;

/** Tells every primary of the company of a strike once, or that it is gone: that only who was told of it. */
export async function tellStrikes(
  deps: ReactDeps,
  booking: Booking,
  { strikes, gone }: TellStrikes,
  leaseMs: number,
): Promise<void> {
  const { companyId, attendee } = booking;
  if (companyId === undefined) return;
  const [record, primaries] = await Promise.all([
    deps.table.record(normalizedEmail(attendee.email)),
    primariesOf(deps.people, companyId),
  ]);
  const tellings = strikes.flatMap((strike) => primaries.map((primary) => ({ strike, primary })));
  await performAll(tellings, ({ strike, primary }) => {
    const claims = claimsOn(strike, record, primary);
    if (claims === undefined) return Promise.resolve();
    if (gone) return tellGone(deps, claims, primary, attendee.name, leaseMs);
    return mailOnce(deps, claims.told, primary, leaseMs, strikeMail(deps, attendee.name, strike));
  });
}

interface Claims {
  readonly told: EffectId;
  readonly gone: EffectId;
}

/** A strike is told in the name of the no-show that started its block, whichever event brought it. */
function claimsOn(strike: Block, { entries }: StandingRecord, { id }: Member): Claims | undefined {
  const owner = starterOf(strike);
  const recorded = entries.findLast((entry) => entry.kind === 'no-show' && entry.bookingId === owner);
  if (owner === undefined || recorded?.kind !== 'no-show') return undefined;
  const { number } = recorded;
  return {
    told: { owner, effect: `${number}.strike.${id}` },
    gone: { owner, effect: `${number}.strike-gone.${id}` },
  };
}

function mailOnce(
  deps: ReactDeps,
  claim: EffectId,
  primary: Member,
  leaseMs: number,
  mail: CompanyStandingMail,
): Promise<void> {
  return once(deps, claim, leaseMs, (messageId) => preparePrimaryMail(deps, primary, mail, messageId));
}

function strikeMail(
  { now }: ReactDeps,
  member: string,
  { missed, until, endedBy }: Block,
): CompanyStandingMail {
  const lasts = endedBy === undefined && now() < until;
  return {
    kind: 'strike',
    member,
    missed: missed.map(({ start }) => ({ start })),
    ...(lasts ? { until } : {}),
  };
}

/** Who wasn't told of the strike never will be, and hears nothing of its end. */
async function tellGone(
  deps: ReactDeps,
  { told, gone }: Claims,
  primary: Member,
  member: string,
  leaseMs: number,
): Promise<void> {
  const { outbox, now } = deps;
  const state = await outbox.claim(told, now(), now() + leaseMs);
  if (state === 'held') throw new Error(`${told.owner} ${told.effect} is being done by another run`);
  if (state === 'done') return mailOnce(deps, gone, primary, leaseMs, { kind: 'strike-gone', member });
  // In this order: a repeat after the second finds both done, and says nothing.
  await outbox.markDone(gone, now(), 'withheld: untold');
  await outbox.markDone(told, now(), 'withheld: gone');
}
