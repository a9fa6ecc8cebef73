import * as z from 'zod/mini';
import type { RecordedStandingEvent } from '../app/standing-deps.ts';
import type { BookingEntry, Entry, Ruling } from '../domain/standing/entry.ts';
import type { StandingEvent } from '../domain/standing/events.ts';
import type { StandingRecord } from '../domain/standing/record.ts';
import { type Fields, instant } from './rows.ts';

type OfKind<Kind extends Entry['kind']> = Fields<Extract<Entry, { kind: Kind }>>;

const ofBooking = () => ({
  bookingId: z.string(),
  number: z.int(),
  at: instant,
  start: instant,
  companyId: z.exactOptional(z.string()),
});

const noShow = () =>
  z.object({
    ...ofBooking(),
    kind: z.literal('no-show'),
    reason: z.enum(['absent', 'late_notice', 'never_joined_after_keeping_open']),
  } satisfies OfKind<'no-show'>);
const reversed = () =>
  z.object({
    ...ofBooking(),
    kind: z.literal('no-show-reversed'),
  } satisfies OfKind<'no-show-reversed'>);
const excused = () =>
  z.object({
    ...ofBooking(),
    kind: z.literal('no-show-excused'),
    by: z.string(),
  } satisfies OfKind<'no-show-excused'>);
const sameDayChange = () =>
  z.object({
    ...ofBooking(),
    kind: z.literal('same-day-change'),
    change: z.enum(['cancelled', 'moved']),
    stamp: instant,
  } satisfies OfKind<'same-day-change'>);

const bookingEntry = (): z.ZodMiniType<BookingEntry> =>
  z.discriminatedUnion('kind', [noShow(), reversed(), excused(), sameDayChange()]);

const ruled = () => ({
  id: z.string(),
  at: instant,
  by: z.string(),
  reason: z.string(),
  companyId: z.exactOptional(z.string()),
});

const ruling = (): z.ZodMiniType<Ruling> =>
  z.discriminatedUnion('kind', [
    z.object({ ...ruled(), kind: z.literal('blocked'), until: instant } satisfies OfKind<'blocked'>),
    z.object({ ...ruled(), kind: z.literal('lifted') } satisfies OfKind<'lifted'>),
    z.object({
      ...ruled(),
      kind: z.literal('reinstated'),
      amount: z.number(),
      currency: z.string(),
    } satisfies OfKind<'reinstated'>),
  ]);

const entry = (): z.ZodMiniType<Entry> => z.union([bookingEntry(), ruling()]);

/** All that counts for and against somebody, as its row holds it. */
export const recordRow = (): z.ZodMiniType<StandingRecord> =>
  z.object({
    email: z.string(),
    id: z.exactOptional(z.string()),
    revision: z.int(),
    entries: z.array(entry()),
  } satisfies Fields<StandingRecord>);

/** Whose a standing is. */
export const standingPointerRow = () => z.object({ email: z.string() });

/** What counts for a company's standing. In one attribute, so that no index takes it for a booking. */
export const companyEntryRow = () => z.object({ entry: bookingEntry() });

const happened = () => ({ at: instant, by: z.string(), rulingId: z.string() });

const event = (): z.ZodMiniType<StandingEvent> =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('person-blocked'), ...happened(), until: instant }),
    z.object({ type: z.literal('person-lifted'), ...happened() }),
    z.object({
      type: z.literal('person-reinstated'),
      ...happened(),
      amount: z.number(),
      currency: z.string(),
    }),
  ]);

/** What happened to a person's standing, as its row holds it. */
export const standingEventRow = () =>
  z.object({
    kind: z.literal('event'),
    about: z.literal('standing'),
    standingId: z.string(),
    number: z.int(),
    event: event(),
  } satisfies Fields<RecordedStandingEvent & { kind: 'event'; about: 'standing' }>);

export const policyRow = () => z.object({ policy: z.unknown() });
