import { type Level, levels } from './level.ts';

/** How far a permission goes. `up-to-manager`: for accounts up to the Manager level, and for giving these levels. */
export type Extent = 'full' | 'limited' | 'on-request' | 'up-to-manager';

type Row = Readonly<Record<Level, Extent | undefined>>;

function row(
  basic: Extent | undefined,
  salesDesigner: Extent | undefined,
  itSupport: Extent | undefined,
  manager: Extent | undefined,
  primary: Extent | undefined,
): Row {
  return { basic, 'sales-designer': salesDesigner, 'it-support': itSupport, manager, primary };
}

const x = 'full';
const none = undefined;

/** The company's table of who may do what, row by row, in its order. */
const companyTable = {
  'sign-in': row(x, x, x, x, x),
  'create-tickets': row(x, x, x, x, x),
  'ask-for-accounts': row(none, none, none, 'up-to-manager', x),
  'handle-all-tickets': row(none, none, none, x, x),
  'receive-newsletters': row(x, x, none, x, x),
  'receive-update-notices': row(x, x, x, x, x),
  'book-sessions': row(x, x, x, x, x),
  'order-development': row(none, none, x, x, x),
  'receive-licence-information': row('limited', x, x, x, x),
  'order-licences': row(none, none, x, x, x),
  'receive-download-links': row(none, none, 'on-request', 'on-request', x),
  'receive-licence-keys': row(none, none, none, none, x),
} as const satisfies Record<string, Row>;

/** What the portal has beside the company's table: our own, each derived from a rule of the company. */
const portalTable = {
  /** All staff share the code, and each sees it on the profile page. */
  'see-company-code': row(x, x, x, x, x),
  'rotate-company-code': row(none, none, none, none, x),
  /** Whoever may ask for accounts sees which there are, sets their levels and takes them back, just as far. */
  'see-people': row(none, none, none, x, x),
  'change-levels': row(none, none, none, 'up-to-manager', x),
  'remove-people': row(none, none, none, 'up-to-manager', x),
} as const satisfies Record<string, Row>;

const table = { ...companyTable, ...portalTable };

export type Permission = keyof typeof table;

export const permissions = Object.keys(table) as Permission[];

/** How far a level's permission goes; undefined where it has none. */
export function extentOf(level: Level, permission: Permission): Extent | undefined {
  return table[permission][level];
}

/** Whether a level has the permission, to whatever extent. */
export function may(level: Level, permission: Permission): boolean {
  return extentOf(level, permission) !== undefined;
}

/** Whether somebody of level `giver` may ask for an account of the level wanted, or set an account to it. */
export function mayGive(giver: Level, wanted: Level): boolean {
  return reaches(giver, 'ask-for-accounts', wanted);
}

/** Whether accounts of this level are the company's Primaries, whom it should have more than one of. */
export function isPrimary(level: Level): boolean {
  return level === 'primary';
}

/** Whether the permission extends to accounts of the level `target`. */
export function reaches(level: Level, permission: Permission, target: Level): boolean {
  const extent = extentOf(level, permission);
  if (extent === 'up-to-manager') return levels.indexOf(target) <= levels.indexOf('manager');
  return extent === 'full';
}
