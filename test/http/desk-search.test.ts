import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showDeskSearch } from '../../functions/desk/pages/search.ts';
import { inviteAccount } from '../../lib/app/people/invite-account.ts';
import type { Booking } from '../../lib/domain/booking/booking.ts';
import { book, refusalOf } from '../app/acting.ts';
import { operator } from '../app/people/people-world.ts';
import { CODE, type Engine, makeWorld, openEngine, type World } from '../world.ts';
import { deskPageOf } from './desk-page-world.ts';
import { ask, depsOf } from './desk-world.ts';

const COMPANY = 'example-crates';

let engine: Engine;
let world: World;
let booking: Booking;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  booking = await book(world.deps);
});

const account = (name: string, email: string) =>
  inviteAccount(depsOf(world).people, operator, { companyId: COMPANY, name, email, level: 'manager' });
const page = (q: string, more = '') =>
  deskPageOf(world, showDeskSearch, { query: `${new URLSearchParams({ q })}${more}` });

describe('a search by a program', () => {
  const search = (q: string) => ask(world, 'searchDesk', { query: { q } });

  it('tells people with their accounts, and their bookings', async () => {
    const { id } = await account('Ada Park', 'ada@example.com');
    expect(await search('Ada@example.com')).toMatchObject({
      people: [
        {
          ...{ email: 'ada@example.com', name: 'Ada Park', person: id, status: 'invited' },
          ...{ staff: false, level: 'manager', company: { id: COMPANY, name: 'Example Crates' } },
        },
      ],
      companies: [],
      bookings: [{ id: booking.id, revision: 1 }],
      more: [],
    });
  });

  it('tells whoever has no account by what was booked', async () => {
    expect(await search('+1 555 010 0123')).toMatchObject({
      people: [{ email: 'ada@example.com', name: 'Ada Park', staff: false }],
      bookings: [{ id: booking.id }],
    });
  });

  it('tells companies by name, and whether there is more of anything', async () => {
    expect(await search('crates')).toEqual({
      companies: [{ id: COMPANY, name: 'Example Crates', planUntil: '2027-12-31' }],
      ...{ people: [], bookings: [], more: [] },
    });
    for (let index = 0; index <= 20; index++) await account(`Bo ${index}`, `bo${index}@example.com`);
    expect(await search('bo')).toMatchObject({ more: ['people'] });
  });

  it.each(['', ' ', 'x'.repeat(301), 'a\u0000'])('needs a text: %j is refused', async (q) => {
    const { code, facts } = await refusalOf(search(q));
    expect([code, facts['errors']]).toMatchObject(['invalid-input', [{ field: 'q' }]]);
  });
});

describe('the page of the search', () => {
  it('is a field alone before anything is looked for', async () => {
    const { status, html, text } = await deskPageOf(world, showDeskSearch);
    expect([status, html.includes('autofocus'), text.includes('Nothing')]).toEqual([200, true, false]);
  });

  it('leads straight to a booking whose whole id is typed, in the language of the page', async () => {
    const { status, location } = await page(` ${booking.id.toUpperCase()}`, '&lang=de');
    expect([status, location]).toEqual([303, `/desk/bookings/${booking.id}?lang=de`]);
  });

  it('tells what is found by the beginning of an id, and says that ids were looked for', async () => {
    const { text, html } = await page(booking.id.slice(0, 12));
    expect(text).toContain(`Bookings whose id begins with ${booking.id.slice(0, 12)}`);
    expect(text).toContain('Sessions (1)');
    expect(html).toContain(`href="/desk/bookings/${booking.id}"`);
  });

  it('tells people, companies and sessions by sort, each a link', async () => {
    await account('Crates Ada', 'ada@example.com');
    const { text, html } = await page('crates');
    expect(text).toContain('People (1)');
    expect(text).toContain('Invited, not active yet, Manager');
    expect(text).toContain('Companies (1)');
    expect(html).toContain('href="/desk/people/ada%40example.com"');
    expect(html).toContain(`href="/desk/companies/${COMPANY}"`);
  });

  it('says where a company is found by its code, whatever it is called', async () => {
    const alone = await page(CODE);
    expect(alone.text).toContain(`The company whose code is “${CODE}”. Companies (1)`);
    await account(`Bo ${CODE}`, 'bo@example.com');
    const { text } = await page(CODE);
    expect(text).toContain(
      `The company whose code is “${CODE}”. People with an account, and companies, with`,
    );
  });

  it('tells the numbers that a typed one was taken for, and whose they are', async () => {
    const { text } = await page('(555) 010-0123');
    expect(text).toContain('Who has the number +1 555 010 0123');
    expect(text).toContain('Ada Park');
    expect(text).toContain('No account, Example Crates');
  });

  it('says that nothing is found, and how to look otherwise', async () => {
    const { text } = await page('nobody@example.com');
    expect(text).toContain('Nothing is found.');
    expect(text).toContain('Addresses are looked for as a whole.');
  });

  it('says where there are more than it tells', async () => {
    for (let index = 0; index <= 20; index++) await account(`Bo ${index}`, `bo${index}@example.com`);
    const { text } = await page('bo');
    expect(text).toContain('People (20+)');
    expect(text).toContain('There are more than these 20.');
  });

  it('shows what was typed as text, whatever it is', async () => {
    const { html } = await page('<b>"x"');
    expect(html).not.toContain('<b>"x"');
    expect(html).toContain('value="&lt;b>&quot;x&quot;"');
  });

  it.each(['x'.repeat(301), '\u0000', '\ud800', '@', '@@@', `+${'1'.repeat(30)}`, 'bkg_', '%', '../..'])(
    'is a page for %j too',
    async (q) => {
      expect((await page(q)).status).toBe(200);
    },
  );

  it('is told of an erasure that was just made, and of nothing else that the address says', async () => {
    const told = await deskPageOf(world, showDeskSearch, { query: 'erased=3.1' });
    expect(told.text).toContain('Forgotten: 3 sessions, 1 number, and the account where there was one.');
    const made = await deskPageOf(world, showDeskSearch, { query: 'erased=<b>.1' });
    expect(made.text).not.toContain('Everything is erased');
  });

  it('reads in German too', async () => {
    const { text } = await page('ada@example.com', '&lang=de');
    expect(text).toContain('Termine (1)');
  });
});
