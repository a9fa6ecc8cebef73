import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changePeople, showPeople } from '../../functions/portal/people.ts';
import type { Viewer } from '../../functions/requests/viewer.ts';
import { removePerson } from '../../lib/app/people/change-account.ts';
import { everyoneOf } from '../../lib/app/people/look-up.ts';
import { levels } from '../../lib/domain/people/level.ts';
import { refusalOf } from '../app/acting.ts';
import { operator } from '../app/people/people-world.ts';
import { makePortalWorld, type PortalWorld } from '../http/portal-world.ts';
import { type Engine, openEngine } from '../world.ts';

let engine: Engine;
let world: PortalWorld;
let primary: Viewer;
let manager: Viewer;
let basic: Viewer;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.stop());
beforeEach(async () => {
  world = await makePortalWorld(engine);
  primary = await world.signedIn('primary');
  manager = await world.signedIn('manager');
  basic = await world.signedIn('basic');
});

const kim = { name: 'Kim Novak', email: 'kim@crates.example', level: 'basic' };
const show = (viewer: Viewer, query = '') => world.page(showPeople, viewer, query);
const press = (viewer: Viewer, fields: Record<string, string>, query = '') =>
  world.page(changePeople, viewer, query, fields);
const ask = (viewer: Viewer, wanted: Partial<typeof kim> = {}, query = '') =>
  press(viewer, { action: 'ask', ...kim, ...wanted }, query);
const invited = async () => {
  const everyone = await everyoneOf(world.deps.people.people, 'crates');
  return everyone.find(({ email }) => email === kim.email);
};
/** What the page says of one person. */
const entryOf = (html: string, name: string) =>
  html.split('<li>').find((entry) => entry.includes(`<h3>${name}`)) ?? '';
const actionsIn = (html: string) =>
  [...html.matchAll(/type="hidden" name="action" value="(\w+)"/gu)].map(([, action]) => action);

describe('the people page', () => {
  it('lists everybody of the company with level and state, and nobody of another', async () => {
    await world.signedIn('basic', { companyId: 'other' });
    await ask(primary);
    const { text, html } = await show(primary);
    for (const { person } of [primary, manager, basic]) expect(text).toContain(person.email);
    expect(text).not.toContain('@other.example');
    expect(entryOf(html, 'Kim Novak')).toContain('Asked on Monday, 23 November 2026 to choose a password');
    expect(entryOf(html, 'basic')).toContain('Active');
    expect(entryOf(html, 'manager')).toContain('Manager / Supervisor');
  });

  it('offers what the viewer may do for each account, and nothing for the own one', async () => {
    await ask(primary);
    const toPrimary = (await show(primary)).html;
    expect(actionsIn(entryOf(toPrimary, 'Kim Novak'))).toEqual(['resend', 'level', 'remove']);
    expect(actionsIn(entryOf(toPrimary, 'manager'))).toEqual(['level', 'remove']);
    expect(actionsIn(entryOf(toPrimary, 'primary'))).toEqual([]);
    const toManager = (await show(manager)).html;
    expect(actionsIn(entryOf(toManager, 'basic'))).toEqual(['level', 'remove']);
    expect(actionsIn(entryOf(toManager, 'primary'))).toEqual([]);
    expect(actionsIn(entryOf(toManager, 'manager'))).toEqual([]);
  });

  it('offers the levels that the viewer may give, to new accounts and to those there are', async () => {
    const offered = (html: string) => levels.filter((level) => html.includes(`value="${level}"`));
    expect(offered((await show(primary)).html)).toEqual(levels);
    expect(offered((await show(manager)).html)).toEqual(levels.filter((level) => level !== 'primary'));
  });

  it('sends the token of the session with every form', async () => {
    const { html } = await show(primary);
    const forms = [...html.matchAll(/<form[^>]*method="post".*?<\/form>/gsu)];
    expect(forms).toHaveLength(6);
    for (const [form] of forms) expect(form).toContain('name="csrf" value="the token of the session"');
  });

  it('gives no two things one id', async () => {
    const ids = [...(await show(primary)).html.matchAll(/ id="([^"]+)"/gu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('goes on where a long list does, and comes back', async () => {
    for (let count = 0; count < 49; count++) await ask(primary, { email: `p${count}@crates.example` });
    const first = await show(primary);
    const next = /href="\/portal\/people\?(cursor=[^"]+)"/u.exec(first.html)?.[1] ?? '';
    const second = await show(primary, next);
    expect(second.text).toContain('p48@crates.example');
    expect(second.text).toContain('Back to the first ones');
    expect(second.text).not.toContain('p46@crates.example');
    expect((await refusalOf(show(primary, 'cursor=x'))).code).toBe('invalid-input');
  });
});

