import * as z from 'zod/mini';
import type { RefusalCode } from '../domain/refusal.ts';
import { problemAnswer } from './answer-schemas.ts';
import type { Operation } from './operation.ts';
import { operations } from './operations.ts';
import { refusals } from './problems.ts';
import { type ApiRouteName, isApiRoute, type Route, routes } from './routes.ts';
import { ID_TOKEN_COOKIE } from './session-cookies.ts';

/** The API as an OpenAPI 3.1 document, from the route list and the schemas that requests are read with. */
export function openApi(siteUrl: string, brand: string): object {
  return {
    openapi: '3.1.0',
    info: { title: `${brand}: booking`, version: '1' },
    servers: [{ url: siteUrl }],
    paths: pathsOf(routes.filter(isApiRoute)),
    components: {
      schemas: { Problem: outputOf(problemAnswer) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: ID_TOKEN_COOKIE },
        idToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  };
}

type ApiRoute = Extract<(typeof routes)[number], { name: ApiRouteName }>;

function pathsOf(list: readonly ApiRoute[]): object {
  const byPath = Object.groupBy(list, ({ path }) => path);
  return Object.fromEntries(
    Object.entries(byPath).map(([path, same]) => [
      path,
      Object.fromEntries(
        same.map((route) => [route.method.toLowerCase(), operationOf(route, operations[route.name])]),
      ),
    ]),
  );
}

function operationOf(route: Route, operation: Operation): object {
  const { body } = operation;
  return {
    operationId: route.name,
    summary: operation.summary,
    ...(route.needs === undefined ? {} : { security: [{ session: [] }, { idToken: [] }] }),
    parameters: [
      ...pathParameters(route.path),
      ...queryParameters(operation),
      ...headerParameters(operation),
    ],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: body.required,
            content: { [body.type ?? 'application/json']: { schema: inputOf(body.schema) } },
          },
        }),
    responses: {
      ...nothingResponse(operation),
      [operation.success.status]: {
        description: operation.summary,
        content: {
          'application/json': { schema: outputOf(operation.success.schema) },
          ...otherType(operation),
        },
      },
      ...(operation.accepted === undefined
        ? {}
        : {
            202: {
              description: operation.accepted,
              content: { 'application/json': { schema: outputOf(operation.success.schema) } },
            },
          }),
      ...(operation.dryRun === undefined
        ? {}
        : {
            [operation.dryRun.status]: {
              description: 'What it would do: nothing was changed',
              content: { 'application/json': { schema: outputOf(operation.dryRun.schema) } },
            },
          }),
      ...problemResponses(operation.refusals),
    },
  };
}

function nothingResponse({ nothing }: Operation): object {
  return nothing === undefined ? {} : { [nothing.status]: { description: nothing.description } };
}

function otherType({ otherType: type }: Operation): object {
  return type === undefined ? {} : { [type]: { schema: { type: 'string' } } };
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters({ query }: Operation): object[] {
  if (query === undefined) return [];
  const { required = [] } = inputOf(query) as { readonly required?: readonly string[] };
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: inputOf(schema as z.ZodMiniType),
  }));
}

function headerParameters({ headers = {} }: Operation): object[] {
  return Object.entries(headers).map(([name, schema]) => ({
    name,
    in: 'header',
    required: true,
    schema: inputOf(schema),
  }));
}

/** One response a status, which names the codes that come with it. */
function problemResponses(codes: readonly RefusalCode[]): object {
  const byStatus = Object.groupBy(codes, (code) => refusals[code].status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, same]) => [
      status,
      {
        description: same.map((code) => `\`${code}\`: ${refusals[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

function inputOf(schema: z.ZodMiniType): object {
  return withoutDialect(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}

function outputOf(schema: z.ZodMiniType): object {
  return withoutDialect(z.toJSONSchema(schema, { io: 'output' }));
}

function withoutDialect(schema: object): object {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));
}
