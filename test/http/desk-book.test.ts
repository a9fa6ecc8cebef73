import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showDeskBook, submitDeskBook } from '../../functions/desk/pages/book.ts';
import { addHours } from '../../lib/app/desk/hours.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { book, refusalOf } from '../app/acting.ts';
import { CODE, type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { deskPageOf, hiddenField, type PageAnswer } from './desk-page-world.ts';
import { depsOf } from './desk-world.ts';

const HOUR = 3_600_000;
let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const typed = {
  ...{ consultant: 'robin', sessionType: 'live-60', date: '2026-11-24', time: '10:07' },
  ...{ name: 'Ada Park', email: 'ada@example.com', mobile: '555 010 0123', reason: 'The line is down' },
  ...{ timeZone: 'Europe/Berlin', language: 'de' },
};
const key = '01234567-89ab-cdef-0123-456789abcdef';

const show = (query = '') => deskPageOf(world, showDeskBook, { query });
const post = (action: string, fields: Record<string, string> = {}) =>
  deskPageOf(world, submitDeskBook, { form: { action, key, ...typed, ...fields } });

/** Checks, then books what was shown. */
async function bookChecked(fields: Record<string, string> = {}): Promise<PageAnswer> {
  const checked = hiddenField(await post('check', fields), 'checked');
  return post('book', { ...fields, checked });
}

async function booked({ location }: PageAnswer): Promise<Booking> {
  const id = /^\/desk\/bookings\/(bkg_\w+)\?done=book$/u.exec(location)?.[1] ?? '';
  const found = await world.deps.table.booking(id);
  if (found === undefined) throw new Error(`nothing is booked at ${location}`);
  return found;
}

describe('an emergency appointment', () => {
  it('is booked at any minute, once it was shown what is in its way and what is sent', async () => {
    const { status, text, html } = await post('check');
    expect(status).toBe(200);
    for (const told of [
      'Tuesday, 24 November 2026, 10:07–11:07 (Eastern Standard Time, New York)',
      'Tuesday, 24 November 2026, 16:07–17:07 (Central European Standard Time, Berlin)',
      'Nothing: it is free, and within working hours.',
      'A mail to ada@example.com at once',
      'A text to +1 555 010 0123 at 10:12, if nobody has joined by then.',
      'it closes at 10:22.',
    ])
      expect(text).toContain(told);
    expect(html).not.toContain('name="override"');
    const made = await booked(await bookChecked());
    expect(made).toMatchObject({
      ...{ start: START + 7 * 60_000, consultantId: 'robin', status: 'confirmed', language: 'de' },
      ...{ attendee: { name: 'Ada Park', email: 'ada@example.com', mobile: '+15550100123' } },
      ...{ timeZone: 'Europe/Berlin', bookedBy: 'per_robin' },
    });
    expect(made.price).toBeUndefined();
  });

  it('books nothing that was not shown', async () => {
    const { status, text, html } = await post('book');
    expect(status).toBe(409);
    expect(text).toContain('Please look once more');
    expect(html).toContain('value="book"');
    const checked = hiddenField(await post('check'), 'checked');
    expect((await post('book', { checked, time: '10:20' })).status).toBe(409);
  });

  it('says that it lies outside hours and in time off, and is booked all the same', async () => {
    const evening = { time: '21:30' };
    await addHours(
      depsOf(world),
      { kind: 'staff', id: 'per_robin' },
      {
        ...{
          consultantId: 'robin',
          kind: 'off',
          reason: 'Concert',
          from: START + 10 * HOUR,
          to: START + 14 * HOUR,
        },
      },
    );
    const { text, html } = await post('check', evening);
    expect(text).toContain('It is outside the working hours of Robin Hale.');
    expect(text).toContain('Robin Hale is off from 20:00 to Wed 25 Nov 00:00: “Concert”');
    expect(text).toContain('That does not keep it from being booked.');
    expect(html).not.toContain('name="override"');
    expect((await booked(await bookChecked(evening))).start).toBe(START + 11.5 * HOUR);
  });

  it('lies beside another session only where that is ticked', async () => {
    const other = await book(world.deps, { attendee: { name: 'Bo Lind', email: 'bo@example.com' } });
    const { text, html } = await post('check', { consultant: other.consultantId });
    expect(text).toContain('The session of Bo Lind, 10:00 to 11:00');
    expect(html).toContain('name="override"');
    const fields = { consultant: other.consultantId };
    const refused = await bookChecked(fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Another session is in the way. Tick the box to book beside it.');
    const made = await booked(await bookChecked({ ...fields, override: 'yes' }));
    expect([made.beside, made.consultantId]).toEqual([true, other.consultantId]);
    expect((await world.deps.table.booking(other.id))?.status).toBe('confirmed');
  });

  it('is told which session shares no more than a quarter hour with it, and that time is kept in these', async () => {
    await booked(await bookChecked());
    const near = { time: '11:12' };
    const { text } = await post('check', near);
    const told =
      'The session of Ada Park, 10:07 to 11:07, keeps 10:00 to 11:15: a consultant’s time is kept in quarter hours';
    expect(text).toContain(told);
    const refused = await bookChecked({ ...near, key: key.replace('0', '1') });
    expect(refused.text).toContain('Another session is in the way.');
  });

  it('lies beside no session that was not shown when the box was ticked', async () => {
    const checked = hiddenField(await post('check'), 'checked');
    const other = await book(world.deps, { attendee: { name: 'Bo Lind', email: 'bo@example.com' } });
    expect(other.consultantId).toBe('robin');
    const { status, text, html } = await post('book', { checked, override: 'yes' });
    expect(status).toBe(409);
    expect(text).toContain('The session of Bo Lind');
    expect(html).not.toMatch(/name="override"[^>]*checked/u);
  });

  it('is one, however often its form is sent', async () => {
    const checked = hiddenField(await post('check'), 'checked');
    const first = await post('book', { checked });
    expect((await post('book', { checked })).location).toBe(first.location);
    const other = await post('book', { checked, name: 'Bo Lind' });
    expect(other.status).toBe(422);
    expect(other.text).toContain('This form has booked an appointment already');
  });

  it.each(['example-crates', CODE, ` ${CODE.toLowerCase().replace('-', ' ')} `])(
    'is of the company that “%s” means',
    async (company) => {
      expect((await booked(await bookChecked({ company }))).companyId).toBe('example-crates');
    },
  );

  it('goes to the board of its day where the form says so', async () => {
    expect((await bookChecked({ back: 'board' })).location).toBe('/desk?date=2026-11-24');
  });

  it('says at each field what is wrong, and keeps what was typed', async () => {
    const { status, text, html } = await post('check', {
      ...{ consultant: '', sessionType: '', date: '', time: '', name: '', email: 'ada', mobile: '12' },
      ...{ timeZone: 'Mars/Olympus', company: 'nobody', topic: 'x'.repeat(501), reason: ' ' },
    });
    expect(status).toBe(422);
    expect(text).toContain('11 things need your attention');
    for (const said of [
      'Consultant: please choose one.',
      'Session: please choose one.',
      'Date: this is no date.',
      'Time: a time looks like 18:30.',
      'Name: please fill this in.',
      'Email: an address looks like name@example.com.',
      'Mobile: this is no number.',
      'Their time zone: please choose one.',
      'Company: there is none with this id or code.',
      'Topic: at most 500 characters, please.',
      'Reason: please say why.',
    ])
      expect(text).toContain(said);
    expect(html).toContain('value="nobody"');
  });

  it.each([
    ['2026-11-23', '09:00', 'Time: that has passed.'],
    ['2028-01-03', '09:00', 'Date: that is more than a year ahead.'],
  ])('is not booked for %s, %s', async (date, time, said) => {
    const { status, text } = await post('check', { date, time });
    expect([status, text.includes(said)]).toEqual([422, true]);
  });

  it('is booked for this very minute', async () => {
    world.clock.now = NOW + 20_000;
    expect((await booked(await bookChecked({ date: '2026-11-23', time: '10:00' }))).start).toBe(NOW);
  });

  it('is not promised a text that can’t be sent', async () => {
    expect((await post('check', { mobile: '' })).text).not.toContain('A text to');
  });

  it('takes no number of a country that is not texted', async () => {
    expect((await post('check', { mobile: '+81 90 1234 5678' })).text).toContain('are not texted');
  });

  it('takes no button that the page does not have', async () => {
    expect((await refusalOf(post('erase'))).code).toBe('invalid-input');
  });
});

describe('the page of emergency appointments', () => {
  it('comes with today, and no button that books', async () => {
    const { html, text } = await show();
    expect(html).toContain('type="date" value="2026-11-23"');
    expect(html).not.toContain('value="book"');
    expect(text).toContain('Check shows what is in the way');
  });

  it('is filled in by its address, and shows what is in the way where that says all', async () => {
    const { html, text } = await show(new URLSearchParams(typed).toString());
    expect(html).toContain('value="ada@example.com"');
    expect(text).toContain('Nothing: it is free, and within working hours.');
    expect(html).toContain('value="book"');
  });

  it('is filled in from a booking, with a time of its own', async () => {
    const { id } = await book(world.deps);
    const { html } = await show(`from=${id}&start=2026-11-25T02:05:00.000Z`);
    for (const told of ['value="Ada Park"', 'value="21:05"', 'value="2026-11-24"', 'value="example-crates"'])
      expect(html).toContain(told);
    expect(html).toMatch(/<option value="Europe\/Berlin" selected/u);
  });

  it('begins with the next full five minutes, and on another day with no time', async () => {
    const today = await show();
    expect(today.html).toContain('value="2026-11-23"');
    expect(today.html).toMatch(/name="time"[^>]*value="10:05"|value="10:05"[^>]*name="time"/u);
    expect((await show('date=2026-11-25')).html).not.toContain('value="10:05"');
  });

  it('changes its language with all that was typed', async () => {
    const form = { action: 'show', key, ...typed, reason: '' };
    const { status, html, text } = await deskPageOf(world, submitDeskBook, { query: 'lang=de', form });
    expect(status).toBe(200);
    expect(text).toContain('Nottermin');
    expect(html).toContain('value="Ada Park"');
  });
});
