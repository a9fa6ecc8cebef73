import {
  ApiMapping,
  DomainName,
  type HttpApi,
  type HttpStage,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { RecordTarget } from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import type { DomainSettings } from '../lib/config/deployment.ts';
import { hostedZoneOf } from './hosted-zone.ts';
import { addSiteRecords, siteCertificate, tellSiteRecord } from './site-records.ts';

export interface SiteDomainProps {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  readonly domain: DomainSettings;
}

/** The site's own address: its certificate, and its records where the zone is ours. */
export class SiteDomain extends Construct {
  /** Without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { api, stage, domain }: SiteDomainProps) {
    super(scope, id);
    const zone = domain.hostedZone && hostedZoneOf(this, domain.hostedZone);
    const name = new DomainName(this, 'Name', {
      domainName: domain.name,
      certificate: siteCertificate(this, domain, zone),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new ApiMapping(this, 'Mapping', { api, domainName: name, stage });
    this.url = `https://${name.name}`;
    if (zone) {
      const target = new ApiGatewayv2DomainProperties(name.regionalDomainName, name.regionalHostedZoneId);
      addSiteRecords(this, domain, zone, RecordTarget.fromAlias(target));
    } else tellSiteRecord(this, domain, name.regionalDomainName);
  }
}
