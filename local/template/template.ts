/** A CloudFormation template, as far as the local cloud reads it. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: Readonly<Record<string, { readonly Type: string; readonly Default?: unknown }>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Mappings?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
}

/** A resource whose properties hold no intrinsics any more. */
export interface Resolved {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Properties;
  /** What `Ref` gives for it. */
  readonly ref: string;
  /** Its ARN, where the type has one. */
  readonly arn: string | undefined;
}

/** A template that the local cloud cannot run, with the resource or intrinsic at fault in the message. */
export class TemplateError extends Error {
  override name = 'TemplateError';
}

/** Typed reading of a resource's properties; each method throws a {@link TemplateError} naming the property. */
export class Properties {
  readonly where: string;
  readonly values: Readonly<Record<string, unknown>>;

  constructor(where: string, values: Readonly<Record<string, unknown>>) {
    this.where = where;
    this.values = values;
  }

  /** Throws if there is any property beyond the known ones, so that nothing deployed is silently not run. */
  only(...known: readonly string[]): this {
    for (const name of Object.keys(this.values)) {
      if (!known.includes(name))
        throw new TemplateError(`${this.where}.${name} is not known to the local cloud`);
    }
    return this;
  }

  optionalText(name: string): string | undefined {
    const value = this.values[name];
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    throw this.wrong(name, 'a string');
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw new TemplateError(`${this.where}.${name} is missing`);
    return value;
  }

  number(name: string, otherwise: number): number {
    const value = this.values[name];
    if (value === undefined) return otherwise;
    const number = typeof value === 'string' ? Number(value) : value;
    if (typeof number !== 'number' || !Number.isFinite(number)) throw this.wrong(name, 'a number');
    return number;
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.values[name];
    if (value === undefined) return otherwise;
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw this.wrong(name, 'true or false');
  }

  /** The nested object; empty if there is none. */
  object(name: string): Properties {
    const value = this.values[name];
    if (value === undefined) return new Properties(`${this.where}.${name}`, {});
    if (!isRecord(value)) throw this.wrong(name, 'an object');
    return new Properties(`${this.where}.${name}`, value);
  }

  /** The list; empty if there is none. */
  list(name: string): readonly unknown[] {
    const value = this.values[name];
    if (value === undefined) return [];
    if (!Array.isArray(value)) throw this.wrong(name, 'a list');
    return value;
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((value) => {
      if (typeof value !== 'string') throw this.wrong(name, 'a list of strings');
      return value;
    });
  }

  objects(name: string): readonly Properties[] {
    return this.list(name).map((value, index) => {
      if (!isRecord(value)) throw this.wrong(name, 'a list of objects');
      return new Properties(`${this.where}.${name}[${index}]`, value);
    });
  }

  private wrong(name: string, expected: string): TemplateError {
    return new TemplateError(`${this.where}.${name} must be ${expected}`);
  }
}

/** Whether a value is a plain object (neither null nor a list). */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
