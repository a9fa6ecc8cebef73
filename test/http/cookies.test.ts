import { expect, it } from 'vitest';
import { clearCookie, readCookie, setCookie } from '../../lib/http/cookies.ts';
import { readSessionCookies, sessionCookies } from '../../lib/http/session-cookies.ts';
import { httpEvent } from './http-event.ts';

const sent = (cookie: string): string => cookie.split(';', 1).join('');

it('a cookie is for our own host, over TLS, out of the reach of scripts and of other sites', () => {
  expect(setCookie('__Host-a', 'b')).toBe('__Host-a=b; Path=/; Secure; HttpOnly; SameSite=Lax');
  expect(clearCookie('__Host-a')).toBe('__Host-a=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0');
});

it('a cookie is read by its whole name, and believed only where it is sent once', () => {
  const read = (...cookies: string[]) => readCookie(httpEvent({ cookies }), '__Host-a');
  expect(read('x=1', '__Host-a=b=c', '__Host-ab=d')).toBe('b=c');
  expect(read('__Host-a=1', '__Host-a=2')).toBeUndefined();
  expect(read('__host-a=1')).toBeUndefined();
  expect(readCookie(httpEvent(), '__Host-a')).toBeUndefined();
});

it('a session comes back as it was handed out, whatever dots its tokens have', () => {
  const tokens = { username: 'per_ada', idToken: 'a.b.c', refreshToken: 'd.e.f.g.h' };
  const cookies = sessionCookies(tokens).map(sent);
  expect(readSessionCookies(httpEvent({ cookies }))).toEqual(tokens);
  expect(readSessionCookies(httpEvent())).toEqual({ username: '', idToken: '', refreshToken: '' });
});
