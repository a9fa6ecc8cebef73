import { describe, expect, test } from 'vitest';
import { type Booking, isOver } from '../../../lib/domain/booking/booking.ts';
import type { Reply } from '../../../lib/domain/booking/commands.ts';
import type { BookingEvent } from '../../../lib/domain/booking/events.ts';
import { stageOf } from '../../../lib/domain/booking/stage.ts';
import { closeOf, noticeUntil } from '../../../lib/domain/booking/timeline.ts';
import { MINUTE } from '../given.ts';
import { always } from './always.ts';
import type { Done, Model } from './model.ts';

interface Texted extends Done {
  readonly command: Reply;
  readonly before: Booking;
  readonly after: Booking;
}

function alwaysTexted(look: (texted: Texted, model: Model) => void): void {
  always((model, { command, before, after, ...done }) => {
    if (command.type !== 'reply' || before === undefined || after === undefined) return;
    look({ command, before, after, ...done }, model);
  });
}

function typesOf(events: readonly BookingEvent[]): string[] {
  return events.map(({ type }) => type);
}

/** Where and when a session is, and who gives it: no text changes that by itself. */
function appointmentOf({ start, end, consultantId, version, attendee }: Booking): Partial<Booking> {
  return { start, end, consultantId, version, attendee };
}

describe('whatever is texted, whenever it arrives,', () => {
  test('it is never refused: every text has an answer, or silence', () => {
    alwaysTexted(({ refused }) => {
      expect(refused).toBeUndefined();
    });
  });

  test('a session is cancelled by it only if it was sent with enough notice', () => {
    alwaysTexted(({ command, before, after }, { rules }) => {
      if (before.status === 'cancelled' || after.status !== 'cancelled') return;
      if (after.cancelled?.by === 'showup') return;
      expect(command.meaning).toBe('cannot');
      expect(command.stamp).toBeLessThan(noticeUntil(before, rules.policy));
    });
  });

  test('a session is closed by it only after having said what that means', () => {
    alwaysTexted(({ command, before, events }, { rules }) => {
      const { stamp, meaning } = command;
      if (!typesOf(events).includes('no-show-recorded')) return;
      const { checkIn, warnedAt } = before;
      const usual = before.start + rules.policy.start.checkInAfterMinutes * MINUTE;
      const asked = checkIn?.askedAt ?? (checkIn?.answeredAt === undefined ? Infinity : usual);
      expect(meaning).toBe('cannot');
      expect(before.attendance).toBeUndefined();
      expect(stamp).toBeGreaterThanOrEqual(noticeUntil(before, rules.policy));
      expect(stamp >= asked || (warnedAt !== undefined && stamp > warnedAt)).toBe(true);
    });
  });

  test('what is over stays over, unless a no-show is taken back', () => {
    alwaysTexted(({ before, after, events }) => {
      if (!isOver(before)) return;
      const reversed = before.status === 'no_show' && typesOf(events).includes('no-show-reversed');
      if (!reversed) expect(after.status).toBe(before.status);
      if (reversed) expect(after).not.toHaveProperty('outcome');
    });
  });

  test('a session that somebody joined goes on', () => {
    alwaysTexted(({ before, after }) => {
      if (before.status === 'in_progress') expect(after.status).toBe('in_progress');
    });
  });

  test('the time of the session and its consultant stay as they were', () => {
    alwaysTexted(({ before, after }) => {
      expect(appointmentOf(after)).toEqual(appointmentOf(before));
    });
  });

  test('what was said before the last word, and is another one, makes nothing happen', () => {
    alwaysTexted(({ command: { stamp, meaning }, before: { heard }, events }) => {
      if (meaning === 'help' || meaning === 'unclear' || heard === undefined) return;
      if (stamp < heard.stamp && meaning !== heard.intent) expect(events).toEqual([]);
    });
  });

  test('a text that wasn’t understood changes nothing but what is answered next', () => {
    alwaysTexted(({ command, before, after }) => {
      if (command.meaning !== 'unclear' && command.meaning !== 'help') return;
      const { revision: _, helped: __, ...now } = after;
      const { revision: ___, helped: ____, ...then } = before;
      expect(now).toEqual(then);
    });
  });

  test('what is offered at that moment is done when it is texted at once', () => {
    alwaysTexted(({ command: { meaning, stamp }, before, events }, { now, rules }) => {
      if (stamp !== now || (before.heard?.stamp ?? 0) > now) return;
      const stage = stageOf(before, now, rules.policy);
      const [first] = events;
      const done = first?.type === 'reply-noted' ? first.answer : first?.type;
      if (meaning === 'cannot') expect([undefined, ...doneBy2[stage]]).toContain(done);
      if (meaning === 'move') expect([undefined, ...doneBy3[stage]]).toContain(done);
      // Where our staff closed it before its time, whoever answers within that time is heard all the same.
      const closedEarly = before.status === 'no_show' && before.outcome?.staffId !== undefined;
      const heard = closedEarly ? ['check-in-answered'] : [];
      if (meaning === 'coming') expect([undefined, ...doneBy1[stage], ...heard]).toContain(done);
    });
  });
});

const doneBy1 = {
  early: ['expected', 'check-in-answered'],
  late: ['expected', 'check-in-answered'],
  asked: ['check-in-answered', 'expected'],
  idle: ['too-late'],
};
const doneBy2 = {
  early: ['cancelled'],
  late: ['late-notice-warned', 'no-show-recorded'],
  asked: ['no-show-recorded'],
  idle: ['joined', 'too-late'],
};
const doneBy3 = {
  early: ['move-link'],
  late: ['move-too-late'],
  asked: ['move-too-late'],
  idle: ['joined', 'too-late'],
};

test('a number that can’t be texted is never asked, and its session closes no later than those with one', () => {
  always((model, { command, before, after, events }) => {
    if (after === undefined || after.mobileLost === undefined) return;
    expect(after.due.map(({ kind }) => kind)).not.toContain('check-in');
    if (command.type === 'due') expect(typesOf(events)).not.toContain('check-in-asked');
    const close = after.due.find(({ kind }) => kind === 'close');
    if (command.type !== 'lose-mobile' || close === undefined || events.length === 0) return;
    const told = before?.due.find(({ kind }) => kind === 'close')?.at;
    const early = closeOf(after.start, false, model.rules.policy);
    expect([early, told]).toContain(close.at);
    expect(close.at).toBeLessThanOrEqual(told ?? 0);
  });
});
