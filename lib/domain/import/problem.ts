/** The columns of a sheet of companies, named as it should head them. Only the first is always there. */
export const columns = [
  'Company ID',
  'Company name',
  'Plan until',
  'Code',
  'After hours',
  'Person name',
  'E-mail',
  'Level',
] as const;

export type Column = (typeof columns)[number];

/** What is wrong in a sheet, and where. */
export interface Problem {
  readonly line: number;
  /** Absent where the whole line is at fault. */
  readonly column?: Column;
  readonly fault: Fault;
}

export type Fault =
  /** Of the file as a whole. */
  | { readonly kind: 'encoding' | 'empty' | 'quotes' | 'no-id' }
  /** Of the heading, and of cells that no heading stands over. */
  | { readonly kind: 'unknown-column' | 'no-heading'; readonly cell: string }
  | { readonly kind: 'column-twice'; readonly name: Column }
  /** Of one cell, whatever the others say. */
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'id' | 'date' | 'code' | 'yes-or-no' | 'address' | 'level';
      readonly cell: string;
    }
  | { readonly kind: 'text'; readonly cell: string; readonly most: number }
  /** Between lines: `line` is the other one. */
  | { readonly kind: 'differs'; readonly cell: string; readonly other: string; readonly line: number }
  | { readonly kind: 'repeated'; readonly line: number }
  /** Between the sheet and what is there already. */
  | { readonly kind: 'new-company' | 'other-code'; readonly companyId: string }
  | { readonly kind: 'code-taken' | 'has-account' | 'was-removed' };
