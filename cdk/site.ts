import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  PayloadFormatVersion,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type HttpFunction, type Route, type RouteName, routes } from '../lib/http/routes.ts';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

export interface SiteProps {
  readonly stage: Stage;
  readonly functions: Readonly<Record<HttpFunction, ShowupFunction>>;
}

/** The public HTTP API: every route of lib/http/routes.ts, each to its function. */
export class Site extends Construct {
  readonly api: HttpApi;
  private readonly stage: HttpStage;
  private readonly routes = new Map<string, HttpRoute>();

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: `showup-${props.stage.name}`,
      createDefaultStage: false,
    });
    const integrations = {
      api: integrationOf('Api', props.functions.api),
      pages: integrationOf('Pages', props.functions.pages),
      portal: integrationOf('Portal', props.functions.portal),
      desk: integrationOf('Desk', props.functions.desk),
      'on-text': integrationOf('OnText', props.functions['on-text']),
    } satisfies Record<HttpFunction, HttpLambdaIntegration>;
    for (const route of routes) {
      this.routes.set(route.name, this.addRoute(route, integrations[route.function]));
      if (isPage(route)) this.addRoute({ ...route, method: 'HEAD' }, integrations[route.function]);
    }
    this.stage = this.addStage(props.stage);
  }

  get url(): string {
    return this.api.apiEndpoint;
  }

  /** Tells the function under which address people reach it. */
  tellUrl(teller: ShowupFunction): void {
    teller.addEnvironment('SITE_URL', this.url);
  }

  /** All that must be deployed before a call of the route is answered. */
  answering(name: RouteName): readonly Construct[] {
    const route = this.routes.get(name);
    if (!route) throw new Error(`${name}: lib/http/routes.ts has no such route`);
    return [route, this.stage];
  }

  private addRoute(
    { name, method, path }: Omit<Route, 'method'> & { readonly method: Route['method'] | 'HEAD' },
    integration: HttpLambdaIntegration,
  ): HttpRoute {
    return new HttpRoute(this, method === 'HEAD' ? `${name}Head` : name, {
      httpApi: this.api,
      routeKey: HttpRouteKey.with(path, HttpMethod[method]),
      integration,
    });
  }

  private addStage(stage: Stage): HttpStage {
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/showup/${stage.name}/access`,
      retention: stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(accessLogLine)),
      },
    });
  }
}

// Who checks the links of a mail asks with HEAD first, which an HTTP API takes for no GET.
function isPage({ function: name, method, path }: Route): boolean {
  return (
    method === 'GET' && (name === 'pages' || name === 'portal' || name === 'desk') && !path.startsWith('/v1/')
  );
}

// The route's key, never the path: a path holds the token with which anyone could change a booking.
const accessLogLine = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  latency: '$context.responseLatency',
  functionLatency: '$context.integrationLatency',
  bytes: '$context.responseLength',
  error: '$context.error.message',
  functionError: '$context.integrationErrorMessage',
};

function integrationOf(id: string, handler: ShowupFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(id, handler, {
    payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    // One permission for the whole API: one for each route would grow past what a function's policy holds.
    scopePermissionToRoute: false,
  });
}
