import type { CodeHolder, Company } from '../domain/company.ts';
import type { Person } from '../domain/people/person.ts';
import { readRows } from './batch-rows.ts';
import { codeHolderIn } from './companies.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';
import { parseRow } from './parse-row.ts';
import { addressRow, companyRow, personRow } from './people-rows.ts';

/** Companies, people and codes, many at once, as an import looks them up: each by what it was asked for. */

export async function readCompanies(
  table: TableClient,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Company>> {
  const rows = await readRows(
    table,
    unique(ids).map((id) => keys.companyKey(id)),
  );
  return new Map(rows.map((row) => parseRow(companyRow, row)).map((company) => [company.id, company]));
}

export async function readHoldersOf(
  table: TableClient,
  normalized: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const byKey = new Map(unique(normalized).map((email) => [keys.emailKey(email).pk, email]));
  const rows = await readRows(
    table,
    [...byKey.values()].map((email) => keys.emailKey(email)),
  );
  const ids = new Map(
    rows.map((row) => [byKey.get(String(row['pk'])) ?? '', parseRow(addressRow, row).personId]),
  );
  const people = await readPeople(table, [...ids.values()]);
  return new Map(
    [...ids].flatMap(([email, id]) => {
      const person = people.get(id);
      return person === undefined ? [] : [[email, person] as const];
    }),
  );
}

export async function readCodeHolders(
  table: TableClient,
  codes: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, CodeHolder>> {
  const byKey = new Map(unique(codes).map((code) => [keys.codeKey(code).pk, code]));
  const rows = await readRows(
    table,
    [...byKey.values()].map((code) => keys.codeKey(code)),
  );
  return new Map(
    rows.flatMap((row) => {
      const holder = codeHolderIn(row, now);
      return holder === undefined ? [] : [[byKey.get(String(row['pk'])) ?? '', holder] as const];
    }),
  );
}

async function readPeople(table: TableClient, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  const rows = await readRows(
    table,
    unique(ids).map((id) => keys.personKey(id)),
  );
  return new Map(rows.map((row) => parseRow(personRow, row)).map((person) => [person.id, person]));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
