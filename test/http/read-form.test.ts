import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readForm } from '../../lib/http/read-form.ts';
import { refusedFields } from './field-errors.ts';
import { httpEvent } from './http-event.ts';

const schema = z.strictObject({ name: z.string(), action: z.string() });
const type = 'application/x-www-form-urlencoded';

describe('a posted form', () => {
  it('is read as text, in base64 too, as HTTP APIs bring it', () => {
    const body = 'name=M%C3%BCller+%26+S%C3%B6hne&action=book';
    const form = { name: 'Müller & Söhne', action: 'book' };
    expect(readForm(posted(body), schema)).toEqual(form);
    const encoded = { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
    expect(readForm({ ...posted(''), ...encoded }, schema)).toEqual(form);
  });

  it('is refused where a field is missing, unknown, or sent twice, by name', async () => {
    expect(await refusedFields(() => readForm(posted('name=a'), schema))).toEqual(['action']);
    expect(await refusedFields(() => readForm(posted('name=a&action=b&free=1'), schema))).toEqual(['free']);
    expect(await refusedFields(() => readForm(posted('name=a&action=b&name=c'), schema))).toEqual(['name']);
    expect(await refusedFields(() => readForm(posted('name=a&action=b&__proto__=c'), schema))).toEqual([
      '__proto__',
    ]);
  });

  it('is refused under another content type, and when it is larger than any of ours', async () => {
    const json = { ...posted('name=a&action=b'), headers: { 'content-type': 'application/json' } };
    expect(await refusedFields(() => readForm(json, schema))).toEqual(['content-type']);
    const large = posted(`action=b&name=${'x'.repeat(17_000)}`);
    expect(await refusedFields(() => readForm(large, schema))).toEqual(['body']);
  });
});

function posted(body: string) {
  return httpEvent({ body, headers: { 'content-type': `${type}; charset=UTF-8` } });
}
