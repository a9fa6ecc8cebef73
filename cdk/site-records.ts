import { CfnOutput } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { AaaaRecord, ARecord, type IHostedZone, type RecordTarget } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { DomainSettings } from '../lib/config/deployment.ts';

/** The certificate that is named, or else one that is made in the zone. */
export function siteCertificate(
  scope: Construct,
  { name, certificateArn }: DomainSettings,
  zone: IHostedZone | undefined,
): ICertificate {
  return certificateArn
    ? Certificate.fromCertificateArn(scope, 'Certificate', certificateArn)
    : new Certificate(scope, 'Certificate', {
        domainName: name,
        validation: CertificateValidation.fromDns(zone),
      });
}

/** Leads the site's name to what answers for it. */
export function addSiteRecords(
  scope: Construct,
  domain: DomainSettings,
  zone: IHostedZone,
  target: RecordTarget,
): void {
  // With the dot at its end the name is whole: the zone's is not put behind it.
  const recordName = `${domain.name}.`;
  new ARecord(scope, 'A', { zone, recordName, target });
  new AaaaRecord(scope, 'Aaaa', { zone, recordName, target });
}

/** The record to be made where the zone is not ours, as an output. */
export function tellSiteRecord(scope: Construct, domain: DomainSettings, target: string): void {
  new CfnOutput(scope, 'Record', {
    value: `${domain.name} CNAME ${target}`,
    description: 'To be made in the DNS of the site',
  }).overrideLogicalId('DnsRecordSite');
}
