import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutesAfter, Showup } from '../showup.ts';

let showup: Showup;
beforeAll(async () => {
  showup = await Showup.start();
});
afterAll(() => showup.stop());

it('the first text to a number says who texts, that rates may apply and how to stop; the next does not', async () => {
  const start = '2026-12-01T15:00:00Z';
  const mobile = '+15550100501';
  await showup.book({ start, mobile, email: 'first@example.com' });
  await showup.clockTo(minutesAfter(start, 15));
  const [first, second] = await showup.textsTo(mobile);
  expect(first).toMatch(/Example Support.*rates may apply.*STOP/isu);
  expect(second).not.toMatch(/STOP|rates/u);
});

describe('STOP', () => {
  const start = '2026-12-02T15:00:00Z';
  const mobile = '+15550100502';
  const email = 'stops@example.com';

  it('ends all texts; the mail says so, and the session closes at +10', async () => {
    const { token } = await showup.book({ start, mobile, email });
    await showup.clockTo(minutesAfter(start, -120));
    await showup.text(mobile, ' stop! ');
    expect((await showup.mailbox(email)).at(-1)?.text).toMatch(/START/u);
    expect((await showup.booking(token)).changeBy.text).toBeUndefined();
    await showup.clockTo(minutesAfter(start, 9));
    expect(await showup.booking(token)).toMatchObject({ status: 'confirmed' });
    await showup.clockTo(minutesAfter(start, 10));
    expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
    expect(await showup.carried(mobile)).toEqual([expect.objectContaining({ direction: 'in' })]);
  });

  it('counts for the next booking too, whose confirmation says so', async () => {
    const next = '2026-12-03T15:00:00Z';
    const { token } = await showup.book({ start: next, mobile, email });
    expect((await showup.mailbox(email)).at(-1)?.text).toMatch(/START/u);
    expect(
      (await showup.timers()).map(({ name }) => name).filter((name) => name.includes('check-in')),
    ).toEqual([]);
    await showup.clockTo(minutesAfter(next, 10));
    expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
  });

  it('is taken back by START: the check-in is asked again', async () => {
    const next = '2026-12-04T15:00:00Z';
    // Another person with the number: two sessions that nobody came to are enough.
    const { token } = await showup.book({ start: next, mobile, email: 'starts@example.com' });
    await showup.text(mobile, 'Start');
    expect(await showup.textsTo(mobile)).toHaveLength(1);
    await showup.clockTo(minutesAfter(next, 5));
    expect((await showup.textsTo(mobile)).at(-1)).toMatch(/Reply 1/u);
    await showup.clockTo(minutesAfter(next, 14));
    expect(await showup.booking(token)).toMatchObject({ status: 'confirmed' });
    await showup.clockTo(minutesAfter(next, 15));
    expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
  });
});

it('CANCEL, which carriers take as STOP, cancels no session, and the mail says what it did', async () => {
  const start = '2026-12-07T15:00:00Z';
  const mobile = '+15550100503';
  const email = 'cancel.word@example.com';
  const { token } = await showup.book({ start, mobile, email });
  await showup.text(mobile, 'CANCEL');
  expect(await showup.booking(token)).toMatchObject({ status: 'confirmed' });
  expect((await showup.mailbox(email)).at(-1)?.text).toMatch(/CANCEL/u);
});

it('a number that the service refuses is treated as none: the session closes at +10, and the mail says so', async () => {
  const start = '2026-12-08T15:00:00Z';
  const mobile = '+15550100504';
  const email = 'refused@example.com';
  const { token } = await showup.book({ start, mobile, email });
  await showup.misbehave({ phone: { number: mobile, state: 'refused' } });
  await showup.clockTo(minutesAfter(start, 6));
  expect((await showup.mailbox(email)).at(-1)?.text).toMatch(/text/iu);
  await showup.clockTo(minutesAfter(start, 10));
  expect(await showup.booking(token)).toMatchObject({ status: 'no_show' });
  const again = await showup.book({ start: '2026-12-09T15:00:00Z', mobile, email });
  expect((await showup.booking(again.token)).changeBy.text).toBeUndefined();
});

it('a number of a country that is not texted is refused by name, on the API as on the page', async () => {
  const { status, body } = await showup.tryToBook({ mobile: '+18765550123' });
  expect({ status, field: body.errors?.[0]?.field }).toEqual({ status: 400, field: 'attendee.mobile' });
});
