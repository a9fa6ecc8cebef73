import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { only, parseCalendar } from '../../messages/parse-calendar.ts';
import { Client, type Got } from '../accounts/client.ts';
import { Showup } from '../showup.ts';
import { Desk } from '../standing/desk.ts';

let showup: Showup;
let desk: Desk;

beforeAll(async () => {
  showup = await Showup.start();
  desk = new Desk(showup);
});
afterAll(() => showup.stop());

function hidden({ text }: Got, name: string): string {
  const found = new RegExp(`<input[^>]*name="${name}"[^>]*>`, 'u').exec(text)?.[0] ?? '';
  const value = /value="([^"]*)"/u.exec(found)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** How many times of a date are offered. */
async function offered(date: string): Promise<number> {
  const query = `sessionType=live-60&from=${date}&to=${date}&timeZone=America/New_York`;
  const { body } = await showup.get(`/v1/slots?${query}`);
  return Object.values(body.days).flat().length;
}

describe('hours', () => {
  it('time off lists who has a session in it, leaves it booked, and is taken back on the same page', async () => {
    const start = '2026-12-08T10:00:00-05:00';
    const { id, token, consultant } = await showup.book({ start, email: 'left@example.com' });
    const own = `/desk/hours?consultant=${consultant.id}`;
    const day = 'kind=off&fromDate=2026-12-08&toDate=2026-12-08&reason=Training';
    const looked = await desk.page(`${own}&look=1&${day}`);
    expect(looked.text).toContain(`/desk/bookings/${id}`);
    expect(
      (await desk.get(`/consultants/${consultant.id}/hours?from=2026-12-08&to=2026-12-08`)).json,
    ).toEqual({
      hours: [],
    });
    const [from, to] = [hidden(looked, 'from'), hidden(looked, 'to')];
    const wish = { consultant: consultant.id, kind: 'off', from, to, reason: 'Training' };
    const added = await desk.press('/desk/hours', { action: 'add', ...wish });
    expect(added.status).toBe(303);
    expect((await desk.page(added.location)).text).toContain(`/desk/bookings/${id}`);
    expect((await showup.booking(token)).status).toBe('confirmed');
    const at = (email: string) => showup.tryToBook({ email, start: '2026-12-08T14:00:00-05:00' });
    const given = await at('other@example.com');
    expect(given.body.consultant.id).not.toBe(consultant.id);
    expect((await at('nobody@example.com')).body.code).toBe('slot-unavailable');

    const { json } = await desk.get(`/consultants/${consultant.id}/hours?from=2026-12-08&to=2026-12-08`);
    const [hours] = json.hours;
    const removed = { action: 'remove', consultant: consultant.id, hours: hours.id };
    expect((await desk.press('/desk/hours', removed)).status).toBe(303);
    expect((await at('nobody@example.com')).body.consultant.id).toBe(consultant.id);
  });

  it('extra hours on a holiday are offered and booked, and what is booked in them outlives them', async () => {
    const holiday = '2026-12-25';
    expect(await offered(holiday)).toBe(0);
    const wish = { kind: 'extra', reason: 'A move over Christmas' };
    const span = { from: `${holiday}T10:00:00-05:00`, to: `${holiday}T12:00:00-05:00` };
    const added = await desk.tryTo('/consultants/kim/hours', { ...wish, ...span });
    expect(added.status).toBe(201);
    // On the half hour, from ten to eleven.
    expect(await offered(holiday)).toBe(3);
    const { id, token } = await showup.book({ start: span.from, email: 'holiday@example.com' });
    const removed = await desk.post(`/consultants/kim/hours/${added.json.hours.id}/remove`);
    expect(removed.json.bookings).toMatchObject([{ id }]);
    expect(await offered(holiday)).toBe(0);
    expect((await showup.booking(token)).status).toBe('confirmed');
  });
});

describe('the search', () => {
  it('finds by name, company, code, mail, phone in any spelling, and booking', async () => {
    const mobile = '+12025550177';
    const { id } = await showup.book({
      start: '2026-12-10T10:00:00-05:00',
      email: 'found@example.com',
      mobile,
    });
    const find = async (q: string) => (await desk.get(`/search?q=${encodeURIComponent(q)}`)).json;
    const [person, company, booking] = [
      { people: [{ email: 'primary@example.com' }] },
      { companies: [{ id: 'example-crates' }] },
      { bookings: [{ id }] },
    ];
    const { name } = (await find('primary@example.com')).people[0];
    expect(await find(name.slice(1, -1).toUpperCase())).toMatchObject(person);
    for (const q of ['crates', 'EXAMPLE', 'demo-2026', 'DEMO 2026'])
      expect({ q, ...(await find(q)) }).toMatchObject({ q, ...company });
    for (const q of ['Found@Example.com', mobile, '(202) 555-0177', '202.555.0177', id, id.slice(0, -3)])
      expect({ q, ...(await find(q)) }).toMatchObject({ q, ...booking });
    expect(await find('nobody at all')).toEqual({ people: [], companies: [], bookings: [], more: [] });
    expect(await desk.page(`/desk/search?q=${id}`)).toMatchObject({
      status: 303,
      location: `/desk/bookings/${id}`,
    });
    expect((await desk.page('/desk/search?q=crates')).text).toContain(
      'href="/desk/companies/example-crates"',
    );
  });
});

