import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableGrants } from '../../cdk/table-grants.ts';
import * as keys from '../../lib/adapters/keys.ts';

const folder = join(import.meta.dirname, '../../lib/adapters');

interface Routine {
  readonly file: string;
  readonly code: string;
}

/** Every function of the adapters, with the doc comment before it. `keys.ts` is about keys alone. */
const routines: readonly Routine[] = readdirSync(folder)
  .filter((file) => file !== 'keys.ts')
  .flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split(/^(?=(?:export )?(?:async )?(?:function|const|class) )/mu)
      .map((code) => ({ file, code })),
  );

/** The keys of rows that say what happened, by the functions that make them. */
const eventKeys = {
  eventKey: keys.eventKey('bkg_01', 1),
  companyEventKey: keys.companyEventKey('example-crates', 1),
  personEventKey: keys.personEventKey('per_01', 1),
  standingEventKey: keys.standingEventKey('std_01', 1),
} as const;

const names = Object.keys(eventKeys).join('|');
const makesEventKey = new RegExp(`\\b(?:${names})\\(`, 'u');
const deletes = /\b(?:DeleteCommand|BatchWriteCommand|PartiQL|ExecuteStatement)\b|\bDelete: /u;

function filesWith(pattern: RegExp): string[] {
  return [...new Set(routines.filter(({ code }) => pattern.test(code)).map(({ file }) => file))].toSorted();
}

describe('the rows of what happened', () => {
  it('have keys that one function each makes, and no other row has', () => {
    for (const { sk } of Object.values(eventKeys)) expect(sk).toBe('EVENT#000001');
    const others = [
      keys.bookingKey('bkg_01'),
      keys.phoneEventKey('+15550100', 'carrier-1'),
      keys.effectKey('bkg_01', '1.mail'),
      keys.standingKey('ada@example.com'),
    ];
    for (const { sk } of others) expect(sk).not.toMatch(/^EVENT#/u);
    // The one who reads them all by how their keys begin.
    expect(filesWith(/EVENT#/u)).toEqual(['booking-search.ts']);
  });

  it('are written where there is none yet, and in no other way', () => {
    const makers = routines.filter(({ code }) => makesEventKey.test(code));
    const reads = makers.filter(
      ({ code }) => /\breadRow\(/u.test(code) && !/\b(?:Put|Update|Delete)\b/u.test(code),
    );
    const writes = makers.filter((maker) => !reads.includes(maker));
    expect(writes.map(({ file }) => file).toSorted()).toEqual([
      'commit-person.ts',
      'commit.ts',
      'companies.ts',
      'standing-records.ts',
    ]);
    for (const { file, code } of writes) {
      expect(code, file).toContain('Put: {');
      expect(code, file).toContain("ConditionExpression: 'attribute_not_exists(pk)'");
      expect(code, file).not.toMatch(/\bUpdate\b|\bDelete\b/u);
    }
  });

  it('are in nobody’s way who deletes: that is done by an address or a number alone', () => {
    expect(filesWith(deletes)).toEqual(['commit-person.ts', 'delete-partition.ts', 'erase-record.ts']);
    // Whole partitions go by a number or an address alone.
    const emptying = routines.filter(({ code }) => /\bawait deletePartition\(/u.test(code));
    expect(emptying.map(({ file }) => file).toSorted()).toEqual(['erase-phone.ts', 'mailboxes.ts']);
    for (const { file, code } of emptying) expect(code, file).toMatch(/\b(?:phone|mailbox)Key\(/u);
    for (const { file, code } of routines.filter((routine) => deletes.test(routine.code))) {
      expect(code, file).not.toMatch(makesEventKey);
    }
  });

  it('can’t be deleted by any function that is deployed', () => {
    const deleting = Object.entries(tableGrants).filter(([, grant]) => 'deletes' in grant);
    expect(deleting.map(([name]) => name)).toEqual(['desk']);
    for (const { table } of Object.values(tableGrants)) {
      expect(table.filter((action) => /Delete|BatchWrite|PartiQL/u.test(action))).toEqual([]);
    }
    const patterns = tableGrants.desk.deletes.map(asRegExp);
    for (const { pk } of Object.values(eventKeys)) {
      expect(patterns.filter((pattern) => pattern.test(pk))).toEqual([]);
    }
    const theirs = [
      keys.emailKey('ada@example.com'),
      keys.phoneKey('+15550100'),
      keys.standingKey('ada@example.com'),
    ];
    for (const { pk } of theirs)
      expect(
        patterns.some((pattern) => pattern.test(pk)),
        pk,
      ).toBe(true);
  });
});

/** A pattern of a policy, with its wildcards. */
function asRegExp(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'u');
}
