import { Refusal } from '../../domain/refusal.ts';
import { read } from '../../http/read.ts';
import { limits } from '../../http/schemas.ts';
import { contestBody } from '../../http/standing-schemas.ts';
import type { Language } from '../language/en.ts';

/** What a no-show is contested with as the API would take it, or what to say at the field. */
export function checkText(
  typed: string,
  { manage, fields }: Language,
): { readonly text: string } | { readonly problem: string } {
  const text = typed.replaceAll('\r\n', '\n').trim();
  const { label } = manage.contest;
  if (text === '') return { problem: fields.missing(label) };
  try {
    return read(contestBody, { text }, 'body');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const tooLong = text.length > limits.contest;
    return { problem: tooLong ? fields.tooLong(label, limits.contest) : fields.malformed(label) };
  }
}
