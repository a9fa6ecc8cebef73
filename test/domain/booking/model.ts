import type { Booking, MobileLoss } from '../../../lib/domain/booking/booking.ts';
import type { BookingCommand, Mover } from '../../../lib/domain/booking/commands.ts';
import { decide } from '../../../lib/domain/booking/decide.ts';
import type { BookingEvent } from '../../../lib/domain/booking/events.ts';
import { evolve } from '../../../lib/domain/booking/evolve.ts';
import { calendarChanges } from '../../../lib/domain/booking/holds.ts';
import { type Calendar, emptyCalendar } from '../../../lib/domain/calendar/calendar.ts';
import { whoCanGive } from '../../../lib/domain/calendar/choose.ts';
import { type Offer, openStarts } from '../../../lib/domain/calendar/openings.ts';
import type { Catalogue } from '../../../lib/domain/catalogue.ts';
import { Refusal } from '../../../lib/domain/refusal.ts';
import { bookAnHour, DAY, MOBILE } from '../given.ts';

export interface Story {
  readonly row: Booking;
  readonly events: readonly BookingEvent[];
}

/** What one command did: the row before and after, or why it was refused. */
export interface Done {
  readonly command: BookingCommand;
  readonly before: Booking | undefined;
  readonly after: Booking | undefined;
  readonly events: readonly BookingEvent[];
  readonly refused?: Refusal;
}

/** What a booking is made with: a mobile number, why that can't be texted, and until when it must be approved (ms). */
export interface Particulars {
  readonly mobile?: boolean;
  readonly lost?: MobileLoss | undefined;
  readonly decideBy?: number | undefined;
}

/** Bookings and a calendar, changed only by what the rules decide, as the table would be, one command after another. */
export class Model {
  now: number;
  readonly rules: Catalogue;
  readonly stories = new Map<string, Story>();
  /** Who holds each cell, by consultant. */
  readonly calendar = new Map<string, Map<number, string>>();

  constructor(rules: Catalogue, now: number) {
    this.rules = rules;
    this.now = now;
  }

  /** The calendar as somebody finds it who may move this booking; everybody's without one. */
  busy(except?: string): Calendar {
    const booked = new Map(
      [...this.calendar].map(([consultantId, cells]) => [
        consultantId,
        [...cells].filter(([, owner]) => owner !== except).map(([cell]) => cell),
      ]),
    );
    return { ...emptyCalendar, booked };
  }

  /** What could be booked in the next two days. */
  offered(offer: Offer, except?: string): number[] {
    return openStarts(this.rules, offer, this.busy(except), this.now, this.now, this.now + 2 * DAY);
  }

  book(offer: Offer, start: number, { mobile = true, lost, decideBy }: Particulars = {}): Done {
    const bookingId = `bkg_${this.stories.size + 1}`;
    const able = whoCanGive(this.rules, offer, this.busy(), this.now, start);
    const attendee = { name: 'Ada', email: 'ada@example.com', ...(mobile ? { mobile: MOBILE } : {}) };
    const { id: sessionType, minutes } = offer;
    const consultants = able.map(({ id }) => id);
    return this.execute(
      bookingId,
      bookAnHour({
        ...{ bookingId, sessionType, minutes, start, attendee, consultants },
        ...(lost === undefined ? {} : { mobileLost: lost }),
        ...(decideBy === undefined ? {} : { approval: { because: 'late-notices', decideBy } }),
      }),
    );
  }

  move(
    { id, sessionType, minutes, consultantId, approval, start: from }: Booking,
    start: number,
    mover: Mover,
  ): Done {
    const offer = { id: sessionType, minutes };
    const able = whoCanGive(this.rules, offer, this.busy(id), this.now, start, consultantId);
    const consultants = able.map((one) => one.id);
    const until = approval === undefined ? {} : { decideBy: start - (from - approval.decideBy) };
    return this.execute(id, { type: 'reschedule', stamp: this.now, start, consultants, ...until, ...mover });
  }

  /** Decides, and commits if no cell that is to be taken is held; a late fact then goes without the time. */
  execute(bookingId: string, command: BookingCommand): Done {
    const story = this.stories.get(bookingId);
    const before = story?.row;
    try {
      const events = decide(before, command, this.now, this.rules.policy);
      const after = events.reduce<Booking | undefined>(evolve, before);
      if (after === undefined || events.length === 0) return { command, before, after, events };
      if (!this.change(before, after)) return this.withoutTime(bookingId, command);
      this.stories.set(bookingId, deepFreeze({ row: after, events: [...(story?.events ?? []), ...events] }));
      return { command, before, after, events };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { command, before, after: before, events: [], refused: error };
    }
  }

  private withoutTime(bookingId: string, command: BookingCommand): Done {
    if (command.type === 'reopen') {
      const before = this.stories.get(bookingId)?.row;
      const refused = new Refusal('slot-unavailable', 'taken');
      return { command, before, after: before, events: [], refused };
    }
    if ((command.type !== 'join' && command.type !== 'reply') || command.timeTaken === true)
      throw new Error(`${command.type} would take cells that are held`);
    return this.execute(bookingId, { ...command, timeTaken: true });
  }

  /** One transaction: false, and nothing done, where a cell to be taken is held. */
  private change(before: Booking | undefined, after: Booking): boolean {
    const changes = calendarChanges(before, after);
    if (changes.some(({ consultantId, take }) => take.some((cell) => this.cells(consultantId).has(cell))))
      return false;
    for (const { consultantId, take, free } of changes) {
      for (const cell of take) this.cells(consultantId).set(cell, after.id);
      for (const cell of free) this.cells(consultantId).delete(cell);
    }
    return true;
  }

  private cells(consultantId: string): Map<number, string> {
    const cells = this.calendar.get(consultantId) ?? new Map<number, string>();
    this.calendar.set(consultantId, cells);
    return cells;
  }
}

/** Rules that changed what they were given would throw. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
