import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/**
 * A copy of the table as lines of JSON: a header, then each row as `{"Item": …}` in DynamoDB's own JSON (every value with
 * its type, numbers as text, binary as base64), as the service's exports to S3 have it, and last how many rows there are.
 */
export const FORMAT = 'showup-backup';
export const VERSION = 1;

export type Row = Readonly<Record<string, AttributeValue>>;

export interface Header {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly stage: string;
  /** When it was begun, by the service's clock (RFC 3339 UTC). */
  readonly at: string;
  /** The live keys of links, the current one first: absent unless asked for. */
  readonly linkKeys?: readonly string[];
}

/** A line is not one of a copy, as the message says. */
export class FormatError extends Error {}

export function headerLine(header: Header): string {
  return lineOf(header);
}

export function rowLine(row: Row): string {
  return lineOf({ Item: encodeMap(row) });
}

export function endLine(rows: number): string {
  return lineOf({ rows });
}

/** The header of a first line. Throws a FormatError. */
export function readHeader(line: string): Header {
  const { format, version, stage, at, linkKeys } = parsed(line);
  if (format !== FORMAT) throw new FormatError('this is no copy that npm run export made');
  if (version !== VERSION) {
    throw new FormatError(`its format is version ${JSON.stringify(version)}, and this one reads ${VERSION}`);
  }
  if (typeof stage !== 'string' || typeof at !== 'string' || Number.isNaN(Date.parse(at))) {
    throw new FormatError('the header must say stage and instant');
  }
  if (linkKeys === undefined) return { format, version, stage, at };
  if (!Array.isArray(linkKeys) || !linkKeys.every((key) => typeof key === 'string')) {
    throw new FormatError('the keys of links must be a list of texts');
  }
  return { format, version, stage, at, linkKeys };
}

/** The row of a line, or how many rows there are in all where it is the last. Throws a FormatError. */
export function readLine(line: string): { readonly row: Row } | { readonly rows: number } {
  const { Item, rows } = parsed(line);
  if (Item === undefined && Number.isSafeInteger(rows)) return { rows: Number(rows) };
  const row = decodeMap(Item);
  for (const key of ['pk', 'sk']) {
    if (typeof row[key]?.S !== 'string') throw new FormatError(`the row has no ${key}`);
  }
  return { row };
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (isObject(value)) return value;
  } catch {
    // Told below, as anything else that is no object.
  }
  throw new FormatError('it is no object of JSON');
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function encodeMap(map: Row): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, encode(value)]));
}

function encode(value: AttributeValue): unknown {
  if (value.B !== undefined) return { B: base64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(base64) };
  if (value.M !== undefined) return { M: encodeMap(value.M) };
  if (value.L !== undefined) return { L: value.L.map(encode) };
  return value;
}

function decodeMap(map: unknown): Record<string, AttributeValue> {
  if (!isObject(map)) throw new FormatError('it has no row');
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, decode(name, value)]));
}

type Decode = (name: string, content: unknown) => AttributeValue;

const decoders: Readonly<Record<string, Decode>> = {
  S: (name, text) => ({ S: textOf(name, text) }),
  N: (name, number) => ({ N: textOf(name, number) }),
  B: (name, bytes) => ({ B: bytesOf(name, bytes) }),
  SS: (name, texts) => ({ SS: listOf(name, texts).map((text) => textOf(name, text)) }),
  NS: (name, numbers) => ({ NS: listOf(name, numbers).map((number) => textOf(name, number)) }),
  BS: (name, list) => ({ BS: listOf(name, list).map((bytes) => bytesOf(name, bytes)) }),
  M: (_, map) => ({ M: decodeMap(map) }),
  L: (name, list) => ({ L: listOf(name, list).map((value) => decode(name, value)) }),
  NULL: (name, value) => (value === true ? { NULL: true } : wrong(name)),
  BOOL: (name, value) => (typeof value === 'boolean' ? { BOOL: value } : wrong(name)),
};

function decode(name: string, value: unknown): AttributeValue {
  const [only, ...more] = isObject(value) ? Object.entries(value) : [];
  if (only === undefined || more.length > 0) return wrong(name);
  const [type, content] = only;
  const decoder = Object.hasOwn(decoders, type) ? decoders[type] : undefined;
  return decoder === undefined ? wrong(name) : decoder(name, content);
}

function textOf(name: string, value: unknown): string {
  return typeof value === 'string' ? value : wrong(name);
}

function bytesOf(name: string, value: unknown): Uint8Array {
  return new Uint8Array(Buffer.from(textOf(name, value), 'base64'));
}

function listOf(name: string, value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : wrong(name);
}

function wrong(name: string): never {
  throw new FormatError(`${name} is no value of DynamoDB’s`);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
