import type { Evidence, EvidentEvent, Message } from '../domain/booking/evidence.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { present, time } from './booking-json.ts';
import { deskBookingJson, eventJson } from './desk-json.ts';
import { blockJson, entryJson, missedJson } from './standing-json.ts';

/** Evidence as programs are told it. `sentences` are those of the verdict, a finding each. */
export function evidenceJson(evidence: Evidence, sentences: readonly string[], catalogue: Catalogue) {
  const { block, approval, noShows, blocks } = evidence.standing;
  return {
    madeAt: time(evidence.madeAt),
    verdict: evidence.verdict.map(({ is }, index) => ({ finding: is, sentence: sentences[index] ?? '' })),
    booking: deskBookingJson(evidence.booking, catalogue),
    events: evidence.events.map(evidentJson),
    messages: evidence.messages.map(messageJson),
    replies: evidence.replies.map((reply) => ({ ...reply, stamp: time(reply.stamp), at: time(reply.at) })),
    joins: evidence.joins.map(({ number, stamp, evidence: known, by }) => ({
      number,
      stamp: time(stamp),
      evidence: known,
      who: by,
    })),
    entries: evidence.entries.map(entryJson),
    standing: present({
      block: block && blockJson(block),
      approval: approval && {
        ...approval,
        until: time(approval.until),
        missed: missedJson(approval.missed),
      },
      noShows: missedJson(noShows),
      blocks: blocks.map(blockJson),
    }),
    policies: evidence.policies,
  };
}

function evidentJson({ number, policy, who, event }: EvidentEvent) {
  return { ...eventJson(number, event), policy, who };
}

function messageJson({ sentAt, delivery, ...message }: Message) {
  const reports = Object.entries(delivery).map(([status, at]) => [status, time(at)] as const);
  return present({ ...message, sentAt: time(sentAt), delivery: Object.fromEntries(reports) });
}
