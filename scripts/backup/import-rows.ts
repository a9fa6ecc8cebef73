import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CALENDAR_PARTITION } from '../../lib/adapters/keys.ts';
import { StackError } from '../stack-of.ts';
import { CalendarCount } from './calendar-count.ts';
import { isEvent } from './export-rows.ts';
import { FormatError, type Header, type Row, readHeader, readLine } from './format.ts';
import { readLines } from './read-lines.ts';
import { writeMissingRows, writeRows } from './write-rows.ts';

/** For how long the stream tries to bring an event to who reacts to it (ms): cdk/event-stream.ts. */
export const TOLD_WITHIN_MS = 3_600_000;

/** What a file holds, all of it looked at. */
export interface Checked {
  readonly header: Header;
  readonly rows: number;
}

export interface ImportPlan {
  readonly file: string;
  readonly header: Header;
  readonly table: string;
  /** By the service's clock (ms). */
  readonly now: number;
  /** The table may have some of the rows already: these stay as they are. */
  readonly resume: boolean;
}

export interface Imported {
  readonly rows: number;
  readonly expired: number;
}

/** Looks at every line of a copy. Throws a StackError naming the first that is wrong. */
export async function checkFile(file: string): Promise<Checked> {
  let header: Header | undefined;
  let rows = 0;
  let announced: number | undefined;
  for await (const { number, text } of readLines(file)) {
    const line = told(file, number, () => {
      if (announced !== undefined) throw new FormatError('nothing may follow the last line');
      if (header !== undefined) return readLine(text);
      header = readHeader(text);
      return undefined;
    });
    if (line !== undefined && 'rows' in line) announced = line.rows;
    else if (line !== undefined) rows += 1;
  }
  if (header === undefined) throw new StackError(`${file} is empty.`);
  if (announced !== rows) {
    throw new StackError(`${file} is cut off: it has ${rows} rows, and no last line that says so.`);
  }
  return { header, rows };
}

/**
 * Brings a copy into a table. What is known comes first, and what happened last: the stream brings that to who reacts
 * to it, who finds the booking then, and the claim on each message that was sent.
 */
export async function importRows(client: DynamoDBClient, plan: ImportPlan): Promise<Imported> {
  const { file, table, now } = plan;
  const write = plan.resume ? writeMissingRows : writeRows;
  const calendar = new CalendarCount();
  let [rows, expired] = [0, 0];

  async function* known(): AsyncGenerator<Row> {
    for await (const row of rowsOf(file)) {
      if (isEvent(row) || row['pk']?.S === CALENDAR_PARTITION) continue;
      if (isExpired(row, now)) {
        expired += 1;
        continue;
      }
      calendar.add(row);
      rows += 1;
      yield row;
    }
    yield* calendar.rows();
  }

  async function* happened(): AsyncGenerator<Row> {
    const toldUntil = Date.parse(plan.header.at) - TOLD_WITHIN_MS;
    for await (const row of rowsOf(file)) {
      if (!isEvent(row)) continue;
      rows += 1;
      yield { ...row, imported: { S: wasTold(row, toldUntil) ? 'told' : 'untold' } };
    }
  }

  await write(client, table, known());
  await write(client, table, happened());
  return { rows, expired };
}

/** What happened to a number is an answer to its text: told then, or of no use any more. */
function wasTold(row: Row, toldUntil: number): boolean {
  const at = row['event']?.M?.['at']?.N;
  return row['imported']?.S === 'told' || at === undefined || Number(at) < toldUntil;
}

function isExpired(row: Row, now: number): boolean {
  const expiresAt = row['expiresAt']?.N;
  return expiresAt !== undefined && Number(expiresAt) * 1000 <= now;
}

async function* rowsOf(file: string): AsyncGenerator<Row> {
  for await (const { number, text } of readLines(file)) {
    const line = number === 1 ? undefined : told(file, number, () => readLine(text));
    if (line !== undefined && 'row' in line) yield line.row;
  }
}

function told<Read>(file: string, line: number, read: () => Read): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new StackError(`${file}, line ${line}: ${error.message}. Nothing was written.`, { cause: error });
  }
}
