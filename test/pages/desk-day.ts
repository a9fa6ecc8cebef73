import type { Settings } from '../../lib/config/settings.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { DeskState } from '../../lib/domain/booking/desk-state.ts';
import { type Calendar, emptyCalendar } from '../../lib/domain/calendar/calendar.ts';
import { cellAt, eachCell } from '../../lib/domain/calendar/cells.ts';
import { startOfDate } from '../../lib/domain/calendar/zone.ts';
import type { Consultant } from '../../lib/domain/catalogue.ts';
import type { BoardView } from '../../lib/pages/desk/board-view.ts';
import { booking } from '../adapters/changes.ts';
import fixture from '../fixture-config.ts';

const MINUTE = 60_000;
/** A Tuesday. */
export const DAY = '2026-11-24';

/** An instant (ms) of the day, as New York's clocks show it. */
export function at(clock: string, date = DAY): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return startOfDate(fixture.zone, date) + (hours * 60 + minutes) * MINUTE;
}

/** The deployment of the tests, with so many who give sessions. */
export function settingsWith(count: number): Settings {
  const [robin] = fixture.consultants;
  if (robin === undefined) throw new Error('the fixture lists no consultant');
  const consultants: Consultant[] = Array.from({ length: count }, (_, index) => ({
    ...robin,
    id: index === 0 ? 'robin' : index === 1 ? 'kim' : `consultant-${index}`,
    name: `${firstNames[index % 20] ?? ''} ${lastNames[(index * 7) % 23] ?? ''}`,
  }));
  return { ...fixture, consultants };
}

const firstNames =
  'Robin Kim Alex Noor Ines Tomas Leila Marek Ada Jonas Sofia Emre Clara Viktor Amira Paul Yuki Hanna Luca Mira'.split(
    ' ',
  );
const lastNames =
  'Hale Soto Brandt Okafor Lindqvist Moreau Weber Novak Costa Iyer Jansen Petrov Silva Tanaka Urban Vogel Walsh Xu Young Zeller Adler Bauer Conti'.split(
    ' ',
  );

interface Wish {
  readonly consultant?: string;
  readonly start: number;
  readonly minutes?: number;
  readonly name?: string;
  readonly id?: string;
}

/** A session as it is in a state. */
export function session(
  state: DeskState,
  { consultant = 'robin', start, minutes = 60, name, id }: Wish,
): Booking {
  const seed = id ?? `bkg_${hashed(`${consultant} ${start} ${name}`)}`;
  const { after } = booking({ id: seed, consultant, start, minutes, now: start - 86_400_000 });
  const close = { kind: 'close', at: start + 15 * MINUTE } as const;
  const base: Booking = { ...after, due: [close], attendee: { ...after.attendee, name: name ?? 'Ada Park' } };
  const asked = { checkIn: { askedAt: start + 10 * MINUTE } };
  const missed = { reason: 'absent', at: start + 15 * MINUTE } as const;
  const facts: Readonly<Record<DeskState, Partial<Booking>>> = {
    pending: { status: 'pending', approval: { because: 'company', decideBy: start } },
    upcoming: {},
    waiting: {},
    asked,
    answered: { checkIn: { ...asked.checkIn, answeredAt: start + 11 * MINUTE, answer: 'keep' } },
    joined: { status: 'in_progress', attendance: { joinedAt: start, evidence: 'link' } },
    completed: { status: 'completed', attendance: { joinedAt: start, evidence: 'link' } },
    cancelled: { status: 'cancelled', cancelled: { at: start, by: 'link' } },
    no_show: { status: 'no_show', outcome: missed },
    excused: {
      status: 'no_show',
      outcome: { ...missed, excused: { by: 'per_robin', at: start, reason: 'A storm' } },
    },
  };
  return { ...base, ...facts[state] };
}

/** Base32 as ids have it, the same for the same. */
function hashed(text: string): string {
  let [a, b] = [0x811c9dc5, 0x1b873593];
  let made = '01kb7m';
  while (made.length < 26) {
    for (const character of `${text}${made.length}`) {
      a = Math.imul(a ^ character.charCodeAt(0), 16_777_619) >>> 0;
      b = Math.imul(b ^ a, 0xcc9e2d51) >>> 0;
    }
    made += '0123456789abcdefghjkmnpqrstvwxyz'[(a ^ (b >>> 7)) & 31];
  }
  return made;
}

/** A full day at 11:27: ten sessions for each, told apart by who comes, with some time off and some extra hours. */
export function fullDay({ consultants }: Settings, date = DAY): Booking[] {
  return consultants.flatMap(({ id }, person) =>
    Array.from({ length: 10 }, (_, slot) => {
      const start = at('08:30', date) + slot * 52.5 * MINUTE;
      const begin = Math.round(start / (15 * MINUTE)) * 15 * MINUTE;
      const name = `${firstNames[(person * 3 + slot * 7) % 20] ?? ''} ${lastNames[(person * 5 + slot * 11) % 23] ?? ''}`;
      return session(stateAt(begin, at('11:27', date), person + slot), {
        consultant: id,
        start: begin,
        minutes: slot % 3 === 0 ? 30 : 45,
        name,
      });
    }),
  );
}

function stateAt(start: number, now: number, salt: number): DeskState {
  if (start > now) return salt % 11 === 0 ? 'pending' : 'upcoming';
  const past: DeskState[] = [
    'completed',
    'completed',
    'no_show',
    'completed',
    'excused',
    'completed',
    'cancelled',
  ];
  if (start < now - 40 * MINUTE) return past[salt % past.length] ?? 'completed';
  const open: DeskState[] = ['joined', 'waiting', 'asked', 'answered', 'joined'];
  return open[salt % open.length] ?? 'joined';
}

/** The second is off in the afternoon, the third has extra hours in the evening. */
export function someHours({ consultants }: Settings, date = DAY): Calendar {
  const cells = (from: string, to: string) =>
    eachCell({ from: cellAt(at(from, date)), to: cellAt(at(to, date)) });
  return {
    ...emptyCalendar,
    off: new Map([[consultants[1]?.id ?? '', cells('13:00', '17:30')]]),
    extra: new Map([[consultants[2]?.id ?? '', cells('17:30', '19:00')]]),
  };
}

/** A look at a board, of a day where nothing else is said. */
export function boardView(more: Partial<BoardView> = {}): BoardView {
  return {
    kind: 'day',
    first: DAY,
    count: 1,
    today: DAY,
    follows: true,
    now: at('11:27'),
    insider: { name: 'Kim Soto', waiting: { count: 3, more: false } },
    bookings: [],
    calendar: emptyCalendar,
    ...more,
  };
}
