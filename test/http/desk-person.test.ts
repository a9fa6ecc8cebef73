import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeDeskPerson, showDeskPerson } from '../../functions/desk/pages/person.ts';
import { handle } from '../../lib/app/handle.ts';
import { removePerson } from '../../lib/app/people/change-account.ts';
import { inviteAccount, inviteStaffAccount } from '../../lib/app/people/invite-account.ts';
import { personStanding } from '../../lib/app/standing/person-standing.ts';
import { book, refusalOf } from '../app/acting.ts';
import { operator } from '../app/people/people-world.ts';
import { attendee, DAY, lateNotice, MINUTE, missed } from '../app/standing/standing-world.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { deskPageOf, hiddenField } from './desk-page-world.ts';
import { ask, depsOf } from './desk-world.ts';

const EMAIL = 'ada@example.com';
const COMPANY = 'example-crates';

let engine: Engine;
let world: World;
let kim: string;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makeWorld(engine);
  const { people } = depsOf(world);
  ({ id: kim } = await inviteStaffAccount(people, operator, {
    name: 'Kim Lee',
    email: 'kim@showup.example',
  }));
});

const show = (query = '', email = EMAIL) => deskPageOf(world, showDeskPerson, { path: { email }, query });
const press = (fields: Record<string, string>, as = 'per_robin') =>
  deskPageOf(world, changeDeskPerson, { path: { email: EMAIL }, form: { company: COMPANY, ...fields }, as });
const standing = async () => (await personStanding(world.deps, EMAIL, COMPANY)).standing;
const account = () =>
  inviteAccount(depsOf(world).people, operator, { ...ada, companyId: COMPANY, level: 'manager' });
const ada = { name: 'Ada Park', email: EMAIL };

async function blocked(): Promise<void> {
  await missed(world);
  await missed(world, START + DAY);
}

