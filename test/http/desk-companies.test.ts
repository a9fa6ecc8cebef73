import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { showCompanies, submitCompany } from '../../functions/desk/pages/companies.ts';
import { showCompany, submitCompanyChange } from '../../functions/desk/pages/company.ts';
import { handle } from '../../lib/app/handle.ts';
import { removePerson } from '../../lib/app/people/change-account.ts';
import { createCompany } from '../../lib/app/people/companies.ts';
import { inviteAccount } from '../../lib/app/people/invite-account.ts';
import { everyoneOf } from '../../lib/app/people/look-up.ts';
import { recordPassword } from '../../lib/app/people/passwords.ts';
import { ruleOnCompany } from '../../lib/app/standing/rule-on-company.ts';
import { book, refusalOf } from '../app/acting.ts';
import { attendee, missed } from '../app/standing/standing-world.ts';
import { type Engine, makeWorld, NOW, openEngine, START, type World } from '../world.ts';
import { deskPageOf, hiddenField, type PageAnswer } from './desk-page-world.ts';
import { ask, depsOf } from './desk-world.ts';

const COMPANY = 'example-crates';
const operator = { kind: 'operator' } as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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
const company = (id = COMPANY) => deps().people.people.company(id);
const people = () => everyoneOf(deps().people.people, COMPANY);
const invited = (name: string, level: 'basic' | 'primary' = 'basic') =>
  inviteAccount(deps().people, operator, {
    companyId: COMPANY,
    name,
    email: `${name}@crates.example`,
    level,
  });
const others = async (...names: string[]) => {
  for (const name of names) {
    const facts = { name, planUntil: '2027-12-31', afterHours: false };
    await createCompany(deps().people, operator, { id: name.toLowerCase(), ...facts });
  }
};

