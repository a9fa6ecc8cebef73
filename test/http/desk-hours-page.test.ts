import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showHours, submitHours } from '../../functions/desk/pages/hours.ts';
import { addHours, hoursOf } from '../../lib/app/desk/hours.ts';
import { feedAddress, feedOf } from '../../lib/app/feed.ts';
import { book, refusalOf } from '../app/acting.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { deskPageOf, hiddenField, type PageAnswer } from './desk-page-world.ts';
import { depsOf } from './desk-world.ts';

const HOUR = 3_600_000;
const YEAR = 366 * 24 * HOUR;
const staff = { kind: 'staff', id: 'per_robin' } as const;

let engine: Engine;
let world: World;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
});

const deps = () => depsOf(world);
const show = (fields: Record<string, string> = {}) =>
  deskPageOf(world, showHours, { query: new URLSearchParams(fields).toString() });
const robin = (fields: Record<string, string> = {}) => show({ consultant: 'robin', ...fields });
const look = (fields: Record<string, string> = {}) =>
  robin({
    look: '1',
    kind: 'off',
    fromDate: '2026-11-24',
    toDate: '2026-11-24',
    reason: 'Training',
    ...fields,
  });
const press = (form: Record<string, string>) =>
  deskPageOf(world, submitHours, { form: { consultant: 'robin', ...form } });
/** Presses the button of what was looked at. */
const add = (seen: PageAnswer) =>
  press({
    action: 'add',
    ...Object.fromEntries(['kind', 'from', 'to', 'reason'].map((name) => [name, hiddenField(seen, name)])),
  });
const coming = () => hoursOf(deps(), staff, 'robin', NOW, NOW + YEAR);
const said = ({ html }: PageAnswer) =>
  [...html.matchAll(/<a href="#field-(\w+)">/gu)].map(([, field]) => field);
const pageAfter = ({ location }: PageAnswer) =>
  robin(Object.fromEntries(new URL(location, 'https://x').searchParams));

describe('the hours of everybody', () => {
  it('has each consultant, with what is coming', async () => {
    await addHours(deps(), staff, {
      consultantId: 'robin',
      kind: 'off',
      from: START,
      to: START + HOUR,
      reason: 'r',
    });
    const { text, html } = await show();
    for (const { id } of deps().settings.consultants) expect(html).toContain(`consultant=${id}`);
    expect(text).toContain('Time off : Tuesday, 24 November 2026, 10:00–11:00');
    expect(text).toContain('As usual');
  });

  it('knows nobody but its consultants', async () => {
    expect(await refusalOf(show({ consultant: 'nobody' }))).toMatchObject({ code: 'not-found' });
    const asked = deskPageOf(world, submitHours, { form: { consultant: 'x', action: 'feed' } });
    expect(await refusalOf(asked)).toMatchObject({ code: 'not-found' });
  });
});

