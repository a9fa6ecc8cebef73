import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { MONDAY_0700, minutesAfter, Showup } from './showup.ts';

const data = mkdtempSync(join(tmpdir(), 'showup-update-'));
afterAll(() => rmSync(data, { recursive: true }));

describe('an update', () => {
  it('replaces the code of every function, and bookings from before live on under the new one', async () => {
    const start = '2026-12-02T10:00:00-05:00';
    const [email, mobile] = ['ada@example.com', '+15550100001'];
    const before = await Showup.start(MONDAY_0700, 'fixture-config', data);
    const booked = await before.book({ start, email, mobile });
    const { manageUrl: _, joinUrl: __, ...facts } = await before.booking(booked.token);
    await before.stop();

    const after = await Showup.start(null, 'fixture-config-voice', data);
    try {
      expect(await after.booking(booked.token)).toMatchObject(facts);
      // Of two consultants one is taken already.
      const others = ['grace@example.com', 'edsger@example.com'];
      const tries = [];
      for (const other of others) tries.push((await after.tryToBook({ start, email: other })).status);
      expect(tries).toEqual([201, 409]);
      await after.clockTo(minutesAfter(start, 20));
      expect(await after.booking(booked.token)).toMatchObject({ status: 'no_show' });
      expect(await after.textsTo(mobile)).not.toEqual([]);
      expect((await after.subjects(email)).at(-1)).toMatch(/^Recorded as a no-show/u);
    } finally {
      await after.stop();
    }
  }, 180_000);
});
