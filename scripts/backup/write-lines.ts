import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes lines to a file that is there whole or not at all: beside it at first, and renamed at the end. Only its owner
 * can read it. No faster than the disk takes it.
 */
export async function writeLines(file: string, lines: AsyncIterable<string>): Promise<void> {
  const partial = `${file}.partial`;
  await pipeline(Readable.from(lines), createWriteStream(partial, { mode: 0o600, flush: true }));
  await rename(partial, file);
}
