import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { limits } from '../../http/schemas.ts';
import { type BookForm, draftForm } from './form.ts';

/** More than a time, a zone or the name of a kind of session takes. */
const PICKED = 60;

/**
 * A form as it is kept while somebody signs in. Browsers keep about 4000 bytes: what is longer than its field allows
 * comes back cut off.
 */
export function packDraft(form: BookForm): Uint8Array {
  const fitting = Object.entries({ ...form, topic: form.topic.replaceAll('\r\n', '\n') }).map(
    ([name, value]) => [name, value.slice(0, mostOf(name))],
  );
  return deflateRawSync(JSON.stringify(Object.fromEntries(fitting)));
}

/** The form that was kept; undefined where it was one of another release of ours. */
export function unpackDraft(content: Uint8Array): BookForm | undefined {
  const form: unknown = JSON.parse(inflateRawSync(content).toString());
  const read = draftForm.safeParse(form);
  return read.success ? read.data : undefined;
}

function mostOf(name: string): number {
  return Object.entries(limits).find(([limited]) => limited === name)?.[1] ?? PICKED;
}
