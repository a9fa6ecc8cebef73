import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  endLine,
  FORMAT,
  headerLine,
  type Row,
  readHeader,
  readLine,
  rowLine,
  VERSION,
} from '../../scripts/backup/format.ts';
import { checkFile } from '../../scripts/backup/import-rows.ts';
import { readLines } from '../../scripts/backup/read-lines.ts';
import { writeLines } from '../../scripts/backup/write-lines.ts';

const header = { format: FORMAT, version: VERSION, stage: 'prod', at: '2026-11-30T12:00:00.000Z' } as const;
const key = { pk: { S: 'BOOKING#bkg_1' }, sk: { S: 'BOOKING' } };

const number = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constant('12345678901234567890123456789012345678'),
);
const bytes = fc.uint8Array({ maxLength: 40 }).map((list) => new Uint8Array(list));
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('a\nb', '\u2028', '\u0000', 'é\r\n', '"\\'),
);
const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text.map((S): AttributeValue => ({ S })),
    number.map((N): AttributeValue => ({ N })),
    bytes.map((B): AttributeValue => ({ B })),
    fc.uniqueArray(text, { minLength: 1 }).map((SS): AttributeValue => ({ SS })),
    fc.uniqueArray(number, { minLength: 1 }).map((NS): AttributeValue => ({ NS })),
    fc.array(bytes, { minLength: 1, maxLength: 4 }).map((BS): AttributeValue => ({ BS })),
    fc.constant<AttributeValue>({ NULL: true }),
    fc.boolean().map((BOOL): AttributeValue => ({ BOOL })),
    fc.array(tie('value'), { maxLength: 4 }).map((L): AttributeValue => ({ L })),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }).map((M): AttributeValue => ({ M })),
  ),
}));
const row = fc.dictionary(fc.string({ minLength: 1 }), value).map((rest): Row => ({ ...rest, ...key }));

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'showup-backup-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

describe('a row of a copy', () => {
  it('comes back as it went, whatever it holds, and takes one line', () => {
    fc.assert(
      fc.property(row, (one) => {
        const line = rowLine(one);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(readLine(line)).toEqual({ row: one });
      }),
    );
  });

  it('keeps sets as sets, long numbers to the last digit, and bytes', () => {
    const holds = {
      ...unmarshall(key),
      set: new Set(['a', 'b']),
      numbers: new Set([1, 2]),
      bytes: Buffer.from([0, 255]),
    };
    const given = { ...marshall(holds), long: { N: '0.12345678901234567890123456789012345678' } };
    const read = readLine(rowLine(given));
    expect(read).toEqual({ row: { ...given, bytes: { B: new Uint8Array([0, 255]) } } });
  });

  it.each([
    ['[]', 'no object of JSON'],
    ['{"Item":{"pk":{"S":"a"}', 'no object of JSON'],
    ['{}', 'no row'],
    ['{"Item":{"pk":{"S":"a"}}}', 'no sk'],
    ['{"Item":{"pk":{"N":"1"},"sk":{"S":"b"}}}', 'no pk'],
    ['{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"due":{"X":1}}}', 'due is no value'],
    ['{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"due":{"S":"1","N":"1"}}}', 'due is no value'],
    ['{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"due":{"N":1}}}', 'due is no value'],
    ['{"Item":{"pk":{"S":"a"},"sk":{"S":"b"},"due":{"toString":1}}}', 'due is no value'],
  ])('that reads %s is refused', (line, why) => {
    expect(() => readLine(line)).toThrow(why);
  });
});

describe('the file of a copy', () => {
  const file = () => join(directory, 'copy.jsonl');
  const check = (...lines: string[]) => {
    writeFileSync(file(), lines.join(''));
    return checkFile(file());
  };

  it('has a header, rows, and how many there are', async () => {
    expect(await check(headerLine(header), rowLine(key), rowLine(key), endLine(2))).toEqual({
      header,
      rows: 2,
    });
    const withKeys = { ...header, linkKeys: ['a', 'b'] };
    expect(readHeader(headerLine(withKeys))).toEqual(withKeys);
  });

  it.each([
    ['of nothing', [], 'is empty'],
    ['that ends too early', [headerLine(header), rowLine(key)], 'cut off'],
    ['that lacks rows', [headerLine(header), rowLine(key), endLine(2)], 'cut off'],
    [
      'that goes on after its end',
      [headerLine(header), endLine(0), rowLine(key)],
      'line 3: nothing may follow',
    ],
    ['of another kind', ['{"name":"x"}\n'], 'line 1: this is no copy'],
    ['of a later format', [headerLine({ ...header, version: 2 as 1 })], 'line 1: its format is version 2'],
    [
      'with a broken line',
      [headerLine(header), rowLine(key), '{"Item":\n', endLine(2)],
      'line 3: it is no object',
    ],
  ])('%s is refused, with the line', async (_, lines, why) => {
    await expect(check(...lines)).rejects.toThrow(why);
  });

  it('is read in lines, wherever its pieces are cut and whatever characters it holds', async () => {
    // Longer than a piece that is read at once, and none of its cuts between characters.
    const lines = Array.from({ length: 3000 }, (_, index) => `${index} ${'ü€😀\u2028'.repeat(20)}`);
    writeFileSync(file(), lines.join('\n'));
    const read: string[] = [];
    for await (const { number: nth, text: line } of readLines(file())) read[nth - 1] = line;
    expect(read).toEqual(lines);
  });

  it('is there whole or not at all: one that breaks off leaves the one before', async () => {
    writeFileSync(file(), 'before');
    async function* broken(): AsyncGenerator<string> {
      yield 'half';
      throw new Error('the table is gone');
    }
    await expect(writeLines(file(), broken())).rejects.toThrow('the table is gone');
    for await (const line of readLines(file())) expect(line.text).toBe('before');
    expect.assertions(2);
  });
});
