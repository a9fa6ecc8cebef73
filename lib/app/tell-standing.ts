import { inCompany } from '../domain/standing/entries-of.ts';
import type { Ruling } from '../domain/standing/entry.ts';
import { standingOf } from '../domain/standing/person-standing.ts';
import type { PersonStanding } from '../domain/standing/standing.ts';
import type { PersonStandingMail } from '../messages/standing-facts.ts';
import { awaitBlockEnd } from './await-block-end.ts';
import { once } from './once.ts';
import { performAll } from './perform-all.ts';
import { publicStandingEvent } from './publish/people-events.ts';
import type { ReactDeps } from './react-deps.ts';
import { preparePersonMail, type StandingMailDeps } from './send-standing-mail.ts';
import type { RecordedStandingEvent } from './standing-deps.ts';

/** Tells a person what our staff decided on them, once, and waits for the end of what they did. `leaseMs` and failures as in `react`. */
export async function tellStanding(
  deps: StandingMailDeps & Pick<ReactDeps, 'bus'>,
  recorded: RecordedStandingEvent,
  leaseMs: number,
): Promise<void> {
  const { standingId, number, event } = recorded;
  const { settings, standings, now } = deps;
  const record = await standings.recordById(standingId);
  const ruling = record?.entries.find(
    (entry): entry is Ruling => 'id' in entry && entry.id === event.rulingId,
  );
  if (record === undefined || ruling === undefined) return;
  const standing = standingOf(inCompany(record.entries, ruling.companyId), settings, now());
  const { reinstatementFee: amount } = settings.policy.noShows;
  const kind = mailOf(ruling, standing, { amount, currency: settings.currency }, now());
  const { companyId } = ruling;
  const told = publicStandingEvent(recorded, { email: record.email, companyId }, now());
  await performAll(
    [
      () => (told === undefined ? Promise.resolve() : deps.bus.publish(told)),
      () => awaitBlockEnd(deps, record.email),
      () =>
        kind === undefined
          ? Promise.resolve()
          : once(deps, { owner: standingId, effect: `${number}.mail` }, leaseMs, (messageId) =>
              preparePersonMail(deps, record, ruling.companyId, kind, messageId),
            ),
    ],
    (effect) => effect(),
  );
}

/** Nothing where another decision, or another no-show, has made it untrue; that a payment came in stays true. */
function mailOf(
  ruling: Ruling,
  { block, blocks }: PersonStanding,
  fee: { readonly amount: number; readonly currency: string },
  now: number,
): PersonStandingMail | undefined {
  const { reason } = ruling;
  switch (ruling.kind) {
    case 'blocked': {
      const own = blocks.find((one) => one.ruling?.id === ruling.id);
      const lasts = own !== undefined && own.endedBy === undefined && now < own.until;
      return lasts ? { kind: 'blocked', until: own.until, reason, fee } : undefined;
    }
    case 'lifted':
      return block === undefined ? { kind: 'lifted', reason } : undefined;
    case 'reinstated': {
      const { amount, currency } = ruling;
      const still = block === undefined ? {} : { blockedUntil: block.until };
      return { kind: 'reinstated', paid: { amount, currency }, ...still };
    }
  }
}
