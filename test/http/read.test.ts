import { describe, expect, it } from 'vitest';
import { bodyOf, readBody, readQuery } from '../../lib/http/read.ts';
import { bookingBody, cancelBody, explainQuery, noBody, noQuery } from '../../lib/http/schemas.ts';
import { fieldErrors, refusedFields } from './field-errors.ts';
import { httpEvent, jsonEvent } from './http-event.ts';
import { samples } from './requests.ts';

const good = JSON.stringify(samples['bookingBody']?.good);

describe('a JSON body', () => {
  it('is read, whatever parameters and capitals its content type has', () => {
    for (const type of [
      'application/json',
      'application/json; charset=utf-8',
      'Application/JSON ;charset=UTF-8',
    ]) {
      const event = httpEvent({ headers: { 'content-type': type }, body: good });
      expect(readBody(event, bookingBody).sessionType).toBe('live-60');
    }
  });

  it('is refused under any other content type, or none', async () => {
    for (const headers of [
      {},
      { 'content-type': '' },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/jsonp' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { 'content-type': 'text/html; application/json' },
    ]) {
      expect(await refusedFields(() => readBody(httpEvent({ headers, body: good }), bookingBody))).toEqual([
        'content-type',
      ]);
    }
  });

  it('may come in base64, as API Gateway brings some', () => {
    const body = Buffer.from(good).toString('base64');
    expect(readBody(httpEvent({ body, isBase64Encoded: true }), bookingBody).attendee.name).toBe('Ada Park');
  });

  it('in base64 that is no UTF-8, or no base64, is refused as no JSON', async () => {
    for (const body of [Buffer.from([0xff, 0xfe, 0x00]).toString('base64'), '****', good]) {
      const event = httpEvent({ body, isBase64Encoded: true });
      expect(await refusedFields(() => readBody(event, bookingBody))).not.toEqual([]);
    }
  });

  it('that is none reads as no fields', async () => {
    for (const event of [
      httpEvent({ headers: {} }),
      httpEvent({ headers: {}, body: '' }),
      jsonEvent(' \n'),
    ]) {
      expect(readBody(event, noBody)).toEqual({});
      expect(readBody(event, cancelBody)).toEqual({});
      expect(await refusedFields(() => readBody(event, bookingBody))).toContain('sessionType');
    }
  });

  it.each([
    '{',
    'nothing',
    '{"start":NaN}',
    "{'a':1}",
    '{"a":1,}',
    '\uFEFF{}',
    '{}{}',
    '"\u0001"',
    '0x10',
    '[1,]',
  ])('that is not JSON (%j) is refused as that', async (body) => {
    expect(await fieldErrors(() => readBody(jsonEvent(body), bookingBody))).toEqual([
      { field: 'body', message: 'must be JSON' },
    ]);
  });

  it('of anything but an object is refused', async () => {
    for (const body of [
      'null',
      '[]',
      '7',
      '1e999',
      '"text"',
      'true',
      `${'['.repeat(8000)}${']'.repeat(8000)}`,
    ]) {
      expect(await fieldErrors(() => readBody(jsonEvent(body), bookingBody))).toEqual([
        { field: 'body', message: 'must be an object' },
      ]);
    }
  });

  it('nested too deep to be anything of ours is refused by its field', async () => {
    const deep = `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`;
    expect(await refusedFields(() => readBody(jsonEvent(`{"reason":${deep}}`), cancelBody))).toEqual([
      'reason',
    ]);
  });

  it('takes the last of a field that is given twice, and checks it', async () => {
    expect(readBody(jsonEvent('{"reason":7,"reason":"Ill"}'), cancelBody)).toEqual({ reason: 'Ill' });
    expect(await refusedFields(() => readBody(jsonEvent('{"reason":"Ill","reason":7}'), cancelBody))).toEqual(
      ['reason'],
    );
  });

  it('that names __proto__ is refused by that name, and pollutes nothing', async () => {
    const body =
      '{"reason":"Ill","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    expect(await refusedFields(() => readBody(jsonEvent(body), cancelBody))).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('with escapes for half a character or a control character is refused by the field', async () => {
    for (const reason of ['\\ud800', '\\u0000', 'a\\u202', '\\u001b[2J'])
      expect(
        await refusedFields(() => readBody(jsonEvent(`{"reason":"${reason}"}`), cancelBody)),
      ).toHaveLength(1);
  });

  it('of 16,384 characters is read, and of one more is refused before anything is made of it', async () => {
    const padded = (length: number): string => `{"reason":"Ill"${' '.repeat(length - 16)}}`;
    expect(padded(16_384)).toHaveLength(16_384);
    expect(readBody(jsonEvent(padded(16_384)), cancelBody)).toEqual({ reason: 'Ill' });
    expect(await fieldErrors(() => readBody(jsonEvent(padded(16_385)), cancelBody))).toEqual([
      { field: 'body', message: 'must be at most 16384 characters' },
    ]);
  });
});

describe('the text of a body', () => {
  it('is given as it came, decoded where API Gateway encoded it', () => {
    expect(bodyOf(httpEvent())).toBe('');
    expect(bodyOf(httpEvent({ body: 'ä' }))).toBe('ä');
    expect(bodyOf(httpEvent({ body: Buffer.from('ä').toString('base64'), isBase64Encoded: true }))).toBe('ä');
  });
});

describe('a query', () => {
  const query = (queryStringParameters: Record<string, string>) => httpEvent({ queryStringParameters });

  it('is read by its fields, and each unknown one is refused by name', async () => {
    const good = { sessionType: 'live-60', start: '2026-11-24T15:00:00Z' };
    expect(readQuery(query(good), explainQuery)).toEqual({
      sessionType: 'live-60',
      start: Date.parse(good.start),
    });
    expect(await refusedFields(() => readQuery(query({ ...good, debug: '1' }), explainQuery))).toEqual([
      'debug',
    ]);
  });

  it('that is none has no fields', async () => {
    expect(readQuery(httpEvent(), noQuery)).toEqual({});
    expect(await refusedFields(() => readQuery(httpEvent(), explainQuery))).toEqual(['sessionType', 'start']);
  });

  it('that names a field twice is refused: API Gateway joins the two', async () => {
    const twice = { sessionType: 'live-60', start: '2026-11-24T15:00:00Z,2026-11-25T15:00:00Z' };
    expect(await refusedFields(() => readQuery(query(twice), explainQuery))).toEqual(['start']);
  });
});
