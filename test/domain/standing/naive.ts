import { Temporal } from 'temporal-polyfill';
import type { BookingEntry, Entry, Ruling } from '../../../lib/domain/standing/entry.ts';
import type { Rules } from '../../../lib/domain/standing/standing.ts';

type NoShow = Extract<BookingEntry, { kind: 'no-show' }>;

/** What of a standing decides who may book, worked out another way: by walking through each life, on Temporal's calendar. */
export interface NaiveStanding {
  readonly blockedUntil: number | undefined;
  readonly approvalUntil: number | undefined;
  readonly counting: readonly string[];
  /** The booking that started each, and those before it that led to it. */
  readonly strikes: readonly string[];
}

export function naiveStanding(history: readonly Entry[], rules: Rules, now: number): NaiveStanding {
  const { noShows: policy } = rules.policy;
  const missed = whatCounts(history);
  const ends: number[] = [];
  const strikes: string[] = [];
  for (const one of missed) {
    const earlier = missed.filter((other) => isRecordedBefore(other, one));
    const near = earlier.filter((other) => {
      const [from, to] = [dateOf(one.start, rules), dateOf(other.start, rules)].toSorted(
        Temporal.PlainDate.compare,
      );
      return (
        from !== undefined && to !== undefined && notAfter(to, from.add({ months: policy.windowMonths }))
      );
    });
    if (near.length < policy.limit - 1) continue;
    strikes.push(
      `${one.bookingId} after ${near
        .map(({ bookingId }) => bookingId)
        .toSorted()
        .join(' ')}`,
    );
    const until = zoned(one.start, rules).add({ days: policy.blockDays }).epochMilliseconds;
    if (!history.some((entry) => isEnd(entry) && entry.at >= one.at && entry.at < until)) ends.push(until);
  }
  for (const entry of history) {
    if (entry.kind !== 'blocked') continue;
    const ended = history.some(
      (other) =>
        isEnd(other) && other.at < entry.until && `${other.at}${other.id}` > `${entry.at}${entry.id}`,
    );
    if (!ended) ends.push(entry.until);
  }
  const lasting = ends.filter((until) => until > now);
  return {
    blockedUntil: lasting.length === 0 ? undefined : Math.max(...lasting),
    approvalUntil: approvalUntil(missed, history, rules, now),
    counting: missed
      .filter(({ start }) => isRecent(start, policy.windowMonths, rules, now))
      .map(({ bookingId }) => bookingId)
      .toSorted(),
    strikes: strikes.toSorted(),
  };
}

/** Since when there are more changes than the policy allows, none older than the decision (ms). */
export function naiveReview(
  entries: readonly BookingEntry[],
  rules: Rules,
  decided: number,
): number | undefined {
  const { limit, windowDays } = rules.policy.sameDayChanges;
  const changes = entries
    .flatMap((entry) => (entry.kind === 'same-day-change' && entry.at > decided ? [entry] : []))
    .toSorted((a, b) => a.at - b.at);
  const opening = changes.find((one, index) => {
    const near = changes.slice(0, index).filter((other) => {
      const days = dateOf(one.stamp, rules).until(dateOf(other.stamp, rules), { largestUnit: 'days' }).days;
      return Math.abs(days) < windowDays;
    });
    return near.length >= limit;
  });
  return opening?.at;
}

/** The first moment at which the need is gone, of those at which a late notice is old enough to count no more. */
function approvalUntil(
  missed: readonly NoShow[],
  history: readonly Entry[],
  rules: Rules,
  now: number,
): number | undefined {
  const { limit, windowMonths } = rules.policy.lateNotices;
  const late = missed.filter(({ reason }) => reason === 'late_notice');
  const isNeeded = (when: number): boolean => {
    const counting = late.filter(({ start }) => isRecent(start, windowMonths, rules, when));
    const newest = Math.max(...counting.map(({ at }) => at));
    const isLifted = history.some((entry) => entry.kind === 'lifted' && entry.at >= newest);
    return counting.length >= limit && !isLifted;
  };
  if (!isNeeded(now)) return undefined;
  return late
    .map(({ start }) => dateOf(start, rules).add({ months: windowMonths }).add({ days: 1 }))
    .map((date) => date.toZonedDateTime(rules.zone).epochMilliseconds)
    .toSorted((a, b) => a - b)
    .find((when) => when > now && !isNeeded(when));
}

/** Lives through what became of each booking, in the order of its events. */
function whatCounts(history: readonly Entry[]): NoShow[] {
  const open = new Map<string, NoShow>();
  const ofBookings = history.filter((entry): entry is BookingEntry => 'bookingId' in entry);
  for (const entry of ofBookings.toSorted((a, b) => a.number - b.number)) {
    if (entry.kind === 'no-show') open.set(entry.bookingId, entry);
    if (entry.kind === 'no-show-reversed' || entry.kind === 'no-show-excused') open.delete(entry.bookingId);
  }
  return [...open.values()];
}

function isRecordedBefore(one: NoShow, other: NoShow): boolean {
  return one.at < other.at || (one.at === other.at && one.bookingId < other.bookingId);
}

function isEnd(entry: Entry): entry is Ruling {
  return entry.kind === 'lifted' || entry.kind === 'reinstated';
}

function isRecent(start: number, months: number, rules: Rules, now: number): boolean {
  return notAfter(dateOf(now, rules), dateOf(start, rules).add({ months }));
}

function notAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) <= 0;
}

function dateOf(at: number, rules: Rules): Temporal.PlainDate {
  return zoned(at, rules).toPlainDate();
}

function zoned(at: number, { zone }: Rules): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
