import { AsyncLocalStorage } from 'node:async_hooks';

/** Which run something belongs to, and which one set it going. */
export interface Correlation {
  /** Id of the request, text, post, timer or sweep that is being carried out. */
  readonly id: string;
  /** Id with which the whole began, where this run is a later one that it set going, such as a timer. */
  readonly cause?: string;
}

const running = new AsyncLocalStorage<Correlation>();

/** Runs something under a correlation: all that it logs, writes, sends and sets going carries the id. */
export function withCorrelation<Result>({ id, cause }: Correlation, run: () => Result): Result {
  const told = cause === undefined || cause === id ? {} : { cause: tidy(cause) };
  return running.run({ id: tidy(id), ...told }, run);
}

/** What is running now belongs to; undefined outside of any run. */
export function correlation(): Correlation | undefined {
  return running.getStore();
}

/** Id that what is set going now is to name as its cause; undefined outside of any run. */
export function rootId(): string | undefined {
  const { id, cause } = running.getStore() ?? {};
  return cause ?? id;
}

/** The same as fields of a row or a log line: nothing outside of any run. */
export function correlationFields(): { readonly correlation?: string; readonly cause?: string } {
  const { id, cause } = running.getStore() ?? {};
  return {
    ...(id === undefined ? {} : { correlation: id }),
    ...(cause === undefined ? {} : { cause }),
  };
}

// Some ids are chosen by whoever sends: none gets far with line breaks or a novel.
function tidy(id: string): string {
  return id.replace(/[^\w.=:-]/gu, '').slice(0, 128);
}
