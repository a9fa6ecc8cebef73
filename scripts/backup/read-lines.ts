import { createReadStream } from 'node:fs';

/** A line of a file, and its number from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** The lines of a file, one after the other: never all of it at once. Rejects where it can't be read. */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0;
  let rest = '';
  // Text is cut between characters, whatever bytes a piece of the file ends with.
  for await (const piece of createReadStream(file, 'utf8')) {
    const texts = (rest + String(piece)).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) yield { number: ++number, text };
  }
  if (rest !== '') yield { number: ++number, text: rest };
}
