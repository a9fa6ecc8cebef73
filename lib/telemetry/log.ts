import { correlation, correlationFields } from './correlation.ts';
import { toldError } from './redact.ts';

/** What a line says beside its message: ids, counts, codes. Never who somebody is. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * Lines of the log, one JSON object each: `message`, `correlation`, `cause` and the fields. Lambda adds the time, the
 * level and the id of the invocation. An `error` is told without mail addresses, numbers and tokens. What went well is
 * told of runs only: scripts have their own words for it.
 */
export const log = {
  info: (message: string, fields: Fields = {}): void => {
    if (correlation() !== undefined) console.info(lineOf(message, fields));
  },
  warn: (message: string, fields: Fields = {}): void => console.warn(lineOf(message, fields)),
  error: (message: string, fields: Fields & { readonly error: unknown }): void =>
    console.error(lineOf(message, fields)),
};

function lineOf(message: string, fields: Fields): object {
  const error = 'error' in fields ? { error: toldError(fields['error']) } : {};
  return { message, ...correlationFields(), ...fields, ...error };
}
