import type { Booking } from '../domain/booking/booking.ts';
import {
  type Evidence,
  type EvidentEvent,
  joinsIn,
  type Message,
  type PolicyInForce,
  repliesIn,
  versionsIn,
  whoDid,
} from '../domain/booking/evidence.ts';
import { messageKind } from '../domain/booking/message-kind.ts';
import { verdictOf } from '../domain/booking/verdict.ts';
import { withWords } from '../domain/booking/words.ts';
import { Refusal } from '../domain/refusal.ts';
import { inCompany } from '../domain/standing/entries-of.ts';
import type { RecordedEffect, RecordedEvent } from './deps.ts';
import type { DeskDeps } from './desk/search-bookings.ts';
import { policyVersion } from './policy-version.ts';
import { personStanding } from './standing/person-standing.ts';
import type { StandingDeps } from './standing-deps.ts';

type EvidenceDeps = DeskDeps & { readonly standing: Pick<StandingDeps, 'standings'> };

/** All that is on record about a booking, and the verdict on it. Throws `not-found` where there is none. */
export async function evidenceOf(deps: EvidenceDeps, bookingId: string): Promise<Evidence> {
  const [booking, records, effects] = await Promise.all([
    deps.table.booking(bookingId),
    deps.search.eventsOf(bookingId),
    deps.search.effectsOf(bookingId),
  ]);
  if (booking === undefined) throw new Refusal('not-found', 'There is no such booking.');
  const { companyId, attendee } = booking;
  const events = records.map((record) => evident(record, booking));
  const messages = effects.flatMap((effect) => messageOf(effect, events));
  const [{ record, standing }, policies] = await Promise.all([
    personStanding(deps, attendee.email, companyId),
    policiesOf(deps, events),
  ]);
  const noticeMinutes = (version: string) => noticeBy(deps, policies, version);
  return {
    ...{ madeAt: deps.now(), booking, events, messages, policies, standing },
    replies: repliesIn(events),
    joins: joinsIn(events),
    entries: inCompany(record.entries, companyId),
    verdict: verdictOf({ booking, events, messages, blocks: standing.blocks, noticeMinutes }),
  };
}

function evident({ number, policy, event: wordless }: RecordedEvent, booking: Booking): EvidentEvent {
  const event = withWords(wordless, number, booking);
  return { number, policy, who: whoDid(event), event };
}

const WITHHELD = 'withheld: ';

function messageOf({ number, what, ...effect }: RecordedEffect, events: readonly EvidentEvent[]): Message[] {
  const event = events.find((one) => one.number === number)?.event;
  if (event === undefined) return [];
  const { doneAt, receipt, delivery } = effect;
  const channel = what === 'text' ? what : 'mail';
  const told = { number, channel, kind: messageKind(event, what), delivery } as const;
  if (receipt?.startsWith(WITHHELD) === true) return [{ ...told, withheld: receipt.slice(WITHHELD.length) }];
  return [
    {
      ...told,
      ...(doneAt === undefined ? {} : { sentAt: doneAt }),
      ...(receipt === undefined ? {} : { receipt }),
    },
  ];
}

async function policiesOf(
  { standing, settings }: EvidenceDeps,
  events: readonly EvidentEvent[],
): Promise<PolicyInForce[]> {
  const current = policyVersion(settings.policy);
  return Promise.all(
    versionsIn(events).map(async (policy) => {
      // What is in force now may not have been kept yet.
      const text =
        policy.version === current ? settings.policy : await standing.standings.policy(policy.version);
      return text === undefined ? policy : { ...policy, text };
    }),
  );
}

/** By the version of the policy, or by the one in force now where that version was not kept. */
function noticeBy({ settings }: EvidenceDeps, policies: readonly PolicyInForce[], version: string): number {
  const text = policies.find((policy) => policy.version === version)?.text;
  return noticeIn(text) ?? settings.policy.changes.textUntilMinutes;
}

function noticeIn(text: unknown): number | undefined {
  const { changes } = (text ?? {}) as { readonly changes?: { readonly textUntilMinutes?: unknown } };
  const minutes = changes?.textUntilMinutes;
  return typeof minutes === 'number' ? minutes : undefined;
}