describe('the list of companies', () => {
  const show = (query = '') => deskPageOf(world, showCompanies, { query });
  const add = (form: Record<string, string> = {}, query = '') =>
    deskPageOf(world, submitCompany, {
      query,
      form: { id: 'tins', name: 'Tin Works', planUntil: '2027-06-30', ...form },
    });
  const listed = ({ html }: PageAnswer) =>
    [...html.matchAll(/href="\/desk\/companies\/([a-z0-9-]+)/gu)].map(([, id]) => id);

  it('has them by name, with plan, add-on and what is decided on them', async () => {
    await others('Zinc', 'Alloys');
    await ruleOnCompany(deps(), operator, 'zinc', { decision: 'block', reason: 'r', until: NOW + 30 * DAY });
    const page = await show();
    expect(listed(page)).toEqual(['alloys', COMPANY, 'zinc']);
    expect(page.text).toContain('example-crates · Plan until Friday, 31 December 2027');
    expect(page.text).toContain('Blocked until');
  });

  it('is searched by any part of a name or id', async () => {
    await others('Zinc', 'Alloys');
    expect(listed(await show('q=INC'))).toEqual(['zinc']);
    expect((await show('q=nobody')).text).toContain('No company’s name or id has “nobody” in it.');
  });

  it('adds a company, and leads to its page, which tells the code', async () => {
    const { status, location } = await add({ afterHours: 'yes', code: 'TINS-2026' });
    expect([status, location]).toEqual([303, '/desk/companies/tins?done=created']);
    expect(await company('tins')).toMatchObject({
      ...{ name: 'Tin Works', planUntil: '2027-06-30', afterHours: true, code: 'TINS-2026' },
    });
    const { text } = await deskPageOf(world, showCompany, {
      path: { companyId: 'tins' },
      query: 'done=created',
    });
    expect(text).toContain('The company is added Its code is TINS-2026.');
  });

  it.each([
    [{ id: '', name: ' ', planUntil: '' }, ['id', 'name', 'planUntil']],
    [{ id: 'Tins!', planUntil: '31.12.2027', code: '- -' }, ['id', 'planUntil', 'code']],
    [{ name: 'x'.repeat(201) }, ['name']],
    [{ id: COMPANY }, ['id']],
    [{ code: 'demo 2026' }, ['code']],
  ])('says at the fields what is wrong with %j, and keeps what was typed', async (form, fields) => {
    const { status, html } = await add(form);
    expect(status).toBeGreaterThanOrEqual(400);
    const said = [...html.matchAll(/<a href="#field-(\w+)">/gu)].map(([, field]) => field);
    expect(said).toEqual(fields);
    if (!('name' in form)) expect(html).toContain('value="Tin Works"');
    expect(await company('tins')).toBeUndefined();
  });
});

describe('the page of a company', () => {
  const show = (query = '') => deskPageOf(world, showCompany, { path: { companyId: COMPANY }, query });
  const press = (action: string, form: Record<string, string> = {}, query = '') =>
    deskPageOf(world, submitCompanyChange, {
      path: { companyId: COMPANY },
      query,
      form: { action, ...form },
    });
  const said = ({ html }: PageAnswer) =>
    [...html.matchAll(/<a href="#field-(\w+)">/gu)].map(([, field]) => field);

  it('is not found for a company that there is not', async () => {
    for (const companyId of ['none', 'No Such', 'x'.repeat(3000)]) {
      const asked = deskPageOf(world, showCompany, { path: { companyId } });
      expect(await refusalOf(asked)).toMatchObject({ code: 'not-found' });
    }
  });

  it('tells plan, code, people, standing and sessions, and each id in it is there once', async () => {
    await invited('ada', 'primary');
    await invited('bo');
    const booking = await book(world.deps);
    const { text, html, status } = await show();
    expect(status).toBe(200);
    for (const words of [
      'Plan until Friday, 31 December 2027',
      'DEMO-2026',
      'ada@crates.example',
      'Primary / Owner',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('Its people can book free sessions, without approval.');
    expect(html).toContain(`href="/desk/bookings/${booking.id}"`);
    expect(html).toContain('href="/desk/people/ada%40crates.example"');
    const ids = [...html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('says what a change of its facts does, and makes it', async () => {
    expect((await show()).text).toContain('The change counts from the next booking on.');
    const form = { name: 'Crates & Co', planUntil: '2028-06-30', afterHours: 'yes' };
    const { location } = await press('facts', form);
    expect(location).toBe('/desk/companies/example-crates?done=facts');
    expect(await company()).toMatchObject({ name: 'Crates & Co', planUntil: '2028-06-30', afterHours: true });
    await press('facts', { name: 'Crates & Co', planUntil: '2028-06-30' });
    expect(await company()).toMatchObject({ afterHours: false });
  });

  it('says at the fields what is wrong with facts', async () => {
    const answer = await press('facts', { name: '', planUntil: 'soon' });
    expect([answer.status, said(answer)]).toEqual([422, ['name', 'planUntil']]);
    expect(answer.html).toContain('value="soon"');
  });

  it('replaces the code that was seen, once, and tells until when the old one works', async () => {
    const page = await show();
    expect(page.text).toContain('DEMO-2026 works for 14 more days, until Monday, 7 December 2026');
    const replaced = hiddenField(page, 'replaced');
    await press('code', { replaced });
    const { code } = (await company()) ?? {};
    expect(code).not.toBe('DEMO-2026');
    await press('code', { replaced });
    expect((await company())?.code).toBe(code);
    const { text } = await show('done=code');
    expect(text).toContain(`There is a new code`);
    expect(text).toContain('DEMO-2026 until Monday, 7 December 2026');
  });

  it('says when the code can be replaced again, where that was done too often', async () => {
    for (let number = 1; number <= 10; number++)
      await press('code', { replaced: (await company())?.code ?? '' });
    const { status, text } = await press('code', { replaced: (await company())?.code ?? '' });
    expect(status).toBe(429);
    expect(text).toContain('The next new code can be made from Monday, 7 December 2026');
  });

  it('invites somebody in the language that is chosen', async () => {
    const wish = {
      personName: 'Cy Nilsson',
      email: 'cy@crates.example',
      personLevel: 'manager',
      language: 'de',
    };
    const { location } = await press('invite', wish);
    expect(location).toBe('/desk/companies/example-crates?done=invited');
    expect(await people()).toMatchObject([
      { name: 'Cy Nilsson', level: 'manager', language: 'de', invitedBy: 'per_robin' },
    ]);
    const again = await press('invite', wish);
    expect([again.status, said(again)]).toEqual([409, ['email']]);
    expect(again.text).toContain('this address is invited already');
  });

  it('says at the fields what is wrong with an invitation', async () => {
    const answer = await press('invite', {
      personName: ' ',
      email: 'cy',
      personLevel: 'boss',
      language: 'en',
    });
    expect([answer.status, said(answer)]).toEqual([422, ['personName', 'email', 'personLevel']]);
  });

  it('resends, changes levels and removes, for people of this company alone', async () => {
    const { id } = await invited('ada');
    await invited('bo', 'primary');
    await others('Zinc');
    const elsewhere = await inviteAccount(deps().people, operator, {
      ...{ companyId: 'zinc', name: 'Di', email: 'di@zinc.example', level: 'basic' },
    });
    expect((await press('resend', { person: id })).location).toMatch(/done=resent$/u);
    expect((await press('level', { person: id, level: 'manager' })).location).toMatch(/done=level$/u);
    expect(await people()).toContainEqual(expect.objectContaining({ name: 'ada', level: 'manager' }));
    expect((await press('remove', { person: id })).location).toMatch(/done=removed$/u);
    expect((await people()).map(({ name }) => name)).toEqual(['bo']);
    // Nobody of another company, and nobody that there is not.
    for (const person of [elsewhere.id, 'per_none']) {
      const { status, text } = await press('remove', { person });
      expect([status, text]).toEqual([404, expect.stringContaining('Nothing was changed')]);
    }
    expect(await everyoneOf(deps().people.people, 'zinc')).toHaveLength(1);
  });

  it('warns before the only Primary goes', async () => {
    const { id } = await invited('ada', 'primary');
    await recordPassword(deps().people, id, 0);
    expect((await show()).text).toContain('This is the only Primary of the company with a password.');
    const other = await invited('bo', 'primary');
    await recordPassword(deps().people, other.id, 0);
    expect((await show()).text).not.toContain('This is the only Primary');
  });

  it('says so where somebody else removed the account meanwhile', async () => {
    const { id } = await invited('ada');
    await removePerson(deps().people, operator, id);
    const { status, text } = await press('resend', { person: id });
    expect(status).toBe(404);
    expect(text).toContain('was changed or removed by somebody else meanwhile');
  });
});

describe('a decision on a company', () => {
  const show = (query = '') => deskPageOf(world, showCompany, { path: { companyId: COMPANY }, query });
  const decide = (form: Record<string, string>, as = 'per_robin') =>
    deskPageOf(world, submitCompanyChange, {
      path: { companyId: COMPANY },
      as,
      form: { action: 'rule', seen: '0', reason: 'Too many', ...form },
    });
  const said = ({ html }: PageAnswer) =>
    [...html.matchAll(/<a href="#field-(\w+)">/gu)].map(([, field]) => field);

  it('blocks until the end of the last day in the deployment’s zone', async () => {
    const { location } = await decide({ decision: 'block', until: '2026-12-24' });
    expect(location).toMatch(/done=ruled$/u);
    expect(await company()).toMatchObject({
      ruling: { decision: 'block', by: 'per_robin', until: Date.parse('2026-12-25T05:00:00Z') },
    });
    const { text } = await show('done=ruled');
    expect(text).toContain('Free sessions are blocked for everybody until Friday, 25 December 2026, 00:00');
    expect(text).toContain('Too many');
  });

  it('has no end where nothing follows', async () => {
    await decide({ decision: 'nothing', until: '2026-12-24' });
    expect((await company())?.ruling).toMatchObject({ decision: 'nothing' });
    expect((await company())?.ruling).not.toHaveProperty('until');
  });

  it.each([
    [{ decision: '', until: '2026-12-24' }, ['decision']],
    [{ decision: 'approval', until: '' }, ['until']],
    [{ decision: 'block', until: '2026-11-22', reason: '' }, ['until', 'reason']],
    [{ decision: 'nothing', reason: 'x'.repeat(501) }, ['reason']],
  ])('says at the fields what is wrong with %j', async (form, fields) => {
    const answer = await decide(form);
    expect([answer.status, said(answer)]).toEqual([422, fields]);
    expect((await company())?.ruling).toBeUndefined();
  });

  it('of two at once, tells the second what the first decided', async () => {
    const seen = hiddenField(await show(), 'seen');
    await decide({ decision: 'approval', until: '2026-12-24', seen });
    const second = await decide({ decision: 'block', until: '2027-01-31', seen, reason: 'Mine' }, 'per_kim');
    expect(second.status).toBe(409);
    expect(second.text).toContain('Somebody else has decided meanwhile');
    expect(second.text).toContain('approval until Friday, 25 December 2026');
    expect(second.html).toMatch(/<textarea[^>]*name="reason"[^>]*>Mine</u);
    await decide({ decision: 'block', until: '2027-01-31', seen: hiddenField(second, 'seen') }, 'per_kim');
    expect((await company())?.ruling).toMatchObject({ decision: 'block', by: 'per_kim' });
  });

  it('stands beside the strikes and the same-day changes that led to it, each with its session', async () => {
    const misses = [await missed(world, START), await missed(world, START + DAY)];
    const { id } = await book(world.deps, { start: START + 6 * DAY, attendee: attendee('bo@example.com') });
    world.clock.now = START + 6 * DAY - 2 * HOUR;
    await handle(world.deps, id, { type: 'cancel', by: 'link', stamp: world.clock.now });
    const { html, text } = await show();
    expect(text).toContain('for 2 missed sessions');
    expect(text).toContain('bo@example.com , cancelled');
    for (const { id: bookingId } of [...misses, { id }]) {
      expect(html).toContain(`href="/desk/bookings/${bookingId}"`);
    }
  });
});

describe('replacing a code by the API', () => {
  const path = { companyId: COMPANY };

  it('gives the new code, and the old one for 14 more days', async () => {
    const told = await ask(world, 'replaceCompanyCode', { path, body: { replaced: 'DEMO-2026' } });
    expect(told['formerCodes']).toEqual([{ code: 'DEMO-2026', until: '2026-12-07T15:00:00.000Z' }]);
    expect(told['code']).toBe((await company())?.code);
  });

  it('changes nothing where that is no longer the code', async () => {
    const told = await ask(world, 'replaceCompanyCode', { path, body: { replaced: 'OTHER' } });
    expect(told).toMatchObject({ code: 'DEMO-2026', formerCodes: [] });
  });
});
