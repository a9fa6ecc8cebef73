import { openApi } from '../../lib/http/openapi.ts';

/** The parts of an OpenAPI 3.1 document that ours has. */
export interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedCall>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

export interface DocumentedCall {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content: Content }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

export type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;
export type JsonSchema = Readonly<Record<string, unknown>>;

/** As it is served: through JSON. */
export const document = JSON.parse(
  JSON.stringify(openApi('https://showup.example', 'Example Support')),
) as Document;

export interface Call extends DocumentedCall {
  readonly path: string;
  readonly method: string;
}

export const calls: readonly Call[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, call]) => ({ ...call, path, method })),
);

/** Every schema of the document, by where it stands. */
export const schemas: readonly (readonly [where: string, schema: JsonSchema])[] = [
  ...Object.entries(document.components.schemas),
  ...calls.flatMap((call) => [
    ...call.parameters.map(({ name, schema }) => [`${call.operationId} ${name}`, schema] as const),
    ...contentsOf(`${call.operationId} request`, call.requestBody?.content),
    ...Object.entries(call.responses).flatMap(([status, { content }]) =>
      contentsOf(`${call.operationId} ${status}`, content),
    ),
  ]),
];

function contentsOf(where: string, content: Content = {}): (readonly [string, JsonSchema])[] {
  return Object.entries(content).map(([type, { schema }]) => [`${where} ${type}`, schema]);
}
