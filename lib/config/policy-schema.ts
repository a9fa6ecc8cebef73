import * as z from 'zod';
import type { Policy } from '../domain/policy.ts';
import { type Contradiction, contradictions } from './contradiction.ts';
import { money, quarters, whole } from './fields.ts';

const day = 24 * 60;

const groups = z.strictObject({
  offering: z.strictObject({
    slotEveryMinutes: quarters(15, day),
    noticeMinutes: whole(0, 30 * day),
    horizonDays: whole(1, 366),
    bufferMinutes: quarters(0, day),
  }),
  reminders: z.strictObject({ hoursBefore: z.array(whole(1, 14 * 24)).max(10) }),
  changes: z.strictObject({
    linkUntilMinutes: whole(0, 14 * day),
    textUntilMinutes: whole(0, 14 * day),
  }),
  start: z.strictObject({
    joinFromMinutes: whole(0, day),
    checkInAfterMinutes: whole(1, day),
    closeAfterMinutes: whole(1, day),
    closeWithoutMobileAfterMinutes: whole(1, day),
  }),
  noShows: z.strictObject({
    limit: whole(1, 100),
    windowMonths: whole(1, 60),
    blockDays: whole(1, 3660),
    reinstatementFee: money,
  }),
  lateNotices: z.strictObject({
    limit: whole(1, 100),
    windowMonths: whole(1, 60),
    decideWorkingHoursBefore: whole(0, 240),
  }),
  sameDayChanges: z.strictObject({ limit: whole(0, 100), windowDays: whole(1, 366) }),
  // Fewer than three to a number would cut a conversation short: a check-in, an answer and what became of it.
  texts: z.strictObject({
    perNumberHour: whole(3, 1000),
    perNumberDay: whole(3, 1000),
    perCompanyDay: whole(3, 1_000_000),
    perDay: whole(3, 10_000_000),
  }),
  // Fewer than three would lock out who mistypes, more than a hundred would slow no guessing down.
  signIn: z.strictObject({ triesPerAddress: whole(3, 100), triesPerSource: whole(3, 10_000) }),
  // Fewer would stop who picks another time after the first was taken, or mistypes a code.
  bookings: z.strictObject({
    triesPerAddress: whole(3, 1000),
    triesPerNumber: whole(3, 1000),
    triesPerSource: whole(3, 1_000_000),
    wrongCodesPerSource: whole(3, 10_000),
  }),
  accounts: z.strictObject({ requirePortalAccount: z.boolean() }),
  tickets: z.strictObject({
    urgentResponseHours: whole(1, 30 * 24),
    responseHours: whole(1, 30 * 24),
    dailyRemoteMinutes: whole(0, day),
  }),
});

/** A whole policy whose numbers agree with each other. */
export const policySchema = groups.superRefine(contradictions(disagreements));

function* disagreements(policy: Policy): Iterable<Contradiction> {
  yield* changeDisagreements(policy);
  yield* reminderDisagreements(policy);
  yield* textDisagreements(policy);
  const { start, tickets } = policy;
  if (start.checkInAfterMinutes >= start.closeAfterMinutes)
    yield {
      path: ['start', 'checkInAfterMinutes'],
      message: `${start.checkInAfterMinutes} leaves no time to answer: the check-in must come before the close (policy.start.closeAfterMinutes is ${start.closeAfterMinutes})`,
    };
  if (tickets.urgentResponseHours > tickets.responseHours)
    yield {
      path: ['tickets', 'urgentResponseHours'],
      message: `${tickets.urgentResponseHours} is slower than the response to any other ticket (policy.tickets.responseHours is ${tickets.responseHours})`,
    };
}

function* changeDisagreements({ changes, offering }: Policy): Iterable<Contradiction> {
  if (changes.textUntilMinutes > changes.linkUntilMinutes)
    yield {
      path: ['changes', 'textUntilMinutes'],
      message: `${changes.textUntilMinutes} minutes before the start is earlier than the cutoff for links (policy.changes.linkUntilMinutes is ${changes.linkUntilMinutes}): texts must be accepted at least as long as links`,
    };
  if (offering.noticeMinutes <= changes.linkUntilMinutes)
    yield {
      path: ['offering', 'noticeMinutes'],
      message: `${offering.noticeMinutes} would let people book when links no longer work (policy.changes.linkUntilMinutes is ${changes.linkUntilMinutes}): the notice must be longer`,
    };
  if (offering.noticeMinutes >= offering.horizonDays * day)
    yield {
      path: ['offering', 'horizonDays'],
      message: `${offering.horizonDays} days end before the notice does (policy.offering.noticeMinutes is ${offering.noticeMinutes}): nothing could ever be booked`,
    };
}

function* reminderDisagreements({ reminders, offering }: Policy): Iterable<Contradiction> {
  const { hoursBefore } = reminders;
  for (const [index, hours] of hoursBefore.entries()) {
    const path = ['reminders', 'hoursBefore', index];
    if (hoursBefore.indexOf(hours) < index)
      yield { path, message: `a reminder ${hours} hours before is already listed` };
    if (hours >= offering.horizonDays * 24)
      yield {
        path,
        message: `${hours} hours lie beyond the horizon (policy.offering.horizonDays is ${offering.horizonDays}): this reminder would never be sent`,
      };
  }
}

/** From one number in an hour to everybody in a day: no limit is more than the next, which counts the same texts. */
function* textDisagreements({ texts }: Policy): Iterable<Contradiction> {
  const limits = ['perNumberHour', 'perNumberDay', 'perCompanyDay', 'perDay'] as const;
  for (const [index, name] of limits.slice(0, -1).entries()) {
    const wider = limits[index + 1];
    if (wider !== undefined && texts[name] > texts[wider])
      yield {
        path: ['texts', name],
        message: `${texts[name]} is more than the limit around it (policy.texts.${wider} is ${texts[wider]})`,
      };
  }
}