describe('asking for an account', () => {
  it('makes one, in the language of the page, and tells of the mail', async () => {
    expect(await ask(manager, {}, 'lang=de')).toMatchObject({
      status: 303,
      location: '/portal/people?lang=de&done=asked',
    });
    expect(await invited()).toMatchObject({ ...kim, status: 'invited', language: 'de' });
    expect((await show(manager, 'done=asked')).text).toContain('A mail with the link');
  });

  it('says beside each field what is wrong, on top too, and keeps what was typed', async () => {
    const wrong = await ask(primary, { name: ' ', email: 'kim@', level: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('<title>Error: People');
    for (const field of ['name', 'email', 'level']) {
      expect(wrong.html).toContain(`<a href="#field-${field}">`);
      expect(wrong.html).toContain(`id="field-${field}-problem"`);
    }
    expect(wrong.text).toContain('Email: an address looks like name@example.com.');
    expect(wrong.html).toContain('value="kim@"');
    expect((await ask(primary, { name: 'x'.repeat(201) })).text).toContain('at most 200 characters');
    expect((await ask(primary, { name: 'a\u202eb' })).text).toContain('this can’t be read');
    expect(await invited()).toBeUndefined();
  });

  it('says at the address that it has an account, and where to have the mail sent again', async () => {
    await ask(primary);
    const again = await ask(primary, { email: 'KIM+2@crates.example' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('You can have the mail sent again, in the list above.');
    expect((await ask(primary, { email: basic.person.email })).text).toContain(
      'there is an account for this address already',
    );
  });

  it('says no more of an account of another company than that there is one', async () => {
    const stranger = await world.signedIn('basic', { companyId: 'other' });
    const { status, text } = await ask(primary, { email: stranger.person.email });
    expect(status).toBe(409);
    expect(text).toContain('there is an account for this address already');
  });

  it('for a level above one’s own is refused at the level', async () => {
    const { status, text } = await ask(manager, { level: 'primary' });
    expect(status).toBe(403);
    expect(text).toContain('your own account can’t give this one');
    expect(await invited()).toBeUndefined();
  });

  it('keeps what was typed when the language is changed, and asks for nothing', async () => {
    const { status, html } = await press(primary, { ...kim, action: 'show' }, 'lang=de');
    expect(status).toBe(200);
    expect(html).toContain('value="Kim Novak"');
    expect(html).toMatch(/value="basic" checked/u);
    expect(await invited()).toBeUndefined();
  });
});

describe('an account', () => {
  const of = (viewer: Viewer, action: string) => ({ action, person: viewer.person.id });

  it('is sent the mail again, given another level, and removed, each by one press', async () => {
    await ask(primary);
    const person = (await invited())?.id ?? '';
    const done = async (fields: Record<string, string>) =>
      (await press(primary, { person, ...fields })).location;
    expect(await done({ action: 'resend' })).toBe('/portal/people?done=resent');
    expect(await done({ action: 'level', level: 'manager' })).toBe('/portal/people?done=level');
    expect(await invited()).toMatchObject({ level: 'manager' });
    expect(await done({ action: 'remove' })).toBe('/portal/people?done=removed');
    expect(await invited()).toBeUndefined();
    for (const deed of ['resent', 'level', 'removed'])
      expect((await show(primary, `done=${deed}`)).html).toContain('class="notice good"');
  });

  it('of the last Primary stays, and the page says what to do first', async () => {
    const second = await world.signedIn('primary', { email: 'second@crates.example' });
    await press(primary, of(second, 'remove'));
    const { status, text } = await press(primary, of(primary, 'remove'));
    expect(status).toBe(409);
    expect(text).toContain('Make somebody else a Primary first');
  });

  it('that is gone, or another company’s, is told of in the same words', async () => {
    const stranger = await world.signedIn('basic', { companyId: 'other' });
    await removePerson(world.deps.people, operator, basic.person.id);
    const gone = await press(primary, { ...of(basic, 'level'), level: 'manager' });
    const theirs = await press(primary, { ...of(stranger, 'level'), level: 'manager' });
    const none = await press(primary, { action: 'resend', person: 'per_none' });
    expect([gone.status, theirs.status, none.status]).toEqual([404, 404, 404]);
    expect(theirs.html).toBe(gone.html);
    expect(none.html).toBe(gone.html);
    expect(await world.again(stranger)).toEqual(stranger);
  });

  it('that has been activated meanwhile needs no mail', async () => {
    const { status, text } = await press(primary, of(basic, 'resend'));
    expect(status).toBe(409);
    expect(text).toContain('changed or removed by somebody else meanwhile');
  });

  it('above one’s own level is left alone', async () => {
    const { status, text } = await press(manager, of(primary, 'remove'));
    expect(status).toBe(403);
    expect(text).toContain('Nothing was changed');
  });

  it.each<Record<string, string>>([
    {},
    { action: 'promote' },
    { action: 'level', level: 'emperor' },
    { action: 'remove', company: 'other' },
  ])('is not changed by a form that this page does not send: %j', async (fields) => {
    const attempt = press(primary, { person: basic.person.id, ...fields });
    expect((await refusalOf(attempt)).code).toBe('invalid-input');
  });
});
