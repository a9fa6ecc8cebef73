import { describe, expect, it } from 'vitest';
import { emailProblem } from '../../lib/pages/account/check.ts';
import { nextOf, onTheWay, pathToSignIn } from '../../lib/pages/account/own-path.ts';
import { tooManyTries } from '../../lib/pages/account/said.tsx';
import { languages } from '../../lib/pages/language/languages.ts';
import { visit } from './session-visit.ts';

const asking = (next: string) => visit(new URLSearchParams({ next }).toString());

describe('where somebody goes on to after signing in', () => {
  it.each(['/portal', '/portal/bookings?when=past', '/book?start=2026-12-01T15:00:00.000Z&x=%2F%2Fy', '/'])(
    'may be our own %s',
    (path) => {
      expect(nextOf(asking(path))).toBe(path);
      expect(new URL(path, 'https://showup.example').origin).toBe('https://showup.example');
    },
  );

  it.each([
    '',
    'portal',
    'https://evil.example',
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/ö',
    `/${'x'.repeat(2000)}`,
  ])('is never %j', (next) => {
    expect(nextOf(asking(next))).toBeUndefined();
  });

  it('is kept on the way, with the language', () => {
    const path = pathToSignIn({ asked: 'de' }, '/portal/people?cursor=a%2Bb');
    const there = visit(path.split('?')[1]);
    expect(nextOf(there)).toBe('/portal/people?cursor=a%2Bb');
    expect(onTheWay(there, '/forgot')).toBe(path.replace('/sign-in', '/forgot'));
    expect(onTheWay(visit(), '/sign-in')).toBe('/sign-in');
  });
});

describe('what is said', () => {
  it.each(Object.values(languages))('of addresses and waiting, in $name', (language) => {
    const words = ['', ' ', 'ada', `${'a'.repeat(250)}@example.com`].map((email) =>
      emailProblem(email, language).get('email'),
    );
    expect(new Set(words).size).toBe(3);
    expect(emailProblem(' ada@example.com ', language).size).toBe(0);
    expect(tooManyTries(language, 601).text).toContain('11');
    expect(tooManyTries(language, 1).text).toBe(tooManyTries(language, 60).text);
  });
});
