import { describe, expect, it } from 'vitest';
import settings from '#config';
import { assetsOf } from '../../lib/pages/assets.ts';
import { bookedPages } from '../../scripts/previews/booked-pages.ts';
import { deskBoardPages } from '../../scripts/previews/desk-board-pages.ts';
import { deskPersonPages } from '../../scripts/previews/desk-person-pages.ts';
import { deskSessionPages } from '../../scripts/previews/desk-session-pages.ts';
import { managePages } from '../../scripts/previews/manage-pages.ts';
import type { PageState } from '../../scripts/previews/page-state.ts';
import { world } from '../../scripts/previews/world.ts';
import { shown, visit } from './session-visit.ts';

const files = ['style.css', 'desk.css', 'desk.js', 'countdown.js', 'book.js'];
const assets = assetsOf(new Map(files.map((name) => [name, Buffer.from(name)])));

const all: readonly PageState[] = [
  ...bookedPages,
  ...managePages,
  ...deskBoardPages,
  ...deskSessionPages,
  ...deskPersonPages,
];

/** What a state of a page reads like, in a language. */
async function readIn(name: string, language: 'en' | 'de'): Promise<string> {
  const state = all.find((one) => one.name === name);
  if (state === undefined) throw new Error(`there is no ${name}`);
  const as = { ...visit(`lang=${language}`), settings, assets };
  return shown(await state.page(as, world), as).text;
}

const holders = ['Booked', 'Managing'].flatMap((page) => [
  [`${page}, mail comes back`, 'en', 'Our mail to you comes back'] as const,
  [`${page}, mail comes back`, 'de', 'Unsere E‑Mails an Sie kommen zurück'] as const,
  [`${page}, mail is off`, 'en', 'Mail to you is off'] as const,
  [`${page}, mail is off`, 'de', 'Sie bekommen keine E‑Mails von uns'] as const,
]);

describe('who holds the link of a booking whose mail doesn’t arrive', () => {
  it.each(holders)('%s, in %s: reads that, and is promised no mail', async (name, language, title) => {
    const text = await readIn(name, language);
    expect(text).toContain(title);
    for (const promise of [
      'Mails about it go to',
      'is on its way to',
      's dazu gehen an',
      'ist unterwegs an',
    ]) {
      expect(text).not.toContain(promise);
    }
  });

  it('reads nothing of it where mail arrives', async () => {
    const text = await readIn('Managing, confirmed', 'en');
    expect(text).toContain('Mails about it go to');
    expect(text).not.toContain('Mail to you is off');
  });
});

describe('at the desk', () => {
  it.each([
    ['Desk, a day', 'en', 'mail comes back'],
    ['Desk, a day', 'de', 'E‑Mail kommt zurück'],
    [
      'Desk session, mail comes back',
      'en',
      'Mail to them comes back. Call them, and ask for an address that works.',
    ],
    ['Desk session, mail is off', 'en', 'They called a mail of ours spam, so they get no more.'],
    ['Desk session, mail is off', 'de', 'als Spam gemeldet und bekommt deshalb keine mehr'],
    ['Desk person, mail comes back', 'en', 'Mail to this address comes back since'],
    ['Desk person, mail is off', 'en', 'Nothing more is mailed to them.'],
    ['Desk person, mailed again', 'en', 'let mail go there again on'],
  ] as const)('%s, in %s: %s', async (name, language, words) => {
    expect(await readIn(name, language)).toContain(words);
  });

  it('mail is allowed again where something stands against it, and only there', async () => {
    expect(await readIn('Desk person, mail is off', 'en')).toContain('Mail them again');
    expect(await readIn('Desk person, mailed again', 'en')).not.toContain('Mail them again');
    expect(await readIn('Desk person, nothing against them', 'en')).not.toContain('Mail them again');
  });
});