describe('the page of a person', () => {
  it('tells who they are, their account, company and number, and their sessions', async () => {
    await account();
    const { id } = await book(world.deps);
    const { status, text, html } = await show();
    expect(status).toBe(200);
    for (const told of [
      'Ada Park',
      'Mobile +1 555 010 0123',
      'Company Example Crates',
      'Account Manager / Supervisor, invited on Monday, 23 November 2026, not active yet',
      'They can book free sessions, without approval.',
      'No missed session counts against them.',
      'Tue, 24 Nov 2026, 10:00 EST',
      `Live session with Robin Hale, ${id}`,
      'Booked',
    ])
      expect(text).toContain(told);
    expect(html).toContain(`href="/desk/bookings/${id}"`);
    expect(html).toContain(`href="/v1/desk/bookings/${id}/evidence?format=html&amp;language=en"`);
    expect(html).toContain(`href="/desk/companies/${COMPANY}"`);
  });

  it('says that free sessions need a code where no company is on record', async () => {
    const { text } = await show('', 'kim@showup.example');
    expect(text).toContain('Free sessions need the code of a company, and none is on record for them.');
    expect(text).not.toContain('They can book free sessions');
  });

  it('is the same however the address is written', async () => {
    await book(world.deps);
    for (const email of ['ADA@example.com', 'ada+work@example.com'])
      expect((await show('', email)).text).toContain('Ada Park');
  });

  it('tells why somebody is blocked, with each session behind it and its evidence, each once', async () => {
    await blocked();
    const { text, html } = await show();
    expect(text).toContain('Free sessions are blocked until Sun, 24 Jan 2027, 10:00 EST');
    expect(text).toContain('2 sessions were missed within 6 months.');
    expect(text.match(/nobody joined\./gu)).toHaveLength(2);
    expect(html.match(/Evidence of /gu)?.length).toBe(4);
    expect(text).toContain('2 missed sessions within 6 months block free sessions for 60 days.');
  });

  it('tells that bookings need approval, and blocks that are over with who ended them', async () => {
    for (const days of [0, 1, 3]) {
      await lateNotice(world, START + days * DAY);
      await ask(world, 'ruleOnPerson', {
        ...{ path: { email: EMAIL }, as: kim },
        body: { decision: 'payment', reason: `Invoice ${days}` },
      });
    }
    const { text } = await show();
    expect(text).toContain('Free sessions need approval until');
    expect(text).toContain('notice came too late 3 times within 6 months.');
    expect(text).toContain('Blocks that are over (2)');
    expect(text).toContain('Kim Lee recorded the payment on');
    expect(text).toContain('Invoice 3');
  });

  it('tells what was decided on their company', async () => {
    await book(world.deps);
    const until = new Date(NOW + 9 * DAY).toISOString();
    const body = { decision: 'block', until, reason: 'Unpaid' };
    await ask(world, 'ruleOnCompany', { path: { companyId: COMPANY }, body });
    expect((await show()).text).toMatch(
      /Free sessions are blocked for everybody at Example Crates until .*: Unpaid/u,
    );
  });

  it('tells within which company, and where else something is on record', async () => {
    await ask(world, 'createCompany', { body: { id: 'other', name: 'Other', planUntil: '2027-12-31' } });
    await blocked();
    const { text, html } = await show('company=other');
    expect(text).toContain('No missed session counts against them.');
    expect(html).toContain(`href="/desk/people/ada%40example.com?company=${COMPANY}"`);
    expect((await refusalOf(show('company=none'))).code).toBe('not-found');
  });

  it('shows the history page by page, the latest first', async () => {
    for (let index = 0; index < 11; index++) {
      world.clock.now = NOW + index * 7 * DAY;
      await book(world.deps, { start: START + index * 7 * DAY });
    }
    const first = await show();
    expect(first.text).toContain('Tue, 2 Feb 2027');
    expect(first.text).not.toContain('24 Nov 2026, 10:00');
    const next = /href="\/desk\/people\/ada%40example\.com\?([^"#]*cursor[^"#]*)#history"/u.exec(
      first.html,
    )?.[1];
    const second = await show(next?.replaceAll('&amp;', '&'));
    expect(second.text).toContain('24 Nov 2026, 10:00');
    expect(second.text).toContain('Back to the latest');
  });

  it('is there for whoever was removed, and for nobody of whom nothing is on record', async () => {
    const { id } = await account();
    await removePerson(depsOf(world).people, operator, id);
    expect((await show()).text).toContain('removed on');
    for (const email of ['nobody@example.com', 'per_1@erased.invalid'])
      expect((await refusalOf(show('', email))).code).toBe('not-found');
  });

  it('offers only what can be done: nothing to lift or to pay for who isn’t blocked', async () => {
    await book(world.deps);
    const ids = async () => [...(await show()).html.matchAll(/id="person-(\w+)"/gu)].map(([, id]) => id);
    expect(await ids()).toEqual(['actions', 'block', 'erase']);
    await blocked();
    expect(await ids()).toEqual(['actions', 'payment', 'lift', 'block', 'erase']);
  });
});

