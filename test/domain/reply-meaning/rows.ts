import type { Meaning } from '../../../lib/domain/reply.ts';

/** A text and what it means. */
export type Row = readonly [text: string, meaning: Meaning, choice?: number];

export type Rows = Readonly<Record<string, readonly Row[]>>;
