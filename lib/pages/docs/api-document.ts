import { openApi } from '../../http/openapi.ts';
import type { ApiRouteName } from '../../http/routes.ts';

/** The parts of the OpenAPI document that the page tells. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<'get' | 'post', DocumentedCall>>>>;
}

export interface DocumentedCall {
  readonly operationId: ApiRouteName;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content: Content }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** What of JSON Schema our schemas use. */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
}

/** One call of the API: where it is, what it takes, what it answers. */
export interface Call extends Omit<DocumentedCall, 'requestBody' | 'responses'> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: { readonly required: boolean; readonly schema: JsonSchema };
  readonly answer: { readonly status: string; readonly schema: JsonSchema };
}

/** Every call of the document that `/openapi.json` serves, in its order, but the one that only SNS can make. */
export function callsOf(siteUrl: string, brand: string): readonly Call[] {
  const { paths } = openApi(siteUrl, brand) as ApiDocument;
  return Object.entries(paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, call]) => callOf(path, method, call)))
    .filter(({ operationId }) => operationId !== 'receiveText');
}

function callOf(path: string, method: string, { requestBody, responses, ...call }: DocumentedCall): Call {
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'));
  if (success === undefined) throw new Error(`${call.operationId}: documented without a success`);
  const [status, { content }] = success;
  return {
    ...call,
    path,
    method: method === 'get' ? 'GET' : 'POST',
    ...(requestBody && { body: { required: requestBody.required, schema: schemaIn(requestBody.content) } }),
    answer: { status, schema: schemaIn(content) },
  };
}

function schemaIn(content: Content): JsonSchema {
  return Object.values(content)[0]?.schema ?? {};
}
