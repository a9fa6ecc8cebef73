import { App } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import { ShowupStack } from '../../cdk/stack.ts';
import { stageNamed } from '../../cdk/stage.ts';
import { deploymentSettings } from '../../lib/config/deployment.ts';
import { permissionsIn } from './permissions-in.ts';
import { ofType, only, short, templateOf, templateWith } from './template.ts';

const domain = {
  name: 'sessions.example.com',
  hostedZone: { id: 'Z0123456789ABCDEFGHIJ', name: 'example.com' },
};
const template = templateWith('prod', { deployment: { frontDoor: true, domain } });
const { DistributionConfig } = only(template, 'AWS::CloudFront::Distribution').Properties as {
  DistributionConfig: {
    readonly Origins: readonly unknown[];
    readonly DefaultCacheBehavior: Readonly<Record<string, unknown>>;
    readonly CacheBehaviors: readonly Readonly<Record<string, unknown>>[];
    readonly CustomErrorResponses: readonly Readonly<Record<string, unknown>>[];
  } & Readonly<Record<string, unknown>>;
};
const functions = ['Api', 'Pages', 'Portal', 'Desk'];

describe('the front door', () => {
  test('is there only where it is asked for', () => {
    const text = JSON.stringify(templateOf('prod').toJSON());
    expect(text).not.toMatch(/AWS::CloudFront|AWS::WAFv2|FRONT_DOOR_SECRET_ARN/);
  });

  test('takes the site’s name over TLS 1.2 or later, and has the web ACL before it', () => {
    expect(DistributionConfig).toMatchObject({
      Aliases: ['sessions.example.com'],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' },
      HttpVersion: 'http2and3',
      Enabled: true,
    });
    expect(short(DistributionConfig['WebACLId'])).toBe('SiteFrontDoorFirewallAcl.Arn');
    expect(ofType(template, 'AWS::ApiGatewayV2::DomainName')).toEqual({});
    const records = Object.values(ofType(template, 'AWS::Route53::RecordSet')).map(
      ({ Properties }) => Properties,
    );
    const ours = records.filter(({ Name }) => Name === 'sessions.example.com.');
    expect(new Set(ours.map(({ Type }) => Type))).toEqual(new Set(['A', 'AAAA']));
    for (const { AliasTarget } of ours) {
      expect(short(AliasTarget)).toMatchObject({ DNSName: 'SiteFrontDoorDistribution.DomainName' });
    }
  });

  test('brings the API every request as it came but for the host, with the secret, over https', () => {
    expect(short(DistributionConfig.Origins)).toEqual([
      expect.objectContaining({
        DomainName: 'SiteApi.execute-api.AWS::Region.AWS::URLSuffix',
        CustomOriginConfig: expect.objectContaining({ OriginProtocolPolicy: 'https-only' }),
        OriginCustomHeaders: [
          {
            HeaderName: 'x-showup-door',
            HeaderValue: '{{resolve:secretsmanager:SiteFrontDoorSecret:SecretString:::}}',
          },
        ],
      }),
    ]);
    expect(DistributionConfig.DefaultCacheBehavior).toMatchObject({
      ViewerProtocolPolicy: 'redirect-to-https',
      // AWS's own: CachingDisabled, and AllViewerExceptHostHeader.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      AllowedMethods: expect.arrayContaining(['GET', 'HEAD', 'OPTIONS', 'POST']),
      Compress: false,
    });
    expect(short(DistributionConfig.DefaultCacheBehavior['FunctionAssociations'])).toEqual([
      { EventType: 'viewer-request', FunctionARN: 'SiteFrontDoorViewer.FunctionARN' },
    ]);
  });

  test('keeps programs and pictures as their headers say, and nothing else: no refusal, no failure', () => {
    expect(DistributionConfig.CacheBehaviors.map(({ PathPattern }) => PathPattern)).toEqual([
      '/assets/*',
      '/embed.js',
    ]);
    const { CachePolicyConfig } = only(template, 'AWS::CloudFront::CachePolicy').Properties;
    expect(CachePolicyConfig).toMatchObject({
      DefaultTTL: 0,
      MinTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: { CookiesConfig: { CookieBehavior: 'none' } },
    });
    const kept = DistributionConfig.CustomErrorResponses;
    expect(kept.map(({ ErrorCode }) => ErrorCode)).toEqual(expect.arrayContaining([400, 403, 404, 500, 503]));
    expect(new Set(kept.map(({ ErrorCachingMinTTL }) => ErrorCachingMinTTL))).toEqual(new Set([0]));
    // Programs get the problem as it is, never a page in its place.
    expect(kept.some((response) => 'ResponsePagePath' in response)).toBe(false);
  });

  test('every function that people reach asks for the proof, and may read it; the texts’ webhook need not', () => {
    for (const name of functions) {
      expect(variablesOf(name)).toMatchObject({
        FRONT_DOOR_SECRET_ARN: 'SiteFrontDoorSecret',
        SITE_URL: 'https://sessions.example.com',
      });
      expect(permissionsIn(template, `Functions${name}Role`)).toContain(
        'Allow secretsmanager:GetSecretValue on SiteFrontDoorSecret',
      );
    }
    expect(variablesOf('OnText')).not.toHaveProperty('FRONT_DOOR_SECRET_ARN');
  });

  test('services post to the API itself: no firewall reads what members text', () => {
    const endpoints = Object.values(ofType(template, 'AWS::SNS::Subscription'))
      .map(({ Properties }) => String(short(Properties['Endpoint'])))
      .filter((endpoint) => endpoint.endsWith('/webhooks/sns'));
    expect(new Set(endpoints)).toEqual(new Set(['SiteApi.ApiEndpoint/webhooks/sns']));
  });

  test('logs leave out paths, queries, cookies and who it was', () => {
    const { RecordFields } = only(template, 'AWS::Logs::Delivery').Properties;
    expect(String(RecordFields)).not.toMatch(/uri|query|cookie|referer|c-ip|forwarded|host/i);
    const { RedactedFields, LoggingFilter } = only(template, 'AWS::WAFv2::LoggingConfiguration').Properties;
    expect(RedactedFields).toEqual([
      { UriPath: {} },
      { QueryString: {} },
      { SingleHeader: { Name: 'cookie' } },
      { SingleHeader: { Name: 'authorization' } },
    ]);
    expect(LoggingFilter).toMatchObject({ DefaultBehavior: 'DROP' });
  });
});