describe('an address that leads nowhere', () => {
  it('sends our staff back to the board, and members to what is theirs', async () => {
    const nowhere = [
      '/desk/bookings/bkg_none',
      '/desk/people/stranger%40example.com',
      '/desk/companies/none',
    ];
    for (const path of nowhere) {
      const { status, text } = await desk.page(path);
      expect([path, status]).toEqual([path, 404]);
      expect(text).toContain('<a class="button" href="/desk">');
    }
    const member = await Client.signedIn(showup, 'member@example.com');
    const { status, text } = await member.get('/desk');
    expect([status, text.includes('href="/desk"')]).toEqual([403, false]);
  });
});

describe('an import', () => {
  const heading = 'Company ID,Company name,Plan until,Code,Person name,E-mail,Level';
  const companyOf = async (id: string) => (await desk.get(`/companies/${id}`)).status;
  const send = (sheet: string, query = '') =>
    desk.tryTo(`/companies/import${query}`, sheet, { 'content-type': 'text/csv' });

  it('by a program says in a dry run what it would do, and writes nothing until it is sent without', async () => {
    const sheet = `${heading}\ntins,Tin Works,2027-12-31,TINS-2026,Ada Park,ada@tins.example,Primary / Owner\n`;
    const dry = await send(sheet, '?dryRun=true');
    expect(dry).toMatchObject({ status: 200, json: { dryRun: true, left: 0 } });
    expect(dry.json.steps.map(({ action }: { action: string }) => action)).toEqual([
      'create-company',
      'invite',
    ]);
    await showup.settle();
    expect([await companyOf('tins'), await showup.subjects('ada@tins.example')]).toEqual([404, []]);

    expect((await send(sheet)).json.steps).toEqual(dry.json.steps);
    await showup.settle();
    expect([await companyOf('tins'), await showup.subjects('ada@tins.example')]).toEqual([
      200,
      [expect.stringMatching(/./u)],
    ]);
    expect((await send(sheet)).json.steps).toEqual([]);
  });

  it('by the page is looked at first, and names each bad line', async () => {
    const bad = `${heading}\ncans,Can Works,2027-12-31,,,,\ncans,,,,Bo Lind,bo at cans,boss\n`;
    const refused = await desk.press('/desk/import', { action: 'look', sheet: bad });
    expect(refused.status).toBe(422);
    for (const said of ['line 3, E-mail', 'line 3, Level']) expect(refused.text).toContain(said);
    const sheet = `${heading}\ncans,Can Works,2027-12-31,CANS-2026,,,\n`;
    const looked = await desk.press('/desk/import', { action: 'look', sheet });
    expect([looked.status, await companyOf('cans')]).toEqual([200, 404]);
    const written = await desk.press('/desk/import', {
      action: 'write',
      sheet,
      plan: hidden(looked, 'plan'),
    });
    expect([written.status, await companyOf('cans')]).toEqual([200, 200]);
  });
});

describe('the calendar feed of a consultant', () => {
  const address = async () =>
    new URL(
      /http[^"]+\/feeds\/[^"]+/u.exec((await desk.page('/desk/hours?consultant=robin')).text)?.[0] ?? '',
    );
  const read = async (at: URL) => showup.get(at.pathname);

  it('tells calendars of the sessions, and its old address is dead after a new one', async () => {
    const start = '2026-12-11T10:00:00-05:00';
    const booked = await Promise.all([
      showup.book({ start, email: 'feed-one@example.com' }),
      showup.book({ start, email: 'feed-two@example.com' }),
    ]);
    const mine = booked.find(({ consultant }) => consultant.id === 'robin');
    const old = await address();
    const { status, headers, body } = await read(old);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = body
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((event: string) => `BEGIN:VEVENT${event.split('END:VCALENDAR')[0]}`);
    const own = parseCalendar(events.find((event: string) => event.includes('20261211T150000Z')) ?? '');
    expect(only(own, 'SUMMARY').text).toBe('Ada Member: Live session');
    expect(only(own, 'DTEND').raw).toBe('20261211T160000Z');
    expect(only(own, 'URL').raw).toBe(`${showup.site}/desk/bookings/${mine?.id}`);
    expect(body).not.toContain('feed-');

    await desk.post(`/bookings/${mine?.id}/cancel`, { reason: 'Robin is ill' });
    expect((await read(old)).body).not.toContain('20261211T150000Z');
    const seen = /name="seen"[^>]*value="(\d+)"/u.exec(
      (await desk.page('/desk/hours?consultant=robin')).text,
    )?.[1];
    await desk.press('/desk/hours', { action: 'feed', consultant: 'robin', seen: seen ?? '' });
    const fresh = await address();
    expect(fresh.href).not.toBe(old.href);
    expect((await read(fresh)).status).toBe(200);
    expect((await read(old)).status).toBe(404);
    const forged = new URL(fresh.href.replace('robin', 'kim'));
    expect((await read(forged)).status).toBe(404);
  });
});
