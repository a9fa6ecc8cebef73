import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { eventKey } from '../../lib/adapters/keys.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import { AlreadyDone, type Change, SlotTaken, Stale, type Table } from '../../lib/app/deps.ts';
import { CELL_MS } from '../../lib/domain/calendar/cells.ts';
import { type Phone, unknownPhone } from '../../lib/domain/phone/phone.ts';
import { withCorrelation } from '../../lib/telemetry/correlation.ts';
import { type Engine, NOW, START } from '../world.ts';
import { asked, booking, cancelled, following, keyed, moved } from './changes.ts';
import { busyCellsOn, everyRow } from './whole-table.ts';

const HOUR = 3_600_000;

/** What a commit promises, whichever engine keeps the table. */
export function commitRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;

  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
  });

  async function committed(change: Change): Promise<Change['after']> {
    await table.commit(change);
    return change.after;
  }

  /** How a change fails; not one row is different for it. */
  async function failureOf(change: Change): Promise<unknown> {
    const before = await everyRow(client);
    const failure: unknown = await table.commit(change).catch((error: Error) => error.constructor);
    expect(await everyRow(client)).toEqual(before);
    return failure;
  }

  describe('a commit', () => {
    it('writes a booking that reads back as it was decided, with its first event, its cells and what was asked for', async () => {
      const change = asked(booking(), 'print');
      await table.commit(change);
      expect(await table.booking('bkg_one')).toEqual(change.after);
      expect(await table.bookingAsBooked('bkg_one')).toEqual({ booking: change.after, fingerprint: 'print' });
      const busy = await table.busy(START, START + HOUR);
      expect([...busy.booked].map(([id, cells]) => [id, [...cells].toSorted((a, b) => a - b)])).toEqual([
        ['robin', [0, 1, 2, 3].map((cell) => START / CELL_MS + cell)],
      ]);
    });

    it('numbers events on from the row, each with the version after it', async () => {
      const first = await committed(booking());
      const second = await committed(moved(first, START + 2 * HOUR));
      await table.commit(cancelled(second));
      const events = (await everyRow(client)).filter(({ kind }) => kind === 'event');
      expect(events.map(({ sk, number, version }) => [sk, number, version])).toEqual([
        ['EVENT#000001', 1, 1],
        ['EVENT#000002', 2, 2],
        ['EVENT#000003', 3, 2],
      ]);
    });

    it('says beside every event which run wrote it, and what that goes back to; outside of a run it says nothing', async () => {
      const first = await committed(booking());
      const second = await withCorrelation({ id: 'request' }, () =>
        committed(moved(first, START + 2 * HOUR)),
      );
      await withCorrelation({ id: 'timer', cause: 'request' }, () => table.commit(cancelled(second)));
      const events = (await everyRow(client)).filter(({ kind }) => kind === 'event');
      expect(events.map(({ correlation, cause }) => [correlation, cause])).toEqual([
        [undefined, undefined],
        ['request', undefined],
        ['timer', 'request'],
      ]);
      expect(await table.booking('bkg_one')).not.toHaveProperty('correlation');
    });

    it('is stale when the row was changed since it was read', async () => {
      const first = await committed(booking());
      await table.commit(moved(first, START + 2 * HOUR));
      expect(await failureOf(moved(first, START + 3 * HOUR))).toBe(Stale);
    });

    it('is already done when the booking exists already, which outweighs a cell taken', async () => {
      await table.commit(booking());
      expect(await failureOf(booking({ start: START + 5 * HOUR }))).toBe(AlreadyDone);
      expect(await failureOf(booking())).toBe(AlreadyDone);
    });

    it('leaves a row as the booking is then, and beside it what was asked for, until the attendee is erased', async () => {
      const first = await committed(asked(booking(), 'print'));
      const second = await committed(moved(first, START + 2 * HOUR));
      expect(await table.booking('bkg_one')).toEqual(second);
      const third = await committed(cancelled(second));
      expect(await table.booking('bkg_one')).toEqual(third);
      const [row] = (await everyRow(client)).filter(({ sk }) => sk === 'BOOKING');
      expect(row).toMatchObject({ fingerprint: 'print', mobile: '+15550100123' });
      for (const gone of ['holds', 'duePk', 'dueAt']) expect(row).not.toHaveProperty(gone);
      const erasing = following(third, { type: 'erase', staffId: 'per_sam', tombstone: 'std_one' });
      const fourth = await committed(erasing);
      expect(await table.booking('bkg_one')).toEqual(fourth);
      const rest = Object.keys((await everyRow(client)).find(({ sk }) => sk === 'BOOKING') ?? {});
      for (const gone of ['fingerprint', 'mobile', 'topic']) expect(rest).not.toContain(gone);
      expect(await table.bookingAsBooked('bkg_one')).not.toHaveProperty('fingerprint');
    });

    it('is refused when a cell was taken, be it one of four', async () => {
      await table.commit(booking());
      expect(await failureOf(booking({ id: 'bkg_two', start: START + 45 * 60_000 }))).toBe(SlotTaken);
    });

    it('takes no cell of the one day when a cell of the next is taken', async () => {
      const midnight = Date.parse('2026-11-25T00:00:00Z');
      await table.commit(booking({ start: midnight }));
      expect(await failureOf(booking({ id: 'bkg_two', start: midnight - HOUR / 2 }))).toBe(SlotTaken);
    });

    it('is already done when its key was used, which outweighs a cell taken', async () => {
      await table.commit(keyed(booking(), 'key'));
      expect(await failureOf(keyed(booking({ id: 'bkg_two', start: START + 5 * HOUR }), 'key'))).toBe(
        AlreadyDone,
      );
      expect(await failureOf(keyed(booking({ id: 'bkg_two' }), 'key'))).toBe(AlreadyDone);
    });

    it('is already done when its key was used, which outweighs a row changed since', async () => {
      const first = await committed(keyed(booking(), 'key'));
      await table.commit(moved(first, START + 2 * HOUR));
      expect(await failureOf(keyed(moved(first, START + 3 * HOUR), 'key'))).toBe(AlreadyDone);
    });

    it('is stale rather than refused when the row was changed and the cell taken', async () => {
      const first = await committed(booking());
      await table.commit(moved(first, START + 2 * HOUR));
      await table.commit(booking({ id: 'bkg_two', start: START + 4 * HOUR }));
      expect(await failureOf(moved(first, START + 4 * HOUR))).toBe(Stale);
    });

    it('never writes over an event', async () => {
      const first = await committed(booking());
      const row = { ...eventKey('bkg_one', 2), kind: 'event', told: 'before' };
      await client.client.send(new PutCommand({ TableName: client.name, Item: row }));
      expect(await failureOf(moved(first, START + 2 * HOUR))).toBe(Stale);
    });
  });

  describe('a commit with the number whose text led to it', () => {
    const mobile = '+15550100123';
    const texted = (change: Change, phone: Phone): Change => ({
      ...change,
      phone: {
        before: phone,
        after: { ...phone, heard: [...phone.heard, 'm1'], revision: phone.revision + 1 },
        now: NOW,
      },
    });

    it('writes both', async () => {
      const first = await committed(booking());
      await table.commit(texted(cancelled(first), unknownPhone(mobile)));
      expect(await table.booking('bkg_one')).toMatchObject({ status: 'cancelled' });
      expect(await table.phone(mobile)).toMatchObject({ heard: ['m1'], revision: 1 });
    });

    it('is stale, and writes neither, where the number was changed since it was read', async () => {
      const first = await committed(booking());
      const { phone } = texted(cancelled(first), unknownPhone(mobile));
      if (phone !== undefined) await table.commitPhone(phone);
      expect(await failureOf(texted(cancelled(first), unknownPhone(mobile)))).toBe(Stale);
    });

    it('is stale, and writes neither, where the booking was changed since it was read', async () => {
      const first = await committed(booking());
      await table.commit(moved(first, START + 2 * HOUR));
      expect(await failureOf(texted(cancelled(first), unknownPhone(mobile)))).toBe(Stale);
    });

    it('is refused, and writes neither, where a cell was taken', async () => {
      const first = await committed(booking());
      await table.commit(booking({ id: 'bkg_two', start: START + 4 * HOUR }));
      expect(await failureOf(texted(moved(first, START + 4 * HOUR), unknownPhone(mobile)))).toBe(SlotTaken);
    });
  });

  describe('the calendar of a commit', () => {
    it('frees and takes in one day at once, where a session moves within its own time', async () => {
      const first = await committed(booking());
      await table.commit(moved(first, START + HOUR / 2));
      expect(await busyCellsOn(client, '2026-11-24')).toEqual({ robin: [62, 63, 64, 65] });
    });

    it('passes from one consultant to the other', async () => {
      const first = await committed(booking());
      await table.commit(moved(first, START + HOUR, 'kim'));
      expect(await busyCellsOn(client, '2026-11-24')).toEqual({ robin: [], kim: [64, 65, 66, 67] });
    });

    it('spans the two days of a session over UTC midnight, and frees both', async () => {
      const first = await committed(booking({ start: Date.parse('2026-11-24T23:30:00Z') }));
      expect(await busyCellsOn(client, '2026-11-24')).toEqual({ robin: [94, 95] });
      expect(await busyCellsOn(client, '2026-11-25')).toEqual({ robin: [0, 1] });
      await table.commit(cancelled(first));
      expect(await busyCellsOn(client, '2026-11-24')).toEqual({ robin: [] });
      expect(await busyCellsOn(client, '2026-11-25')).toEqual({ robin: [] });
    });

    it("frees a cancelled booking's cells and no others", async () => {
      const first = await committed(booking());
      await table.commit(booking({ id: 'bkg_two', start: START + HOUR }));
      await table.commit(cancelled(first));
      expect(await busyCellsOn(client, '2026-11-24')).toEqual({ robin: [64, 65, 66, 67] });
    });
  });

  describe('parallel commits', () => {
    /** Commits until it is decided: a conflict of transactions decides nothing. */
    async function decided(change: Change): Promise<'done' | 'taken' | 'repeated'> {
      for (;;) {
        try {
          await table.commit(change);
          return 'done';
        } catch (error) {
          if (error instanceof SlotTaken) return 'taken';
          if (error instanceof AlreadyDone) return 'repeated';
          if (!(error instanceof Stale)) throw error;
        }
      }
    }

    const times = (count: number) => Array.from({ length: count }, (_, index) => index);

    it('give one slot of two consultants to exactly two of fifty', async () => {
      const changes = times(50).map((index) =>
        booking({ id: `bkg_${index}`, consultant: index % 2 === 0 ? 'robin' : 'kim' }),
      );
      const outcomes = await Promise.all(changes.map(decided));
      expect(Object.groupBy(outcomes, (outcome) => outcome)).toMatchObject({
        done: { length: 2 },
        taken: { length: 48 },
      });
      const rows = (await everyRow(client)).filter(({ sk }) => sk === 'BOOKING');
      expect(new Set(rows.map(({ consultantId }) => consultantId))).toEqual(new Set(['kim', 'robin']));
      expect(rows).toHaveLength(2);
      const cells = [60, 61, 62, 63];
      expect(await busyCellsOn(client, '2026-11-24')).toEqual({ robin: cells, kim: cells });
    });

    it('do one thing for one key, of twenty', async () => {
      const changes = times(20).map((index) =>
        keyed(booking({ id: `bkg_${index}`, start: START + index * HOUR }), 'key'),
      );
      const outcomes = await Promise.all(changes.map(decided));
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(19);
      const rows = (await everyRow(client)).filter(({ sk }) => sk === 'BOOKING');
      expect(rows).toHaveLength(1);
      const [record] = (await everyRow(client)).filter(({ sk }) => sk === 'ONCE');
      expect(record?.['bookingId']).toBe(rows[0]?.['id']);
    });

    it('make one booking of twenty with one id', async () => {
      const changes = times(20).map((index) => booking({ start: START + index * HOUR }));
      const outcomes = await Promise.all(changes.map(decided));
      expect(Object.groupBy(outcomes, (outcome) => outcome)).toMatchObject({
        done: { length: 1 },
        repeated: { length: 19 },
      });
      const busy = await table.busy(START, START + 20 * HOUR);
      expect([...busy.booked].map(([id, cells]) => [id, [...cells].length])).toEqual([['robin', 4]]);
    });
  });

  describe('an idempotency key', () => {
    const expiresAt = NOW + 10_000;
    const withKey = (id: string, now: number): Change => ({
      ...booking({ id, now, start: START + (id === 'bkg_one' ? 0 : 5 * HOUR) }),
      once: { key: 'key', expiresAt: now + 10_000 },
    });

    it('holds until the instant at which it expires, and is free from it on', async () => {
      await table.commit(withKey('bkg_one', NOW));
      expect(await failureOf(withKey('bkg_two', expiresAt - 1))).toBe(AlreadyDone);
      await table.commit(withKey('bkg_two', expiresAt));
      const [record, ...more] = (await everyRow(client)).filter(({ sk }) => sk === 'ONCE');
      expect([record?.['bookingId'], more]).toEqual(['bkg_two', []]);
    });
  });
}
