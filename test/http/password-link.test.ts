import { describe, expect, it } from 'vitest';
import { setPassword, showPassword } from '../../functions/portal/password.ts';
import { viewerOf } from '../../functions/requests/viewer.ts';
import { passwordUrl } from '../../lib/app/password-links.ts';
import { removePerson } from '../../lib/app/people/change-account.ts';
import { inviteAccount } from '../../lib/app/people/invite-account.ts';
import { setPasswordByLink } from '../../lib/app/people/use-password-link.ts';
import type { Person } from '../../lib/domain/people/person.ts';
import { everyRow } from '../adapters/whole-table.ts';
import { operator } from '../app/people/people-world.ts';
import { NOW } from '../world.ts';
import { accountWorlds, Browser, memberIn, PASSWORD, SITE } from './account-world.ts';

const HOUR = 3_600_000;
const NEW = 'a completely new one';
const world = accountWorlds();

const invited = () =>
  inviteAccount(world.deps.people, operator, {
    companyId: 'crates',
    name: 'Ada Park',
    email: 'ada@crates.example',
    level: 'basic',
  });
const pathFor = async (person: Person, at = NOW): Promise<string> =>
  (await passwordUrl(world.deps, person, at)).slice(SITE.length);

async function choose(path: string, password: string, browser = new Browser(world)) {
  const { csrf, html } = await browser.get(showPassword, path);
  return { opened: html, ...(await browser.post(setPassword, path, { csrf, email: '', password })) };
}

describe('an activation link', () => {
  it('changes nothing when it is opened, as often as a scanner likes', async () => {
    const path = await pathFor(await invited());
    const before = await everyRow(world.table);
    world.calls.length = 0;
    for (let time = 1; time <= 3; time++) {
      expect((await new Browser(world).get(showPassword, path)).html).toContain('ada@crates.example');
    }
    expect(await everyRow(world.table)).toEqual(before);
    expect(new Set(world.calls)).toEqual(new Set(['person']));
  });

  it('sets the first password, activates the account, and signs in', async () => {
    const ada = await invited();
    const browser = new Browser(world);
    const { status, location, opened } = await choose(await pathFor(ada), NEW, browser);
    expect(opened).toContain('Welcome');
    expect([status, location]).toEqual([303, '/portal']);
    expect(await viewerOf(world.deps, browser.event('/portal', 'GET'))).toMatchObject({
      person: { id: ada.id, status: 'active', passwordVersion: 1 },
    });
  });

  it('works seven days, and once', async () => {
    const ada = await invited();
    const path = await pathFor(ada);
    world.advance(7 * 24 * HOUR - 1);
    expect((await choose(path, NEW)).status).toBe(303);
    const used = await new Browser(world).get(showPassword, path);
    expect(used.status).toBe(404);
    expect(used.html).toContain('no longer valid');
    const { csrf } = await new Browser(world).get(
      showPassword,
      await pathFor({ ...ada, passwordVersion: 1 }),
    );
    expect(
      (await new Browser(world).post(setPassword, path, { csrf, password: 'another long one' })).status,
    ).toBe(404);
    expect(await world.deps.identity.signIn(ada.id, NEW)).toBeDefined();
  });

  it('is over after seven days, when the person was removed, and for whoever changes it', async () => {
    const ada = await invited();
    const path = await pathFor(ada);
    const status = async (at: string) => (await new Browser(world).get(showPassword, at)).status;
    expect(await status(path)).toBe(200);
    expect(await status(path.replace(ada.id, `${ada.id.slice(0, -1)}9`))).toBe(404);
    expect(await status(`${path}x`)).toBe(404);
    expect(await status('/password/x')).toBe(404);
    await removePerson(world.deps.people, operator, ada.id);
    expect(await status(path)).toBe(404);
    world.advance(7 * 24 * HOUR);
    expect(await status(path)).toBe(404);
  });

  it.each([
    ['short', 'Password: please use at least 12 characters.'],
    [' begins with a space', 'can’t begin or end with a space'],
    ['x'.repeat(257), 'Password: please use at most 256 characters.'],
    ['', 'Password: please use at least 12 characters.'],
  ])('is not used up by a password that won’t do (%#)', async (password, words) => {
    const path = await pathFor(await invited());
    const refused = await choose(path, password);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(words);
    if (password !== '') expect(refused.html).not.toContain(`"${password}"`);
    expect((await choose(path, NEW)).status).toBe(303);
  });

  it('sets nothing for a form of another site, or without its token', async () => {
    const path = await pathFor(await invited());
    const evil = await choose(path, NEW, new Browser(world, { origin: 'https://evil.example' }));
    expect(evil.status).toBe(403);
    expect((await new Browser(world).post(setPassword, path, { csrf: '', password: NEW })).status).toBe(403);
    expect(world.calls).not.toContain('setPassword');
  });

  it('can be used once more by who was cut short between the user pool and our row', async () => {
    const ada = await invited();
    const token = (await pathFor(ada)).slice('/password/'.length);
    const { people } = world.deps;
    const failing = {
      ...people,
      people: {
        ...people.people,
        person: people.people.person,
        commitPerson: () => Promise.reject(new Error('cut')),
      },
    };
    const cut = setPasswordByLink({ ...world.deps, people: failing }, token, NEW, 'en');
    await expect(cut).rejects.toThrow('cut');
    expect(await world.deps.people.people.person(ada.id)).toMatchObject({ status: 'invited' });
    const { person, tokens } = await setPasswordByLink(world.deps, token, 'the one that counts', 'de');
    expect(person).toMatchObject({ status: 'active', passwordVersion: 1 });
    expect(tokens).toBeDefined();
    expect(await world.deps.identity.signIn(ada.id, NEW)).toBeUndefined();
  });
});

describe('a link for a forgotten password', () => {
  it('sets a new one within the hour, ends all sessions that there were, and leaves the old one useless', async () => {
    const ada = await memberIn(world, 'basic');
    const old = await world.deps.identity.signIn(ada.id, PASSWORD);
    const { status, opened } = await choose(await pathFor(ada), NEW);
    expect(status).toBe(303);
    expect(opened).toContain('you are signed out');
    expect(await world.deps.identity.refresh(ada.id, old?.refreshToken ?? '')).toBeUndefined();
    expect(await world.deps.identity.signIn(ada.id, PASSWORD)).toBeUndefined();
  });

  it('is over after an hour, and after any other link has set one', async () => {
    const ada = await memberIn(world, 'basic');
    const [path, other] = [await pathFor(ada), await pathFor(ada, NOW + 60_000)];
    world.advance(HOUR);
    expect((await new Browser(world).get(showPassword, path)).status).toBe(404);
    expect((await choose(other, NEW)).status).toBe(303);
    expect((await new Browser(world).get(showPassword, other)).status).toBe(404);
  });
});
