import { describe, expect, it } from 'vitest';
import { draftCookie, hasDraftCookie, noDraftCookie, readDraftCookie } from '../../lib/http/draft-cookie.ts';
import { httpEvent } from './http-event.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const MINUTE = 60_000;
const content = Buffer.from('what somebody typed');

const pairOf = (cookie: string): string => cookie.split(';', 1)[0] ?? '';

function read(cookie: string, keys: readonly string[] = ['key'], at = NOW): string | undefined {
  const kept = readDraftCookie(httpEvent({ cookies: [cookie] }), keys, at);
  return kept && Buffer.from(kept).toString();
}

describe('a draft in a cookie', () => {
  const cookie = draftCookie(['key'], content, NOW);
  const value = pairOf(cookie);

  it('is for our host alone, over TLS, out of reach of scripts and other sites, and short-lived', () => {
    expect(cookie).toMatch(/^__Host-draft=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=1200$/u);
    expect(noDraftCookie()).toMatch(/^__Host-draft=; .*; Max-Age=0$/u);
  });

  it('comes back as it went, for 20 minutes whatever the browser keeps', () => {
    expect(read(value)).toBe('what somebody typed');
    expect(read(value, ['key'], NOW + 20 * MINUTE - 1)).toBe('what somebody typed');
    expect(read(value, ['key'], NOW + 20 * MINUTE)).toBeUndefined();
  });

  it('can’t be read in the browser, and looks different each time', () => {
    expect(Buffer.from(value.slice('__Host-draft='.length), 'base64url').toString('latin1')).not.toContain(
      'typed',
    );
    expect(pairOf(draftCookie(['key'], content, NOW))).not.toBe(value);
  });

  it('is opened by any live key, and by no other', () => {
    expect(read(value, ['newer', 'key'])).toBe('what somebody typed');
    expect(read(value, ['newer'])).toBeUndefined();
    expect(read(value, [])).toBeUndefined();
  });

  it('is none once any bit of it is changed, it is cut off, or it is sent twice', () => {
    const sealed = Buffer.from(value.slice('__Host-draft='.length), 'base64url');
    for (let index = 0; index < sealed.length; index++) {
      const forged = Buffer.from(sealed);
      forged[index] = (forged[index] ?? 0) ^ 1;
      expect(read(`__Host-draft=${forged.toString('base64url')}`), `byte ${index}`).toBeUndefined();
      expect(read(`__Host-draft=${sealed.subarray(0, index).toString('base64url')}`)).toBeUndefined();
    }
    expect(readDraftCookie(httpEvent({ cookies: [value, value] }), ['key'], NOW)).toBeUndefined();
  });

  it('is there or not, good or not', () => {
    expect(hasDraftCookie(httpEvent({ cookies: [value] }))).toBe(true);
    expect(hasDraftCookie(httpEvent({ cookies: ['__Host-draft=x'] }))).toBe(true);
    expect(hasDraftCookie(httpEvent({ cookies: ['draft=x'] }))).toBe(false);
    expect(hasDraftCookie(httpEvent())).toBe(false);
    expect(read('__Host-draft=')).toBeUndefined();
  });
});
