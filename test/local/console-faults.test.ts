import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booked, postJson, Showup } from '../e2e/showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

const start = '2026-12-02T15:00:00Z';
const payload = { kind: 'close', bookingId: 'bkg_1', version: 1 };
const post = (fault: unknown) => postJson(`${showup.console}/faults`, fault);

describe('a fault', () => {
  it.each([
    [{}, 'fireTimer'],
    [{ repeatEvents: true, loseTimer: { name: 'x' } }, 'repeatEvents'],
    [{ repeatEvents: false }, 'repeatEvents'],
    [{ explode: true }, 'explode'],
    [{ fireTimer: 'x' }, 'fireTimer'],
    [{ fireTimer: {} }, 'fireTimer.name'],
    [{ fireTimer: { name: 7 } }, 'fireTimer.name'],
    [{ fireTimer: { name: 'unknown' } }, 'fireTimer.name'],
    [{ fireTimer: { name: 'x', payload } }, 'fireTimer.name'],
    [{ fireTimer: { payload: 'x' } }, 'fireTimer.payload'],
    [{ fireTimer: { payload: { ...payload, kind: '' } } }, 'fireTimer.payload.kind'],
    [{ fireTimer: { payload: { ...payload, bookingId: 7 } } }, 'fireTimer.payload.bookingId'],
    [{ fireTimer: { payload: { ...payload, version: '1' } } }, 'fireTimer.payload.version'],
    [{ fireTimer: { payload: { ...payload, at: 'noon' } } }, 'fireTimer.payload.at'],
    [{ function: { name: 'on-timer', state: 'tired' } }, 'function.state'],
    [{ function: { name: 'timer', state: 'fails' } }, 'function.name'],
    [{ loseTimer: { name: 'unknown' } }, 'loseTimer.name'],
    [{ loseTimer: { name: 'x', by: 'me' } }, 'loseTimer.by'],
    [{ mailbox: { address: 'ada', state: 'works' } }, 'mailbox.address'],
    [{ mailbox: { address: 'ada@example.com', state: 'full' } }, 'mailbox.state'],
    [{ mailbox: { address: 'ada@example.com', state: 'works', by: 'me' } }, 'mailbox.by'],
  ])('%j is refused, and the field is named', async (fault, field) => {
    expect(await post(fault)).toMatchObject({
      status: 400,
      body: { code: 'invalid-input', errors: [{ field }] },
    });
  });

  it('that needs somebody to wake is refused as long as no timer was ever set', async () => {
    expect(await post({ fireTimer: { payload } })).toMatchObject({ status: 409 });
    expect(await postJson(`${showup.console}/clock`, { next: true })).toMatchObject({ status: 409 });
  });

  describe('in a world with a booking', () => {
    let booking: Booked;
    beforeAll(async () => {
      booking = await showup.book({ start, email: 'faults@example.com', mobile: '+15550100001' });
    });

    it('can be a timer that is lost, and then is held no more', async () => {
      const name = `${booking.id}.remind-24h.v1`;
      expect(await post({ loseTimer: { name } })).toMatchObject({ status: 200 });
      expect((await showup.timers()).map((timer) => timer.name)).not.toContain(name);
      expect(await post({ loseTimer: { name } })).toMatchObject({ status: 400 });
    });

    it('can be asked for by the page’s form, which then tells what came of it', async () => {
      const name = `${booking.id}.remind-2h.v1`;
      const answer = await fetch(`${showup.console}/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: showup.console },
        body: new URLSearchParams({ do: 'fire', name }).toString(),
      });
      const page = await answer.text();
      expect(page).toMatch(/Fired now: .*Reminder, 2 h before for Ada Member/);
      expect(page).toContain('Nothing was sent.');
    });
  });
});

it('the clock can be turned to the next timer, and says which it was', async () => {
  const [next] = await showup.timers();
  const { body } = await postJson(`${showup.console}/clock`, { next: true });
  expect(body.timer).toEqual(next);
  expect(body.now.slice(0, 19)).toBe(next?.at.slice(0, 19));
  expect((await showup.timers()).map(({ name }) => name)).not.toContain(next?.name);
});
