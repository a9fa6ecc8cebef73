/** A field that a request got wrong. */
export interface FieldError {
  readonly field: string;
  readonly detail: string;
}

/** A refusal of the console, answered as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly errors: readonly FieldError[];

  constructor(status: number, title: string, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.status = status;
    this.title = title;
    this.errors = errors;
  }
}

/** A 400 that names the field. */
export const invalidField = (field: string, detail: string): Problem =>
  new Problem(400, 'Invalid input', `${field}: ${detail}`, [{ field, detail }]);

/** The JSON body of a problem. */
export function problemBody(problem: Problem, instance: string): string {
  const { status, title, message: detail, errors } = problem;
  const code = status === 400 ? { code: 'invalid-input' } : {};
  return JSON.stringify({
    type: 'about:blank',
    title,
    status,
    detail,
    instance,
    ...code,
    ...(errors.length > 0 ? { errors } : {}),
  });
}
