import { describe, expect, it } from 'vitest';
import type { LinkDeps } from '../../lib/app/deps.ts';
import { bookingOf, joinUrl, manageUrl } from '../../lib/app/links.ts';

const id = 'bkg_01m0zq8a7c9x2k4v6t8r3w5y7z';

function linkDeps(...keys: string[]): LinkDeps {
  return { siteUrl: 'https://showup.example', linkKeys: () => Promise.resolve(keys) };
}

const deps = linkDeps('current');

async function tokens(of: LinkDeps = deps): Promise<{ manage: string; join: string }> {
  const last = (url: string): string => url.split('/').at(-1) ?? '';
  return { manage: last(await manageUrl(of, id)), join: last(await joinUrl(of, id)) };
}

describe('a link', () => {
  it('leads to the page of its purpose, by a token of one form', async () => {
    expect(await manageUrl(deps, id)).toMatch(
      /^https:\/\/showup\.example\/manage\/bkg_[0-9a-z]{26}\.[\w-]{22}$/u,
    );
    expect(await joinUrl(deps, id)).toMatch(
      /^https:\/\/showup\.example\/join\/bkg_[0-9a-z]{26}\.[\w-]{22}$/u,
    );
  });

  it('is the same whenever it is made, so that all mails carry one', async () => {
    expect(await tokens()).toEqual(await tokens());
  });

  it('opens its booking for its purpose', async () => {
    const { manage, join } = await tokens();
    expect(await bookingOf(deps, manage, ['manage'])).toBe(id);
    expect(await bookingOf(deps, join, ['join', 'manage'])).toBe(id);
    expect(await bookingOf(deps, manage, ['join', 'manage'])).toBe(id);
  });

  it('opens nothing for another purpose: who may join may not cancel', async () => {
    const { manage, join } = await tokens();
    expect(await bookingOf(deps, join, ['manage'])).toBeUndefined();
    expect(await bookingOf(deps, manage, ['join'])).toBeUndefined();
  });

  it('opens nothing with any one character changed, added or left out', async () => {
    const { manage } = await tokens();
    const others = manage.split('').flatMap((character, index) => {
      const [before, after] = [manage.slice(0, index), manage.slice(index + 1)];
      return ['A', 'a', '0', 'Q', '-', '_', '.', '=']
        .filter((other) => other !== character)
        .map((other) => before + other + after)
        .concat(before + after);
    });
    for (const extra of ['=', '==', '.', 'A', ' ', '\n', '%3D']) others.push(manage + extra, extra + manage);
    for (const token of others)
      expect(await bookingOf(deps, token, ['manage', 'join']), token).toBeUndefined();
  });

  it('is taken in no other spelling of the same bits', async () => {
    const { manage } = await tokens();
    const last = manage.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (const other of alphabet.split('').filter((character) => character !== last)) {
      expect(await bookingOf(deps, manage.slice(0, -1) + other, ['manage'])).toBeUndefined();
    }
  });

  it("opens nothing with another booking's id", async () => {
    const { manage } = await tokens();
    const [, mac = ''] = manage.split('.');
    expect(await bookingOf(deps, `bkg_other.${mac}`, ['manage'])).toBeUndefined();
  });

  it.each([
    '',
    '.',
    '..',
    'bkg_x',
    'bkg_x.',
    '.AAAAAAAAAAAAAAAAAAAAAA',
    'undefined',
    '\u{1f600}.\u{1f600}',
    'a.b.c',
  ])('that reads %j opens nothing', async (token) => {
    expect(await bookingOf(deps, token, ['manage', 'join'])).toBeUndefined();
  });
});

describe('a key of links', () => {
  it('that was rotated out still opens what it signed, while it lives', async () => {
    const { manage } = await tokens(linkDeps('old'));
    expect(await bookingOf(linkDeps('new', 'old'), manage, ['manage'])).toBe(id);
    expect(await bookingOf(linkDeps('newer', 'new'), manage, ['manage'])).toBeUndefined();
  });

  it('that is current signs new links', async () => {
    const { manage } = await tokens(linkDeps('new', 'old'));
    expect(manage).toBe((await tokens(linkDeps('new'))).manage);
  });

  it('is needed: without one nothing is signed, and nothing opens', async () => {
    const { manage } = await tokens();
    await expect(manageUrl(linkDeps(), id)).rejects.toThrow('there is no key to sign links with');
    expect(await bookingOf(linkDeps(), manage, ['manage'])).toBeUndefined();
  });
});
