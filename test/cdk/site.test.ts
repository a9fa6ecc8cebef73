import { describe, expect, test } from 'vitest';
import { isApiRoute, routes } from '../../lib/http/routes.ts';
import { ofType, only, type Resource, short, templateOf, templateWith } from './template.ts';

const template = templateOf('dev');
const integrations = ofType(template, 'AWS::ApiGatewayV2::Integration');

describe('the HTTP API', () => {
  test('every route of the list is deployed to its function, pages for HEAD as well, and no other', () => {
    const uris = {
      api: 'FunctionsApi.Arn',
      pages: 'FunctionsPages.Arn',
      portal: 'FunctionsPortal.Arn',
      desk: 'FunctionsDesk.Arn',
      'on-text': 'FunctionsOnText.Arn',
    };
    const deployed = Object.values(ofType(template, 'AWS::ApiGatewayV2::Route')).map(({ Properties }) => [
      Properties['RouteKey'],
      functionBehind(Properties['Target']),
    ]);
    const methods = (route: (typeof routes)[number]) =>
      route.method === 'GET' && !isApiRoute(route) ? ['GET', 'HEAD'] : [route.method];
    expect(Object.fromEntries(deployed)).toEqual(
      Object.fromEntries(
        routes.flatMap((route) =>
          methods(route).map((method) => [`${method} ${route.path}`, uris[route.function]]),
        ),
      ),
    );
  });

  test('each function has one integration, in payload format 2.0, and one permission for this API', () => {
    const uris = Object.values(integrations).map(({ Properties }) =>
      String(short(Properties['IntegrationUri'])),
    );
    expect(uris.toSorted()).toEqual([
      'FunctionsApi.Arn',
      'FunctionsDesk.Arn',
      'FunctionsOnText.Arn',
      'FunctionsPages.Arn',
      'FunctionsPortal.Arn',
    ]);
    for (const { Properties } of Object.values(integrations)) {
      expect(Properties['PayloadFormatVersion']).toBe('2.0');
    }
    const permissions = Object.values(ofType(template, 'AWS::Lambda::Permission'))
      .map(({ Properties }) => short(Properties) as Record<string, unknown>)
      .filter(({ Principal }) => Principal === 'apigateway.amazonaws.com');
    expect(permissions.map(({ FunctionName }) => String(FunctionName)).toSorted()).toEqual(uris.toSorted());
    for (const { SourceArn } of permissions) expect(SourceArn).toContain(':SiteApi/');
  });

  test('the access log tells the route and never the path, which holds a link’s token', () => {
    const { Properties } = only(template, 'AWS::ApiGatewayV2::Stage');
    const { Format } = Properties['AccessLogSettings'] as { Format: string };
    expect(JSON.parse(Format)).toMatchObject({ route: '$context.routeKey', requestId: '$context.requestId' });
    expect(Format).not.toMatch(/path|query|authorizer|userAgent|sourceIp/i);
  });

  test('calls are throttled by their class: a crowd of 500 may book at once, guessing is slow', () => {
    const { Properties, DependsOn = [] } = only(template, 'AWS::ApiGatewayV2::Stage');
    expect(Properties).toMatchObject({ StageName: '$default', AutoDeploy: true });
    const limits = (rate: number, burst: number) => ({
      ThrottlingRateLimit: rate,
      ThrottlingBurstLimit: burst,
    });
    expect(Properties['DefaultRouteSettings']).toEqual(limits(300, 1500));
    const [booking, signIn, codes] = [limits(100, 600), limits(10, 50), limits(5, 10)];
    expect(Properties['RouteSettings']).toEqual({
      'POST /v1/bookings': booking,
      'POST /book': booking,
      'POST /sign-in': signIn,
      'POST /forgot': signIn,
      'POST /password/{token}': signIn,
      'POST /portal/code': codes,
      'POST /v1/portal/company/code': codes,
      'POST /v1/desk/companies/{companyId}/code': codes,
      'POST /webhooks/sns': limits(100, 600),
      'POST /webhooks/attendance': limits(100, 600),
    });
    const { Resources } = template.toJSON();
    const waitsFor = DependsOn.map((id) => Resources[id]?.Properties.RouteKey);
    expect(new Set(waitsFor.filter((key) => key !== undefined))).toEqual(
      new Set(Object.keys(Properties['RouteSettings'] as object)),
    );
  });

  test('no other site’s scripts may call it, unless they are named: then without cookies', () => {
    expect(only(template, 'AWS::ApiGatewayV2::Api').Properties).not.toHaveProperty('CorsConfiguration');
    const origins = ['https://www.example.com', 'https://tools.example.com'];
    const named = templateWith('dev', { deployment: { cors: { origins } } });
    expect(only(named, 'AWS::ApiGatewayV2::Api').Properties['CorsConfiguration']).toEqual({
      AllowOrigins: origins,
      AllowMethods: ['GET', 'POST'],
      AllowHeaders: ['authorization', 'content-type', 'idempotency-key'],
      ExposeHeaders: ['location', 'retry-after'],
      MaxAge: 3600,
    });
  });
});

describe('texts in', () => {
  const [topicId = ''] = Object.keys(ofType(template, 'AWS::SNS::Topic')).filter((id) =>
    id.startsWith('TextsIn'),
  );
  const topic = ofType(template, 'AWS::SNS::Topic')[topicId];
  /** What of a type is about the topic. */
  const ofTopic = (type: string): Resource | undefined =>
    Object.values(ofType(template, type)).find(({ Properties }) =>
      JSON.stringify(Properties).includes(topicId),
    );
  const webhook = ofTopic('AWS::SNS::Subscription');

  test('the webhook is subscribed once it can answer: after its route, integration, permission and stage', () => {
    expect(short(webhook?.Properties['Endpoint'])).toBe('SiteApi.ApiEndpoint/webhooks/sns');
    expect(webhook?.Properties['Protocol']).toBe('https');
    const dependencies = (webhook?.DependsOn ?? []).map((id) => template.toJSON().Resources[id]);
    const route = dependencies.find(({ Type }) => Type === 'AWS::ApiGatewayV2::Route');
    expect(route.Properties.RouteKey).toBe('POST /webhooks/sns');
    const permission = dependencies.find(({ Type }) => Type === 'AWS::Lambda::Permission');
    expect(short(permission.Properties.FunctionName)).toBe('FunctionsOnText.Arn');
    const integration = dependencies.find(({ Type }) => Type === 'AWS::ApiGatewayV2::Integration');
    expect(short(integration.Properties.IntegrationUri)).toBe('FunctionsOnText.Arn');
    expect(dependencies.map(({ Type }) => Type)).toContain('AWS::ApiGatewayV2::Stage');
  });

  test('messages are signed with SHA-256', () => {
    expect(topic?.Properties['SignatureVersion']).toBe('2');
  });

  test('only the SMS service publishes to the topic, for our account, and nobody over plain HTTP', () => {
    expect(short(ofTopic('AWS::SNS::TopicPolicy')?.Properties['PolicyDocument'])).toMatchObject({
      Statement: [
        { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        {
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'sms-voice.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': 'AWS::AccountId' } },
        },
      ],
    });
  });
});

function functionBehind(target: unknown): unknown {
  const entry = Object.entries(integrations).find(([id]) => JSON.stringify(target).includes(id));
  return short(entry?.[1].Properties['IntegrationUri']);
}
