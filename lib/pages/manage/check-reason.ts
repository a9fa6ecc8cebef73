import { Refusal } from '../../domain/refusal.ts';
import { read } from '../../http/read.ts';
import { cancelBody, limits } from '../../http/schemas.ts';
import type { Language } from '../language/en.ts';

/** The reason as the API would take it, or what to say at the field. Left empty, it is none. */
export function checkReason(
  typed: string,
  { manage }: Language,
): { readonly reason: string | undefined } | { readonly problem: string } {
  const reason = typed.replaceAll('\r\n', '\n').trim();
  if (reason === '') return { reason: undefined };
  try {
    return { reason: read(cancelBody, { reason }, 'body').reason };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const tooLong = reason.length > limits.reason;
    return { problem: tooLong ? manage.reasonTooLong(limits.reason) : manage.reasonMalformed };
  }
}