describe('the web ACL', () => {
  const { Rules, Scope, DefaultAction } = only(template, 'AWS::WAFv2::WebACL').Properties as {
    Rules: readonly { Name: string; Priority: number; Statement: object; Action?: object }[];
  } & Readonly<Record<string, unknown>>;

  test('lets in what no rule is against: floods, bad reputations, known attacks and common ones', () => {
    expect({ Scope, DefaultAction }).toEqual({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } });
    expect(Rules.map(({ Name, Priority }) => [Priority, Name])).toEqual([
      [0, 'requests-from-one-address'],
      [1, 'AWSManagedRulesAmazonIpReputationList'],
      [2, 'AWSManagedRulesKnownBadInputsRuleSet'],
      [3, 'AWSManagedRulesCommonRuleSet'],
    ]);
    expect(Rules[0]).toMatchObject({
      Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 5000 } },
      Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
    });
  });

  test('only counts what it finds in bodies: people write to us about paths and code', () => {
    const overrides = JSON.stringify(Rules[3]?.Statement).match(/"Name":"\w+_BODY"/g);
    expect(overrides).toHaveLength(5);
    expect(JSON.stringify(Rules[3]?.Statement)).not.toMatch(/_(?:COOKIE|QUERYARGUMENTS|URIPATH|HEADER)/);
  });
});

describe('the region', () => {
  const frontDoor = { frontDoor: true, domain };

  test('that is another is refused at synthesis where it is known, and else before anything is made', () => {
    expect(() => stackIn('eu-central-1')).toThrow(
      /deployment\.frontDoor: .*must be deployed there.* \(not eu-central-1\)/,
    );
    expect(() => stackIn('us-east-1')).not.toThrow();
    const [rule] = Object.values(template.toJSON().Rules as Record<string, { Assertions: unknown }>);
    expect(rule?.Assertions).toEqual([
      {
        Assert: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
        AssertDescription: expect.stringContaining('deployment.frontDoor'),
      },
    ]);
  });

  function stackIn(region: string): ShowupStack {
    const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
    return new ShowupStack(app, 'showup', {
      env: { account: '123456789012', region },
      stage: stageNamed('dev'),
      mailFrom: 'sessions@example.com',
      textProvider: 'sns',
      horizonDays: 60,
      brand: { name: 'Example Support', supportMail: 'support@example.com' },
      deployment: deploymentSettings(frontDoor),
    });
  }
});

function variablesOf(name: string): unknown {
  const all = Object.entries(ofType(template, 'AWS::Lambda::Function'));
  const found = all.find(([id]) => id.slice(0, -8) === `Functions${name}`)?.[1];
  return (short(found?.Properties['Environment']) as { Variables: unknown }).Variables;
}
