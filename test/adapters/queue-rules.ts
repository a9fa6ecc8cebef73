import { beforeEach, describe, expect, it } from 'vitest';
import { dynamoSearch } from '../../lib/adapters/booking-search.ts';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoOutbox } from '../../lib/adapters/outbox.ts';
import { dynamoStandings } from '../../lib/adapters/standings.ts';
import { dynamoTable } from '../../lib/adapters/table.ts';
import type { Change, Table } from '../../lib/app/deps.ts';
import type { StandingTable } from '../../lib/app/standing-deps.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import type { BookingCommand } from '../../lib/domain/booking/commands.ts';
import { Refusal } from '../../lib/domain/refusal.ts';
import { type Engine, NOW, START } from '../world.ts';
import { following } from './changes.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What the lists of what waits for a decision promise, and what is told of effects, whichever engine keeps the table. */
export function queueRules(engine: () => Engine): void {
  let client: TableClient;
  let table: Table;
  let standings: StandingTable;

  beforeEach(async () => {
    client = await engine().freshTable();
    table = dynamoTable(client);
    standings = dynamoStandings(client);
  });

  async function committed(change: Change): Promise<Booking> {
    await table.commit(change);
    return change.after;
  }

  function bookCommand(id: string, start = START, consultant = 'robin'): BookingCommand {
    return {
      type: 'book',
      bookingId: id,
      sessionType: 'live-60',
      minutes: 60,
      start,
      timeZone: 'Europe/Berlin',
      attendee: { name: 'Ada Park', email: 'ada@example.com' },
      companyId: 'example-crates',
      consultants: [consultant],
    };
  }

  async function pending(id: string, hours: number): Promise<Booking> {
    const approval = { because: 'late-notices', decideBy: START - HOUR } as const;
    const command = { ...bookCommand(id, START + hours * HOUR), approval } as BookingCommand;
    return committed(following(undefined, command, NOW + hours));
  }

  async function contested(id: string, consultant: string): Promise<Booking> {
    const booked = await committed(following(undefined, bookCommand(id, START, consultant)));
    const closed = following(booked, { type: 'due', kind: 'close', version: 1 }, START + 15 * MINUTE);
    await table.commit(closed);
    return committed(following(closed.after, { type: 'contest', text: 'I was there' }, START + HOUR));
  }

  describe('what waits for a decision', () => {
    it('is a pending booking, the one that waits longest first, until it is decided', async () => {
      const bookings = [await pending('bkg_b', 2), await pending('bkg_a', 1), await pending('bkg_c', 3)];
      expect(await standings.queued('approvals', { limit: 10 })).toEqual({
        items: [
          { id: 'bkg_a', since: NOW + 1 },
          { id: 'bkg_b', since: NOW + 2 },
          { id: 'bkg_c', since: NOW + 3 },
        ],
      });
      const [b, a, c] = bookings;
      if (a === undefined || b === undefined || c === undefined) throw new Error('three were booked');
      await table.commit(following(a, { type: 'approve', staffId: 'per_robin' }));
      await table.commit(following(b, { type: 'decline', staffId: 'per_robin', reason: 'No' }));
      expect((await standings.queued('approvals', { limit: 10 })).items).toEqual([
        { id: 'bkg_c', since: NOW + 3 },
      ]);
      await table.commit(following(c, { type: 'due', kind: 'expire', version: 1 }, START - HOUR));
      expect(await standings.queued('approvals', { limit: 10 })).toEqual({ items: [] });
      expect(await standings.queued('contests', { limit: 10 })).toEqual({ items: [] });
    });

    it('is told page by page, each once, also where the one before it is gone meanwhile', async () => {
      for (const hours of [1, 2, 3, 4, 5]) await pending(`bkg_${hours}`, hours);
      const first = await standings.queued('approvals', { limit: 2 });
      expect(first.items.map(({ id }) => id)).toEqual(['bkg_1', 'bkg_2']);
      const gone = await table.booking('bkg_2');
      if (gone === undefined) throw new Error('it was booked');
      await table.commit(following(gone, { type: 'approve', staffId: 'per_robin' }));
      const second = await standings.queued('approvals', { limit: 2, cursor: first.next ?? '' });
      expect(second.items.map(({ id }) => id)).toEqual(['bkg_3', 'bkg_4']);
      const third = await standings.queued('approvals', { limit: 2, cursor: second.next ?? '' });
      expect(third).toEqual({ items: [{ id: 'bkg_5', since: NOW + 5 }] });
    });

    it.each(['', 'nonsense', Buffer.from('1.bkg_1#x').toString('base64url')])(
      'refuses the cursor %j, which no page gave',
      async (cursor) => {
        const attempt = standings.queued('approvals', { limit: 2, cursor });
        await expect(attempt).rejects.toThrow(Refusal);
      },
    );

    it('is a contest, until the no-show is excused or the contest rejected', async () => {
      const one = await contested('bkg_one', 'robin');
      const queue = async () => (await standings.queued('contests', { limit: 10 })).items;
      expect(await queue()).toEqual([{ id: 'bkg_one', since: START + HOUR }]);
      const decision = { staffId: 'per_robin', reason: 'We looked' };
      await table.commit(following(one, { type: 'excuse', ...decision }, START + 2 * HOUR));
      expect(await queue()).toEqual([]);
      const two = await contested('bkg_two', 'kim');
      expect(await queue()).toHaveLength(1);
      await table.commit(following(two, { type: 'reject-contest', ...decision }, START + 2 * HOUR));
      expect(await queue()).toEqual([]);
    });

    it('is a company, until it is taken off: by who has seen what it waits for', async () => {
      const queue = async () => (await standings.queued('reviews', { limit: 10 })).items;
      await standings.hintReview('example-crates', undefined);
      await standings.hintReview('example-crates', NOW);
      await standings.hintReview('other', NOW - 1);
      expect(await queue()).toEqual([
        { id: 'other', since: NOW - 1 },
        { id: 'example-crates', since: NOW },
      ]);
      await standings.hintReview('other', undefined);
      await standings.hintReview('example-crates', undefined, NOW - 1);
      expect(await queue()).toEqual([{ id: 'example-crates', since: NOW }]);
      await standings.hintReview('example-crates', undefined, NOW);
      expect(await queue()).toEqual([]);
    });
  });

  describe('what was done of the effects of events', () => {
    it('is told with the receipt and every report of its delivery, in the order of events', async () => {
      const outbox = dynamoOutbox(client);
      const of = (effect: string) => ({ owner: 'bkg_one', effect });
      for (const effect of ['10.mail', '2.text', '2.mail', '3.strike.per_ada']) {
        await outbox.claim(of(effect), NOW, NOW + 1);
      }
      await outbox.markDone(of('10.mail'), NOW + 10, 'ses-1');
      await outbox.markDone(of('2.text'), NOW + 2);
      await outbox.recordDelivery(of('2.text'), 'delivered', NOW + 4);
      await outbox.recordDelivery(of('2.text'), 'sent', NOW + 3);
      await outbox.claim({ owner: 'bkg_other', effect: '1.mail' }, NOW, NOW + 1);
      expect(await dynamoSearch(client).effectsOf('bkg_one')).toEqual([
        { number: 2, what: 'mail', delivery: {} },
        { number: 2, what: 'text', doneAt: NOW + 2, delivery: { delivered: NOW + 4, sent: NOW + 3 } },
        { number: 3, what: 'strike.per_ada', delivery: {} },
        { number: 10, what: 'mail', doneAt: NOW + 10, receipt: 'ses-1', delivery: {} },
      ]);
    });
  });
}
