import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderMail } from '../../lib/messages/mail.tsx';
import { type Envelope, toMime } from '../../lib/messages/mime.ts';
import { bookingFacts, HOUR, START } from './booking-facts.ts';
import { decodeWords, type Part, parseMime } from './parse-mime.ts';

const mail = renderMail({ kind: 'confirmed' }, bookingFacts(), START - 48 * HOUR);
const envelope: Envelope = {
  from: { name: 'Example Support', address: 'sessions@mail.example.com' },
  to: { name: 'Ada Lovelace', address: 'ada@example.org' },
  replyTo: 'support@example.com',
  messageId: 'evt_01k9x7m3v8',
  date: START,
};

async function sent(change: Partial<Envelope> = {}, what = mail): Promise<Part> {
  return parseMime((await toMime(what, { ...envelope, ...change })).toString());
}

function flat(part: Part): readonly Part[] {
  return [part, ...part.parts.flatMap(flat)];
}

const lf = (text: string) => text.replaceAll('\r\n', '\n');

describe('a mail as MIME', () => {
  test('carries text, HTML and the invitation as alternatives, and the invitation as a file', async () => {
    const [alternative, file] = (await sent()).parts;
    expect(alternative?.type).toMatch(/^multipart\/alternative/);
    const [text, html, calendar] = alternative?.parts ?? [];
    expect(text?.type).toBe('text/plain; charset=utf-8');
    expect(lf(text?.body ?? '')).toBe(mail.text);
    expect(html?.type).toBe('text/html; charset=utf-8');
    expect(lf(html?.body ?? '')).toBe(mail.html);
    expect(calendar?.type).toBe('text/calendar; charset=utf-8; method=REQUEST');
    expect(calendar?.body).toBe(mail.calendar?.content);
    expect(file?.headers.get('content-disposition')).toBe('attachment; filename=invite.ics');
    expect(file?.body).toBe(mail.calendar?.content);
  });

  test('names the method of a cancellation', async () => {
    const cancelled = renderMail({ kind: 'cancelled' }, bookingFacts(), START - 48 * HOUR);
    const types = flat(await sent({}, cancelled)).map(({ type }) => type);
    expect(types).toContain('text/calendar; charset=utf-8; method=CANCEL');
  });

  test('has no calendar where the mail has none', async () => {
    const reminder = renderMail({ kind: 'reminder', hoursBefore: 2 }, bookingFacts(), START - 2 * HOUR);
    const types = flat(await sent({}, reminder)).map(({ type }) => type.split(';')[0]);
    expect(types).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
  });

  test('says who it is from and to, where answers go, and that no person wrote it', async () => {
    const { headers } = await sent();
    expect(headers.get('from')).toBe('Example Support <sessions@mail.example.com>');
    expect(headers.get('to')).toBe('Ada Lovelace <ada@example.org>');
    expect(headers.get('reply-to')).toBe('support@example.com');
    expect(headers.get('date')).toBe('Tue, 24 Nov 2026 15:00:00 +0000');
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('x-auto-response-suppress')).toBe('All');
  });

  test('is the same bytes under the same id when it is sent again', async () => {
    const [once, again] = [await toMime(mail, envelope), await toMime(mail, envelope)];
    expect(once.equals(again)).toBe(true);
    expect(parseMime(once.toString()).headers.get('message-id')).toBe('<evt_01k9x7m3v8@mail.example.com>');
  });

  test('belongs to the thread of its booking, and takes ids with characters that headers keep for themselves', async () => {
    const { headers } = await sent({ threadId: 'bkg_1', messageId: 'bkg_1#3:mail (again)\r\nBcc: x' });
    expect(headers.get('references')).toBe('<bkg_1@mail.example.com>');
    expect(headers.get('message-id')).toBe(
      '<bkg_1%233%3Amail%20%28again%29%0D%0ABcc%3A%20x@mail.example.com>',
    );
  });

  test('keeps any name in its own header, whatever characters it holds', async () => {
    const plain = [...(await sent()).headers.keys()];
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({
        unit: fc.constantFrom('\r\n', 'Bcc: a@example.net', '"', '<', '>', ',', '\\', 'é', '=?utf-8?Q?x?='),
      }),
    );
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const { headers } = await sent({ to: { name, address: 'ada@example.org' } });
        expect([...headers.keys()]).toEqual(plain);
        expect(headers.get('to')).toMatch(/(^|<)ada@example\.org>?$/);
      }),
      { numRuns: 60 },
    );
  });

  test('tells names and subjects outside ASCII as they are', async () => {
    const { headers } = await sent(
      { to: { name: 'Zoë 李', address: 'ada@example.org' } },
      { ...mail, subject: 'Café\r\nBcc: all@example.net' },
    );
    expect(decodeWords(headers.get('to') ?? '')).toBe('Zoë 李 <ada@example.org>');
    expect(decodeWords(headers.get('subject') ?? '')).toBe('Café Bcc: all@example.net');
    expect(headers.has('bcc')).toBe(false);
  });

  test.each([
    'ada',
    'ada@example.org, eve@example.net',
    'ada@example.org\r\nBcc: x@example.net',
    '<ada@example.org>',
  ])('is refused for %j, which is no address', async (address) => {
    expect(() => toMime(mail, { ...envelope, to: { name: 'Ada', address } })).toThrow(
      `Not a mail address: ${address}`,
    );
  });

  test('is refused without an id', () => {
    expect(() => toMime(mail, { ...envelope, messageId: '' })).toThrow('A mail needs an id');
  });
});