describe('a decision on a person', () => {
  it('blocks until the end of a day, is told, and can be lifted', async () => {
    await book(world.deps);
    const block = { action: 'block', seen: '0', reason: 'Rude twice', until: '2026-12-24' };
    const { status, location } = await press(block);
    expect([status, location]).toEqual([303, `/desk/people/ada%40example.com?company=${COMPANY}&done=block`]);
    expect((await standing()).block).toMatchObject({
      ...{ because: 'staff', until: Date.parse('2026-12-25T05:00:00Z'), ruling: { reason: 'Rude twice' } },
    });
    const shown = await show('done=block');
    expect(shown.text).toContain('Free sessions are blocked The mail is on its way.');
    expect(shown.text).toContain('by a decision of our staff: Rude twice');
    expect(hiddenField(shown, 'seen')).toBe('1');
    await press({ action: 'lift', seen: '1', reason: 'Talked' });
    expect((await standing()).block).toBeUndefined();
  });

  it('notes a payment', async () => {
    await blocked();
    await press({ action: 'payment', seen: '2', reason: 'Invoice 7' });
    expect((await standing()).blocks).toMatchObject([{ endedBy: { kind: 'reinstated', amount: 100 } }]);
  });

  it('pressed twice by the same person is made once', async () => {
    await blocked();
    const lift = { action: 'lift', seen: '2', reason: 'Talked' };
    const block = { action: 'block', seen: '3', reason: 'Rude', until: '2027-12-24' };
    for (const form of [lift, lift, block, block]) {
      expect((await press(form)).status).toBe(303);
      world.clock.now += MINUTE;
    }
    expect((await world.deps.table.record(EMAIL)).entries).toHaveLength(4);
  });

  it('by a second one is told what the first decided, and what they wrote is kept', async () => {
    await blocked();
    await press({ action: 'payment', seen: '2', reason: 'Invoice 7' }, kim);
    const { status, text, html } = await press({ action: 'lift', seen: '2', reason: 'Talked to them' });
    expect(status).toBe(409);
    expect(text).toContain('Something was recorded since you looked');
    expect(text).toContain('Kim Lee recorded the payment on');
    expect(text).toContain('Talked to them');
    expect(html).toContain('name="seen" value="3"');
    expect((await world.deps.table.record(EMAIL)).entries).toHaveLength(3);
  });

  it('is told of what the system recorded meanwhile too', async () => {
    await missed(world);
    await missed(world, START + DAY);
    const { text } = await press({ action: 'block', seen: '1', reason: 'Rude', until: '2027-12-24' });
    expect(text).toContain('was recorded as a no-show.');
  });

  it('needs a reason and an end, and keeps what was typed', async () => {
    await book(world.deps);
    const { status, text, html } = await press({ action: 'block', seen: '0', until: '2020-01-01' });
    expect(status).toBe(422);
    expect(text).toContain('Last day: a date from today on');
    expect(text).toContain('Reason: please fill this in.');
    expect(html).toContain('value="2020-01-01"');
    expect(html).toMatch(/<details[^>]*id="person-block"[^>]*open/u);
  });
});

describe('an erasure', () => {
  const erase = (confirm: string, reason = 'Asked for it') => press({ action: 'erase', confirm, reason });

  it.each(['', 'ada', 'bo@example.com', 'erase'])(
    'needs the address typed once more, and not %j',
    async (confirm) => {
      await missed(world);
      const { status, text } = await erase(confirm);
      expect([status, text.includes(`Type the address as it is: ${EMAIL}`)]).toEqual([422, true]);
      expect((await show()).status).toBe(200);
    },
  );

  it('forgets the person, and leads to a page that says so', async () => {
    await account();
    const { id } = await missed(world);
    world.clock.now += DAY;
    const { status, location } = await erase(' ADA@example.com ');
    expect([status, location]).toEqual([303, '/desk/search?erased=1.0']);
    expect(await world.deps.table.booking(id)).toMatchObject({ attendee: { name: 'Erased' } });
    expect((await refusalOf(show())).code).toBe('not-found');
    expect((await refusalOf(erase(EMAIL))).code).toBe('not-found');
  });

  it('waits for the sessions that are still to come, and names them', async () => {
    const { id } = await book(world.deps, { attendee: attendee(EMAIL) });
    const { status, text, html } = await erase(EMAIL);
    expect(status).toBe(409);
    expect(text).toContain('There are sessions still to come, or under way.');
    expect(html).toMatch(new RegExp(`First cancel these sessions[\\s\\S]*/desk/bookings/${id}`, 'u'));
    await handle(world.deps, id, { type: 'cancel', by: 'link', stamp: world.clock.now });
    expect((await erase(EMAIL)).status).toBe(303);
  });
});

it('reads in German too', async () => {
  await blocked();
  const { text } = await show('lang=de');
  expect(text).toContain('Kostenlose Termine sind gesperrt bis');
  expect(text).toContain('2 Termine wurden innerhalb von 6 Monaten versäumt.');
  expect(text).not.toMatch(/undefined|NaN/u);
});
