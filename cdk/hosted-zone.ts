import { type IHostedZone, PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { HostedZoneSettings } from '../lib/config/deployment.ts';

/** A zone that the account has already. Both of its names are given, so that synthesis asks nobody. */
export function hostedZoneOf(scope: Construct, { id, name }: HostedZoneSettings): IHostedZone {
  return PublicHostedZone.fromPublicHostedZoneAttributes(scope, 'Zone', { hostedZoneId: id, zoneName: name });
}

/** Whether a name is that of the zone or below it. */
export function isInZone(name: string, zone: HostedZoneSettings): boolean {
  return name === zone.name || name.endsWith(`.${zone.name}`);
}
