import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  CorsHttpMethod,
  type CorsPreflightOptions,
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
import type { DomainSettings } from '../lib/config/deployment.ts';
import { type HttpFunction, type Route, type RouteName, routes } from '../lib/http/routes.ts';
import { acknowledge } from './acknowledge.ts';
import { FrontDoor } from './front-door.ts';
import type { ShowupFunction } from './function.ts';
import { SiteDomain } from './site-domain.ts';
import type { Stage } from './stage.ts';
import { routeSettings, throttles } from './throttling.ts';

export interface SiteProps {
  readonly stage: Stage;
  readonly functions: Readonly<Record<HttpFunction, ShowupFunction>>;
  /** Its own address, if it has one. */
  readonly domain?: DomainSettings | undefined;
  /** Whether CloudFront and a web ACL stand in front of it, under that address. */
  readonly frontDoor: boolean;
  /** Origins of the sites whose scripts may call it. */
  readonly corsOrigins: readonly string[];
}

/** The public HTTP API: every route of lib/http/routes.ts, each to its function. */
export class Site extends Construct {
  readonly api: HttpApi;
  /** Where people reach it. */
  readonly url: string;
  private readonly stage: HttpStage;
  private readonly frontDoor: FrontDoor | undefined;
  private readonly routes = new Map<string, HttpRoute>();

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: `showup-${props.stage.name}`,
      createDefaultStage: false,
      ...(props.corsOrigins.length > 0 && { corsPreflight: corsOf(props.corsOrigins) }),
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
    this.throttleRoutes();
    this.frontDoor = this.addFrontDoor(props);
    this.url = this.frontDoor?.url ?? (props.domain ? this.addDomain(props.domain) : this.api.apiEndpoint);
    // The one that takes texts has no other routes than a webhook's, whose posts are signed.
    const { 'on-text': _, ...guarded } = props.functions;
    for (const one of Object.values(guarded)) this.frontDoor?.guard(one);
    acknowledge(
      this,
      'APIG4',
      'Anybody may book. Who manages, signs in or works at the desk is asked by the function: it alone can check a link, a session in a cookie or the signature of a webhook.',
    );
  }

  /** Where services reach it: it answers from the first deployment on, before any record is made in DNS. */
  get endpoint(): string {
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

  private addDomain(domain: DomainSettings): string {
    return new SiteDomain(this, 'Domain', { api: this.api, stage: this.stage, domain }).url;
  }

  private addFrontDoor({ frontDoor, domain, stage }: SiteProps): FrontDoor | undefined {
    if (!frontDoor) return undefined;
    if (!domain) throw new Error('deployment.domain: is missing, and a front door needs it');
    return new FrontDoor(this, 'FrontDoor', { stage, api: this.api, domain });
  }

  /** A stage can only have settings of routes that there are, so it waits for them. */
  private throttleRoutes(): void {
    const settings = routeSettings();
    (this.stage.node.defaultChild as CfnStage).routeSettings = settings;
    for (const { name, method, path } of routes) {
      const route = this.routes.get(name);
      if (route && `${method} ${path}` in settings) this.stage.node.addDependency(route);
    }
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
      throttle: throttles.reading,
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

/**
 * For the whole API, since a gateway knows one set of rules. No cookies: what other sites' scripts do, they do with a
 * token of their own or as anybody.
 */
function corsOf(origins: readonly string[]): CorsPreflightOptions {
  return {
    allowOrigins: [...origins],
    allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
    allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
    exposeHeaders: ['location', 'retry-after'],
    maxAge: Duration.hours(1),
  };
}

function integrationOf(id: string, handler: ShowupFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(id, handler, {
    payloadFormatVersion: PayloadFormatVersion.VERSION_2_0,
    // One permission for the whole API: one for each route would grow past what a function's policy holds.
    scopePermissionToRoute: false,
  });
}
