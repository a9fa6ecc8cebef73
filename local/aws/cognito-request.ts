import { invalidParameter } from './cognito-errors.ts';
import { AwsError } from './wire.ts';

/** The members of a call, unchecked, and how to read them. Each method throws an InvalidParameterException. */
export class CognitoRequest {
  readonly #members: Readonly<Record<string, unknown>>;

  /** Throws a SerializationException if the body is no JSON object. */
  constructor(body: Buffer) {
    this.#members = membersOf(body);
  }

  /** Refuses a member that is not among the known: it might change what becomes of the call. */
  only(known: readonly string[]): this {
    const unknown = Object.keys(this.#members).find((name) => !known.includes(name));
    if (unknown !== undefined) throw invalidParameter(`${unknown} is not known to the local cloud`);
    return this;
  }

  optionalText(name: string): string | undefined {
    const value = this.#members[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string' || value === '') throw unfit(name, 'Member must have length at least 1');
    return value;
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw unfit(name, 'Member must not be null');
    return value;
  }

  flag(name: string): boolean {
    return this.#members[name] === true;
  }

  /** A map of texts; empty if there is none. */
  texts(name: string): Readonly<Record<string, string>> {
    const value = this.#members[name] ?? {};
    if (typeof value !== 'object' || Object.values(value).some((text) => typeof text !== 'string')) {
      throw unfit(name, 'Member must be a map of strings');
    }
    return value as Record<string, string>;
  }

  /** A list of names with values, as a map; empty if there is none. */
  attributes(name: string): Readonly<Record<string, string>> {
    const value = this.#members[name] ?? [];
    if (!Array.isArray(value)) throw unfit(name, 'Member must be a list');
    return Object.fromEntries(value.map(({ Name, Value }) => [String(Name), String(Value ?? '')]));
  }
}

function membersOf(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const members: unknown = JSON.parse(body.toString('utf8'));
    if (typeof members === 'object' && members !== null) return members as Record<string, unknown>;
  } catch {
    // Told below, as any other body that holds no object.
  }
  throw new AwsError('SerializationException', 'The request body is not a JSON object');
}

function unfit(name: string, constraint: string): AwsError {
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  return invalidParameter(
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${constraint}`,
  );
}
