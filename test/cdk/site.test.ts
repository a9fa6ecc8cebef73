import { describe, expect, test } from 'vitest';
import { isApiRoute, routes } from '../../lib/http/routes.ts';
import { ofType, only, short, templateOf } from './template.ts';

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

  test('calls are throttled unless a route says otherwise', () => {
    expect(only(template, 'AWS::ApiGatewayV2::Stage').Properties).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
  });
});

describe('texts in', () => {
  const webhook = only(template, 'AWS::SNS::Subscription');

  test('the webhook is subscribed once it can answer: after its route, integration, permission and stage', () => {
    expect(short(webhook.Properties['Endpoint'])).toBe('SiteApi.ApiEndpoint/webhooks/sns');
    expect(webhook.Properties['Protocol']).toBe('https');
    const dependencies = (webhook.DependsOn ?? []).map((id) => template.toJSON().Resources[id]);
    const route = dependencies.find(({ Type }) => Type === 'AWS::ApiGatewayV2::Route');
    expect(route.Properties.RouteKey).toBe('POST /webhooks/sns');
    const permission = dependencies.find(({ Type }) => Type === 'AWS::Lambda::Permission');
    expect(short(permission.Properties.FunctionName)).toBe('FunctionsOnText.Arn');
    const integration = dependencies.find(({ Type }) => Type === 'AWS::ApiGatewayV2::Integration');
    expect(short(integration.Properties.IntegrationUri)).toBe('FunctionsOnText.Arn');
    expect(dependencies.map(({ Type }) => Type)).toContain('AWS::ApiGatewayV2::Stage');
  });

  test('messages are signed with SHA-256', () => {
    expect(only(template, 'AWS::SNS::Topic').Properties['SignatureVersion']).toBe('2');
  });

  test('only the SMS service publishes to the topic, for our account, and nobody over plain HTTP', () => {
    const { Properties } = only(template, 'AWS::SNS::TopicPolicy');
    expect(short(Properties['PolicyDocument'])).toMatchObject({
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
