/** One good request, and what it is answered. */
export interface Example {
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, but for text, which is sent as it is, with its type among the headers. */
  readonly body?: object | string;
  readonly answer: object;
}
