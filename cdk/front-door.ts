import { Aws, CfnOutput, CfnRule, Duration, Fn, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup } from 'aws-cdk-lib/aws-logs';
import { type IHostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { DomainSettings } from '../lib/config/deployment.ts';
import { doorHeader, viewerHeader } from '../lib/http/door-headers.ts';
import { acknowledge } from './acknowledge.ts';
import { Firewall } from './firewall.ts';
import type { ShowupFunction } from './function.ts';
import { hostedZoneOf } from './hosted-zone.ts';
import { addSiteRecords, siteCertificate, tellSiteRecord } from './site-records.ts';
import type { Stage } from './stage.ts';

export interface FrontDoorProps {
  readonly stage: Stage;
  readonly api: HttpApi;
  readonly domain: DomainSettings;
}

/** Where CloudFront's certificates and web ACLs live. */
const HOME = 'us-east-1';
const wrongRegion = `deployment.frontDoor: CloudFront takes certificate and web ACL from ${HOME} only, so the stack must be deployed there; leave the front door out in other regions`;

/** Whom CloudFront saw, whatever a client says of itself. Runs at the edge, in CloudFront's own JavaScript. */
export const viewerCode = `function handler(event) {
  var request = event.request;
  request.headers['${viewerHeader}'] = { value: event.viewer.ip };
  return request;
}`;

/** What CloudFront would keep for ten seconds, whoever it was for: nobody's refusal is anybody else's. */
const failures = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** CloudFront and a web ACL in front of the API, and the secret by which functions know what came through it. */
export class FrontDoor extends Construct {
  /** Without a slash at its end. */
  readonly url: string;
  private readonly secret: Secret;

  constructor(scope: Construct, id: string, { stage, api, domain }: FrontDoorProps) {
    super(scope, id);
    this.requireHome();
    this.secret = this.addSecret(stage);
    const zone = domain.hostedZone && hostedZoneOf(this, domain.hostedZone);
    const distribution = this.addDistribution(api, domain, zone, stage);
    this.log(distribution, stage);
    this.url = `https://${domain.name}`;
    const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
    if (zone) addSiteRecords(this, domain, zone, target);
    else tellSiteRecord(this, domain, distribution.distributionDomainName);
    new CfnOutput(this, 'Id', {
      value: distribution.distributionId,
      description: 'The CloudFront distribution in front of the site',
    }).overrideLogicalId('FrontDoorId');
  }

  /** Has the function refuse what did not come through. */
  guard(guarded: ShowupFunction): void {
    guarded.addEnvironment('FRONT_DOOR_SECRET_ARN', this.secret.secretArn);
    guarded.allow(['secretsmanager:GetSecretValue'], [this.secret.secretArn]);
  }

  /** At synthesis where the region is known by then, else as the first thing of the deployment. */
  private requireHome(): void {
    const { region } = Stack.of(this);
    if (!Token.isUnresolved(region) && region !== HOME) throw new Error(`${wrongRegion} (not ${region})`);
    new CfnRule(this, 'Home', {
      assertions: [{ assert: Fn.conditionEquals(Aws.REGION, HOME), assertDescription: wrongRegion }],
    });
  }

  private addSecret(stage: Stage): Secret {
    const secret = new Secret(this, 'Secret', {
      description: `Showup (${stage.name}): proves to the functions that a request came through the front door`,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      // Nothing is lost with it: the next deployment makes another.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(
      secret,
      'SMG4',
      'CloudFront is given it by a deployment, which a clock can not start. docs/deploy.md has the steps of changing it.',
    );
    return secret;
  }

  private addDistribution(
    api: HttpApi,
    domain: DomainSettings,
    zone: IHostedZone | undefined,
    stage: Stage,
  ): Distribution {
    const through = this.behaviour(api, stage);
    // Programs and pictures, the same for everybody, for as long as their own headers say.
    const kept = { ...through, cachePolicy: this.keepAsSaid(stage), compress: true };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Showup (${stage.name})`,
      domainNames: [domain.name],
      certificate: siteCertificate(this, domain, zone),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: new Firewall(this, 'Firewall', { stage }).arn,
      defaultBehavior: through,
      additionalBehaviors: { '/assets/*': kept, '/embed.js': kept },
      errorResponses: failures.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    });
    acknowledge(distribution, 'CFR1', 'Members may book from wherever they are.');
    acknowledge(
      distribution,
      'CFR3',
      'It is logged by a delivery to CloudWatch, which leaves out paths: they hold the links that change bookings. Logs in S3 always have them.',
    );
    return distribution;
  }

  /** To the API as it came, but for the host, by which the gateway finds the API; nothing is kept. */
  private behaviour(api: HttpApi, stage: Stage): BehaviorOptions {
    const host = `${api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`;
    const viewer = new EdgeFunction(this, 'Viewer', {
      functionName: `showup-${stage.name}-viewer`,
      comment: 'Tells the API whom CloudFront saw',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(viewerCode),
    });
    return {
      origin: new HttpOrigin(host, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        customHeaders: { [doorHeader]: this.secret.secretValue.unsafeUnwrap() },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      // How well a page compresses would tell of the secrets in it (BREACH): the functions know which may be.
      compress: false,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: viewer }],
    };
  }

  private keepAsSaid(stage: Stage): CachePolicy {
    return new CachePolicy(this, 'AsSaid', {
      cachePolicyName: `showup-${stage.name}-as-said`,
      comment: 'For as long as the answer’s own headers say',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      cookieBehavior: CacheCookieBehavior.none(),
      headerBehavior: CacheHeaderBehavior.none(),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  private log({ distributionArn }: Distribution, stage: Stage): void {
    const name = `showup-${stage.name}-front-door`;
    const log = new LogGroup(this, 'Log', {
      logGroupName: `/showup/${stage.name}/front-door`,
      retention: stage.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const source = new CfnDeliverySource(this, 'LogSource', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, 'LogDestination', {
      name,
      destinationResourceArn: log.logGroupArn,
      outputFormat: 'json',
    });
    new CfnDelivery(this, 'LogDelivery', {
      deliverySourceName: name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: [...logged],
    }).addResourceDependency(source);
  }
}

/** No path, query, cookie or address of a client. */
const logged = [
  'date',
  'time',
  'x-edge-location',
  'x-edge-request-id',
  'x-edge-result-type',
  'x-edge-detailed-result-type',
  'cs-method',
  'sc-status',
  'sc-bytes',
  'time-taken',
  'ssl-protocol',
  'cs-protocol-version',
  'c-country',
];
