import { describe, expect, it } from 'vitest';
import type { LinkDeps } from '../../lib/app/deps.ts';
import { bookingOf } from '../../lib/app/links.ts';
import { macFor } from '../../lib/app/mac.ts';
import { passwordUrl, readPasswordToken } from '../../lib/app/password-links.ts';
import type { Staff } from '../../lib/domain/people/person.ts';
import { NOW } from '../world.ts';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const id = 'per_01m0zq8a7c9x2k4v6t8r3w5y7z';
const invited: Staff = {
  ...{ id, name: 'Sam', email: 'sam@example.com', staff: true, status: 'invited' },
  ...{ passwordVersion: 0, revision: 1, invitedAt: NOW, invitedBy: 'operator' },
};
const active: Staff = { ...invited, status: 'active', passwordVersion: 3 };

function linkDeps(...keys: string[]): LinkDeps {
  return { siteUrl: 'https://showup.example', linkKeys: () => Promise.resolve(keys) };
}

const deps = linkDeps('current');

async function tokenOf(person: Staff, of = deps): Promise<string> {
  return (await passwordUrl(of, person, NOW)).split('/').at(-1) ?? '';
}

describe('a link for a password', () => {
  it('leads to the page that sets it, and says whose it is and for which version', async () => {
    expect(await passwordUrl(deps, active, NOW)).toMatch(
      /^https:\/\/showup\.example\/password\/per_[0-9a-z]{26}\.3\.\d{13}\.[\w-]{22}$/u,
    );
    expect(await readPasswordToken(deps, await tokenOf(active), NOW)).toEqual({ personId: id, version: 3 });
  });

  it.each([
    ['the first one', invited, WEEK],
    ['another one', active, HOUR],
  ])('sets %s for as long as its mail says, and not a moment longer', async (_, person, life) => {
    const token = await tokenOf(person);
    expect(await readPasswordToken(deps, token, NOW + life - 1)).toMatchObject({ personId: id });
    expect(await readPasswordToken(deps, token, NOW + life)).toBeUndefined();
  });

  it('opens nothing with any one character changed, added or left out', async () => {
    const token = await tokenOf(active);
    const others = token.split('').flatMap((character, index) => {
      const [before, after] = [token.slice(0, index), token.slice(index + 1)];
      return ['A', '0', '9', '-', '.', '=']
        .filter((other) => other !== character)
        .map((other) => before + other + after)
        .concat(before + after);
    });
    for (const other of [...others, `${token}.`, `.${token}`, `${token}=`, '', '...', 'a.b.c.d'])
      expect(await readPasswordToken(deps, other, NOW), other).toBeUndefined();
  });

  it('lives as long as the key that signed it', async () => {
    const token = await tokenOf(active, linkDeps('old'));
    expect(await readPasswordToken(linkDeps('new', 'old'), token, NOW)).toBeDefined();
    expect(await readPasswordToken(linkDeps('newer', 'new'), token, NOW)).toBeUndefined();
  });

  it('is no link of a booking, and no link of a booking is one of these', async () => {
    const mac = (await tokenOf(active)).split('.').at(-1) ?? '';
    for (const purpose of ['manage', 'text', 'join'] as const)
      expect(await bookingOf(deps, `${id}.${mac}`, [purpose])).toBeUndefined();
    const claim = `${id}.3.${NOW + HOUR}`;
    for (const purpose of ['manage', 'text', 'join'])
      expect(
        await readPasswordToken(deps, `${claim}.${await macFor(deps, `${purpose}\n${claim}`)}`, NOW),
      ).toBeUndefined();
  });
});
