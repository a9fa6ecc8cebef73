import type { Properties } from '../template/template.ts';

/** The CORS rules of an HTTP API. */
export interface Cors {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly credentials: boolean;
  /** Seconds. */
  readonly maxAge: number | undefined;
}

/** Reads a CorsConfiguration; undefined if there is none. */
export function corsOf(properties: Properties): Cors | undefined {
  if (Object.keys(properties.values).length === 0) return undefined;
  const maxAge = properties.number('MaxAge', -1);
  return {
    origins: properties.texts('AllowOrigins'),
    methods: properties.texts('AllowMethods'),
    headers: properties.texts('AllowHeaders'),
    exposed: properties.texts('ExposeHeaders'),
    credentials: properties.flag('AllowCredentials', false),
    maxAge: maxAge < 0 ? undefined : maxAge,
  };
}

/** The headers that API Gateway adds to an answer for this origin; none if the origin isn't allowed. */
export function corsHeaders(
  cors: Cors,
  origin: string | undefined,
  preflight: boolean,
): Record<string, string> {
  if (origin === undefined || !cors.origins.some((allowed) => allowed === '*' || allowed === origin))
    return {};
  return {
    'access-control-allow-origin': cors.origins.includes('*') ? '*' : origin,
    ...(cors.credentials ? { 'access-control-allow-credentials': 'true' } : {}),
    ...(cors.exposed.length > 0 ? { 'access-control-expose-headers': cors.exposed.join(',') } : {}),
    ...(preflight ? preflightHeaders(cors) : {}),
  };
}

function preflightHeaders(cors: Cors): Record<string, string> {
  return {
    ...(cors.methods.length > 0 ? { 'access-control-allow-methods': cors.methods.join(',') } : {}),
    ...(cors.headers.length > 0 ? { 'access-control-allow-headers': cors.headers.join(',') } : {}),
    ...(cors.maxAge === undefined ? {} : { 'access-control-max-age': String(cors.maxAge) }),
  };
}
