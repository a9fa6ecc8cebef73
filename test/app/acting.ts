import { bookingEventRow } from '../../lib/adapters/rows.ts';
import { type BookingDeps, type BookingRequest, bookSession } from '../../lib/app/book-session.ts';
import type { BookOnce, Change, RecordedEvent, Table } from '../../lib/app/deps.ts';
import { handle } from '../../lib/app/handle.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { TimerKind } from '../../lib/domain/booking/timer.ts';
import type { SessionType } from '../../lib/domain/catalogue.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { everyRow } from '../adapters/whole-table.ts';
import settings from '../fixture-config.ts';
import { CODE, START, type World } from '../world.ts';

export const mobile = '+15550100123';

export function sessionType(id: string): SessionType {
  const found = settings.sessionTypes.find((type) => type.id === id);
  if (found === undefined) throw new Error(`no session type ${id}`);
  return found;
}

/** An hour from START, with the code and a mobile number, where nothing else is wanted. */
export function request(wanted: Partial<BookingRequest> = {}): BookingRequest {
  return {
    sessionType: sessionType('live-60'),
    start: START,
    timeZone: 'Europe/Berlin',
    attendee: { name: 'Ada Park', email: 'ada@example.com', mobile },
    companyCode: CODE,
    ...wanted,
  };
}

export function onceFor(key: string, fingerprint = 'same'): BookOnce {
  return { key, fingerprint };
}

let keys = 0;

/** Books under a key of its own. */
export function book(deps: BookingDeps, wanted: Partial<BookingRequest> = {}): Promise<Booking> {
  return bookSession(deps, request(wanted), onceFor(`key ${++keys}`));
}

/** The refusal that a promise ends in; anything else is an error. */
export async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The same world, in which something happens between what is read and what is committed. */
export function interleaved<Its extends BookingDeps>(
  deps: Its,
  meanwhile: (change: Change) => Promise<unknown>,
): Its {
  const table: Table = {
    ...deps.table,
    commit: async (change) => {
      await meanwhile(change);
      return deps.table.commit(change);
    },
  };
  return { ...deps, table };
}

/** Does it the first time, and gives what came of it every time. */
export function firstTime<Result>(act: () => Promise<Result>): () => Promise<Result> {
  let result: Promise<Result> | undefined;
  return () => {
    result ??= act();
    return result;
  };
}

/** A timer arrives at its time. */
export function fire({ deps, clock }: World, { id, version }: Booking, kind: TimerKind, at: number) {
  clock.now = at;
  return handle(deps, id, { type: 'due', kind, version });
}

/** The events of every booking, in the order of keys, as the stream brings them. */
export async function events({ table }: World): Promise<RecordedEvent[]> {
  const rows = (await everyRow(table)).filter(({ kind, about }) => kind === 'event' && about === 'booking');
  return rows.map((row) => bookingEventRow().parse(row));
}
