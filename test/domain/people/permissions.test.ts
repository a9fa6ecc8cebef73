import { describe, expect, test } from 'vitest';
import { type Level, levels } from '../../../lib/domain/people/level.ts';
import {
  extentOf,
  isPrimary,
  may,
  mayGive,
  type Permission,
  permissions,
  reaches,
} from '../../../lib/domain/people/permissions.ts';

/** The company's table, as it writes it. */
const stated = `
| may | Basic | Sales / Designer | IT / Tech support | Manager / Supervisor | Primary / Owner |
|---|---|---|---|---|---|
| sign in; read articles and forums | x | x | x | x | x |
| create support tickets | x | x | x | x | x |
| ask for new accounts and set levels | | | | x (up to Manager) | x |
| see and answer all the company's tickets | | | | x | x |
| receive newsletters with training hints | x | x | | x | x |
| receive notice of software updates | x | x | x | x | x |
| book live sessions and call-backs | x | x | x | x | x |
| order paid services for custom development | | | x | x | x |
| receive licence-specific information | limited | x | x | x | x |
| order more licences or connections | | | x | x | x |
| receive download links | | | on request | on request | x |
| receive licence keys and activation codes | | | | | x |`;

const rows: Readonly<Record<string, Permission>> = {
  'sign in; read articles and forums': 'sign-in',
  'create support tickets': 'create-tickets',
  'ask for new accounts and set levels': 'ask-for-accounts',
  "see and answer all the company's tickets": 'handle-all-tickets',
  'receive newsletters with training hints': 'receive-newsletters',
  'receive notice of software updates': 'receive-update-notices',
  'book live sessions and call-backs': 'book-sessions',
  'order paid services for custom development': 'order-development',
  'receive licence-specific information': 'receive-licence-information',
  'order more licences or connections': 'order-licences',
  'receive download links': 'receive-download-links',
  'receive licence keys and activation codes': 'receive-licence-keys',
};

const columns: Readonly<Record<string, Level>> = {
  Basic: 'basic',
  'Sales / Designer': 'sales-designer',
  'IT / Tech support': 'it-support',
  'Manager / Supervisor': 'manager',
  'Primary / Owner': 'primary',
};

const extents: Readonly<Record<string, ReturnType<typeof extentOf>>> = {
  '': undefined,
  x: 'full',
  limited: 'limited',
  'on request': 'on-request',
  'x (up to Manager)': 'up-to-manager',
};

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const [heading = '', , ...body] = stated.trim().split('\n');
const statedCells = body.map(cellsOf).flatMap(([row = '', ...cells]) =>
  cells.map((cell, index) => {
    const column = cellsOf(heading)[index + 1] ?? '';
    return { row, column, cell };
  }),
);

/** Our own, beside the company's table. */
const portal: Readonly<Partial<Record<Permission, readonly (string | undefined)[]>>> = {
  'see-company-code': ['full', 'full', 'full', 'full', 'full'],
  'rotate-company-code': [undefined, undefined, undefined, undefined, 'full'],
  'see-people': [undefined, undefined, undefined, 'full', 'full'],
  'change-levels': [undefined, undefined, undefined, 'up-to-manager', 'full'],
  'remove-people': [undefined, undefined, undefined, 'up-to-manager', 'full'],
};

describe('the permission table', () => {
  test('is read whole: twelve rows of five levels', () => {
    expect(statedCells).toHaveLength(60);
    expect(Object.keys(columns).map((column) => columns[column])).toEqual(levels);
  });

  test.each(statedCells)('lets $column "$row": $cell', ({ row, column, cell }) => {
    const [level, permission] = [columns[column], rows[row]];
    if (level === undefined || permission === undefined) throw new Error(`${row} of ${column} is not known`);
    expect(Object.keys(extents)).toContain(cell);
    expect(extentOf(level, permission)).toBe(extents[cell]);
    expect(may(level, permission)).toBe(cell !== '');
  });

  test.each(Object.entries(portal))('has %s beside the company’s', (permission, cells) => {
    expect(levels.map((level) => extentOf(level, permission as Permission))).toEqual(cells);
  });

  test('has nothing else', () => {
    const known = [...Object.values(rows), ...Object.keys(portal)];
    expect(permissions.toSorted()).toEqual(known.toSorted());
  });
});

describe('giving a level', () => {
  const upToManager: readonly Level[] = ['basic', 'sales-designer', 'it-support', 'manager'];
  const given: Readonly<Record<Level, readonly Level[]>> = {
    basic: [],
    'sales-designer': [],
    'it-support': [],
    manager: upToManager,
    primary: levels,
  };

  test.each(Object.entries(given))('%s may give %j', (giver, wanted) => {
    expect(levels.filter((level) => mayGive(giver as Level, level))).toEqual(wanted);
  });

  test('reaches as far for taking back and setting levels', () => {
    for (const permission of ['change-levels', 'remove-people'] as const) {
      expect(levels.filter((level) => reaches('manager', permission, level))).toEqual(upToManager);
      expect(levels.filter((level) => reaches('primary', permission, level))).toEqual(levels);
      expect(levels.filter((level) => reaches('it-support', permission, level))).toEqual([]);
    }
  });

  test('knows one level of Primaries', () => {
    expect(levels.filter(isPrimary)).toEqual(['primary']);
  });
});
