/** One good request, and what it is answered. */
export interface Example {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly answer: object;
}
