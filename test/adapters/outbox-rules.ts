import { beforeEach, describe, expect, it } from 'vitest';
import type { TableClient } from '../../lib/adapters/document-client.ts';
import { dynamoOutbox } from '../../lib/adapters/outbox.ts';
import type { Outbox } from '../../lib/app/deps.ts';
import { type Engine, NOW } from '../world.ts';
import { everyRow } from './whole-table.ts';

const effect = { owner: 'bkg_one', effect: '1.mail' };
const LEASE = 30_000;

/** What claims on effects promise, whichever engine keeps the table. */
export function outboxRules(engine: () => Engine): void {
  let client: TableClient;
  let outbox: Outbox;
  const claim = (now: number) => outbox.claim(effect, now, now + LEASE);

  beforeEach(async () => {
    client = await engine().freshTable();
    outbox = dynamoOutbox(client);
  });

  describe('a claim on an effect', () => {
    it('is held until its lease ends, and free from then on', async () => {
      expect(await claim(NOW)).toBe('claimed');
      expect(await claim(NOW + LEASE - 1)).toBe('held');
      expect(await claim(NOW + LEASE)).toBe('claimed');
    });

    it('is taken by exactly one of twenty who want it at once', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => claim(NOW)));
      expect(answers.filter((answer) => answer === 'claimed')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'held')).toHaveLength(19);
    });

    it('is done for good once it is marked, however late it is wanted again', async () => {
      await claim(NOW);
      await outbox.markDone(effect, NOW + 1, 'receipt');
      expect(await claim(NOW + 2)).toBe('done');
      expect(await claim(NOW + 1000 * LEASE)).toBe('done');
    });

    it('is free at once when it is released after a failure', async () => {
      await claim(NOW);
      await outbox.release(effect, NOW + LEASE);
      expect(await claim(NOW + 1)).toBe('claimed');
    });

    it('stays with its new holder when the old one, whose lease has ended, releases it', async () => {
      await claim(NOW);
      await claim(NOW + LEASE);
      await outbox.release(effect, NOW + LEASE);
      expect(await claim(NOW + LEASE + 1)).toBe('held');
    });

    it('stays done when the old holder releases it after the new one has marked it', async () => {
      await claim(NOW);
      await claim(NOW + LEASE);
      await outbox.markDone(effect, NOW + LEASE + 1, 'receipt');
      await outbox.release(effect, NOW + LEASE);
      expect(await claim(NOW + 9 * LEASE)).toBe('done');
    });

    it("is each effect's own: of one event, of one booking, of one number", async () => {
      await claim(NOW);
      for (const other of [
        { owner: 'bkg_one', effect: '1.text' },
        { owner: 'bkg_one', effect: '2.mail' },
        { owner: 'bkg_two', effect: '1.mail' },
        { owner: '+15550100123', effect: '1.mail' },
      ]) {
        expect(await outbox.claim(other, NOW, NOW + LEASE)).toBe('claimed');
      }
    });
  });

  describe('what is reported of a delivery', () => {
    const report = (status: string, at: number) => outbox.recordDelivery(effect, status, at);
    const recorded = async (): Promise<unknown> => (await everyRow(client))[0];

    it('stands beside the claim, the first time of each status, in whatever order it is told', async () => {
      await claim(NOW);
      await outbox.markDone(effect, NOW + 1, 'receipt');
      await report('delivered', NOW + 9);
      await report('pending', NOW + 3);
      await report('pending', NOW + 2);
      await report('pending', NOW + 5);
      await report('delivered', NOW + 9);
      expect(await recorded()).toEqual({
        pk: 'BOOKING#bkg_one',
        sk: 'EFFECT#1.mail',
        doneAt: NOW + 1,
        receipt: 'receipt',
        'delivery delivered': NOW + 9,
        'delivery pending': NOW + 2,
      });
    });

    it('is the same when all of it is told at once, again and again', async () => {
      const times = [5, 3, 9, 3, 1, 7, 1, 5];
      await Promise.all(times.map((later) => report('pending', NOW + later)));
      expect(await recorded()).toMatchObject({ 'delivery pending': NOW + 1 });
    });

    it('makes no claim look free, nor done, when it comes before the sender has marked it', async () => {
      await claim(NOW);
      await report('delivered', NOW);
      expect(await claim(NOW + 1)).toBe('held');
      await outbox.markDone(effect, NOW + 2, 'receipt');
      expect(await claim(NOW + 3)).toBe('done');
      expect(await recorded()).toMatchObject({ 'delivery delivered': NOW, receipt: 'receipt' });
    });

    it('leaves an effect to be claimed that nobody has claimed, or that was given back', async () => {
      await report('delivered', NOW);
      expect(await claim(NOW)).toBe('claimed');
      await outbox.release(effect, NOW + LEASE);
      await report('pending', NOW);
      expect(await claim(NOW + 1)).toBe('claimed');
    });
  });
}
