import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The words of JSON Schema that the document uses. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

/** What the document declares of one status of an answer. */
export interface Declared {
  /** The content types, each with what is wrong with a body of it: nothing where it fits. None where there is no body. */
  readonly types: ReadonlyMap<string, (body: unknown) => string | undefined>;
  /** The codes of problems that come with it. */
  readonly codes: readonly string[];
}

/** One call that the document describes. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Whether it is for those who are signed in. */
  readonly secured: boolean;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly type: string; readonly schema: Schema; readonly required: boolean };
  readonly answers: ReadonlyMap<number, Declared>;
}

interface Described {
  readonly operationId: string;
  readonly security?: unknown;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: {
    readonly required: boolean;
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, unknown>> }>
  >;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

/** Every call of an OpenAPI 3.1 document, with what holds its answers. */
export function operationsOf(document: Document): Operation[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => {
      const [[type, content] = []] = Object.entries(call.requestBody?.content ?? {});
      return {
        id: call.operationId,
        method: method.toUpperCase() === 'GET' ? 'GET' : 'POST',
        path,
        secured: call.security !== undefined,
        parameters: call.parameters,
        ...(type === undefined || content === undefined
          ? {}
          : { body: { type, schema: content.schema, required: call.requestBody?.required === true } }),
        answers: answersOf(ajv, `api#${pointer('paths', path, method, 'responses')}`, call),
      };
    }),
  );
}

function answersOf(ajv: Ajv2020, at: string, { responses }: Described): Operation['answers'] {
  return new Map(
    Object.entries(responses).map(([status, { description, content = {} }]) => [
      Number(status),
      {
        codes: [...description.matchAll(/`([\w-]+)`/gu)].map(([, code = '']) => code),
        types: new Map(
          Object.keys(content).map((type) => {
            const $ref = `${at}${pointer(status, 'content', type, 'schema')}`;
            return [type, holding(ajv, $ref)];
          }),
        ),
      },
    ]),
  );
}

/** Compiled when first asked: most answers are never given. */
function holding(ajv: Ajv2020, $ref: string): (body: unknown) => string | undefined {
  let holds: ValidateFunction | undefined;
  return (body) => {
    holds ??= ajv.compile({ $ref });
    return holds(body) ? undefined : ajv.errorsText(holds.errors);
  };
}

/** As URIs have it: a JSON pointer, its names escaped twice over. */
function pointer(...names: readonly string[]): string {
  return names
    .map((name) => `/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');
}
