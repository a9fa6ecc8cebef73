import type { Stack } from '../template/stack.ts';
import { type Properties, type Resolved, TemplateError } from '../template/template.ts';
import { type Cors, corsOf } from './cors.ts';
import type { FrontDoor } from './front-door.ts';

/** The HTTP API of a template. */
export interface Api {
  readonly id: string;
  readonly routes: readonly ApiRoute[];
  readonly cors: Cors | undefined;
  /** What stands in front of it, if anything does. */
  readonly door?: FrontDoor | undefined;
}

export interface ApiRoute {
  /** As in the template: `GET /v1/slots`, `ANY /{proxy+}` or `$default`. */
  readonly key: string;
  readonly functionArn: string;
  /** How long the integration waits for the function, ms. */
  readonly timeoutMs: number;
}

/** The template's HTTP API, or undefined if it has none. Throws a TemplateError naming what the local cloud can't run. */
export function apiOf(stack: Stack): Api | undefined {
  const [api, second] = stack.ofType('AWS::ApiGatewayV2::Api');
  if (second) throw new TemplateError(`${second.logicalId}: the local cloud runs one HTTP API only`);
  if (!api) return undefined;
  if (api.properties.text('ProtocolType') !== 'HTTP') {
    throw new TemplateError(`${api.logicalId}.ProtocolType: the local cloud runs HTTP APIs only`);
  }
  for (const { logicalId, properties } of stack.ofType('AWS::ApiGatewayV2::Stage')) {
    if (properties.text('StageName') !== '$default') {
      throw new TemplateError(`${logicalId}.StageName: the local cloud runs the stage $default only`);
    }
  }
  const routes = stack.ofType('AWS::ApiGatewayV2::Route').map((route) => routeOf(route, stack));
  for (const stage of stack.ofType('AWS::ApiGatewayV2::Stage')) requireRoutes(stage, routes);
  return { id: api.ref, routes, cors: corsOf(api.properties.object('CorsConfiguration')) };
}

/**
 * A deployment fails where a stage has settings for a route that there is not. The rates themselves are not held to here:
 * how many requests a machine takes is no matter of the template, and tests and benchmarks come all at once.
 */
function requireRoutes({ properties }: Resolved, routes: readonly ApiRoute[]): void {
  const settings = properties.object('RouteSettings');
  for (const key of Object.keys(settings.values)) {
    settings.object(key).only('ThrottlingRateLimit', 'ThrottlingBurstLimit', 'DetailedMetricsEnabled');
    if (!routes.some((route) => route.key === key))
      throw new TemplateError(`${settings.where}: there is no route ${key}`);
  }
}

function routeOf({ logicalId, properties }: Resolved, stack: Stack): ApiRoute {
  properties.only('ApiId', 'ApiKeyRequired', 'AuthorizationType', 'OperationName', 'RouteKey', 'Target');
  if ((properties.optionalText('AuthorizationType') ?? 'NONE') !== 'NONE') {
    throw new TemplateError(`${logicalId}.AuthorizationType: authorizers are not known to the local cloud`);
  }
  const integration = stack.find(properties.text('Target').replace(/^integrations\//, ''));
  return {
    key: properties.text('RouteKey'),
    functionArn: functionOf(integration.properties),
    timeoutMs: integration.properties.number('TimeoutInMillis', 30_000),
  };
}

function functionOf(integration: Properties): string {
  integration.only(
    'ApiId',
    'Description',
    'IntegrationType',
    'IntegrationUri',
    'PayloadFormatVersion',
    'TimeoutInMillis',
    'IntegrationMethod',
  );
  if (
    integration.text('IntegrationType') !== 'AWS_PROXY' ||
    integration.text('PayloadFormatVersion') !== '2.0'
  ) {
    throw new TemplateError(
      `${integration.where}: the local cloud knows AWS_PROXY integrations with payload 2.0 only`,
    );
  }
  const uri = integration.text('IntegrationUri');
  return /\/functions\/(arn:.*)\/invocations$/.exec(uri)?.[1] ?? uri;
}