describe('time off', () => {
  it('is looked at first: who lies inside, each with the way to move it, and nothing is changed', async () => {
    const booking = await book(world.deps);
    const { text, html, status } = await look();
    expect(status).toBe(200);
    expect(text).toContain('is off: Tuesday, 24 November 2026, all day');
    expect(text).toContain('One session lies inside. It stays booked, and its attendee is not told');
    expect(html).toContain(`href="/desk/bookings/${booking.id}#session-move"`);
    expect(await coming()).toEqual([]);
  });

  it('is added as it was looked at, and then tells what is left inside until it is moved', async () => {
    const booking = await book(world.deps);
    const done = await add(await look({ fromTime: '09:00', toTime: '13:30' }));
    expect(done.status).toBe(303);
    expect(await coming()).toMatchObject([
      { kind: 'off', from: START - HOUR, to: START + 3.5 * HOUR, reason: 'Training', by: 'per_robin' },
    ]);
    const page = await pageAfter(done);
    expect(page.text).toContain('The time off is added');
    expect(page.text).toContain('One session still lies in it:');
    expect(page.html).toContain(`href="/desk/bookings/${booking.id}#session-move"`);
    expect(await world.deps.table.booking(booking.id)).toMatchObject({ status: 'confirmed', start: START });
  });

  it('goes by whole days where no times are typed, also where the clocks change', async () => {
    await add(await look({ fromDate: '2027-03-13', toDate: '2027-03-14' }));
    expect(await coming()).toMatchObject([
      { from: Date.parse('2027-03-13T05:00:00Z'), to: Date.parse('2027-03-15T04:00:00Z') },
    ]);
    expect((await robin()).text).toContain('Saturday, 13 March 2027 to Sunday, 14 March 2027, all day');
  });

  it('says so where it is on record already', async () => {
    await add(await look());
    expect((await look()).text).toContain('This is on record already.');
  });

  it.each([
    [{ kind: '', reason: ' ' }, ['kind', 'reason']],
    [{ fromDate: '24.11.2026', toDate: '' }, ['fromDate', 'toDate']],
    [{ fromTime: '9:05', toTime: '25:00' }, ['fromTime', 'toTime']],
    [{ toDate: '2026-11-23' }, ['toDate']],
    [{ fromDate: '2026-11-01', toDate: '2026-11-02' }, ['toDate']],
    [{ toDate: '2027-04-01' }, ['toDate']],
    [{ reason: 'x'.repeat(501) }, ['reason']],
  ])('says at the fields what is wrong with %j', async (fields, wrong) => {
    const answer = await look(fields);
    expect([answer.status, said(answer)]).toEqual([422, wrong]);
  });

  it('is removed after a look at what that does', async () => {
    await add(await look());
    const [hours] = await coming();
    const seen = await robin({ remove: hours?.id ?? '' });
    expect(seen.text).toContain('Weekly hours count again, and can be booked.');
    expect(await coming()).toHaveLength(1);
    const done = await press({ action: 'remove', hours: hiddenField(seen, 'hours') });
    expect((await pageAfter(done)).text).toContain('The time off is removed');
    expect(await coming()).toEqual([]);
    expect((await robin({ remove: hours?.id ?? '' })).html).not.toContain('name="hours"');
  });
});

describe('extra hours', () => {
  const evening = { kind: 'extra', fromTime: '20:00', toTime: '22:00' };

  it('are added, and removed with the sessions inside told before and after', async () => {
    const seen = await look(evening);
    expect(seen.text).toContain('works extra: Tuesday, 24 November 2026, 20:00–22:00');
    expect(seen.text).not.toContain('No session lies in it');
    await add(seen);
    const [hours] = await coming();
    const booking = await book(world.deps, { start: START + 10 * HOUR });
    const removing = await robin({ remove: hours?.id ?? '' });
    expect(removing.text).toContain('One session lies inside.');
    const done = await press({ action: 'remove', hours: hours?.id ?? '' });
    const page = await pageAfter(done);
    expect(page.text).toContain('The extra hours are removed');
    expect(page.html).toContain(`href="/desk/bookings/${booking.id}#session-move"`);
  });
});

describe('the calendar feed', () => {
  it('is shown with its address, and replaced by the button, once for what was seen', async () => {
    const page = await robin();
    const { url } = await feedAddress(deps(), staff, 'robin');
    expect(page.html).toContain(`value="${url}"`);
    expect(page.text).toContain('The old address opens nothing from then on');
    const seen = hiddenField(page, 'seen');
    const done = await press({ action: 'feed', seen });
    expect((await pageAfter(done)).text).toContain('The calendar has a new address');
    const next = await feedAddress(deps(), staff, 'robin');
    await press({ action: 'feed', seen });
    expect(await feedAddress(deps(), staff, 'robin')).toEqual(next);
    const token = url.split('/').at(-1) ?? '';
    expect(await refusalOf(feedOf(deps(), token))).toMatchObject({ code: 'link-invalid' });
  });
});
