import { Aws, CfnOutput } from 'aws-cdk-lib';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import type { EmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { HostedZoneSettings } from '../lib/config/deployment.ts';

export interface MailRecordsProps {
  readonly identity: EmailIdentity;
  /** Domain that mails which come back are sent to. */
  readonly returnDomain: string;
  /** The zone to make them in; else they are told as outputs. */
  readonly hostedZone?: HostedZoneSettings | undefined;
}

interface MailRecord {
  /** Of the construct and the output. */
  readonly id: string;
  readonly name: string;
  readonly type: 'CNAME' | 'MX' | 'TXT';
  readonly value: string;
}

/** The DNS records that let SES send as the domain: three keys that sign (DKIM), and the domain that mail comes back to. */
export class MailRecords extends Construct {
  constructor(scope: Construct, id: string, { identity, returnDomain, hostedZone }: MailRecordsProps) {
    super(scope, id);
    for (const record of recordsOf(identity, returnDomain))
      if (hostedZone) this.make(record, hostedZone);
      else this.tell(record);
  }

  private make({ id, name, type, value }: MailRecord, hostedZone: HostedZoneSettings): void {
    new CfnRecordSet(this, id, {
      hostedZoneId: hostedZone.id,
      name,
      type,
      ttl: '1800',
      resourceRecords: [value],
    });
  }

  private tell({ id, name, type, value }: MailRecord): void {
    new CfnOutput(this, id, {
      value: `${name} ${type} ${value}`,
      description: 'To be made in the DNS of the mail domain',
    }).overrideLogicalId(`DnsRecord${id}`);
  }
}

function recordsOf(identity: EmailIdentity, returnDomain: string): MailRecord[] {
  return [
    ...identity.dkimRecords.map(
      ({ name, value }, index): MailRecord => ({ id: `Dkim${index + 1}`, name, type: 'CNAME', value }),
    ),
    {
      id: 'MailReturn',
      name: returnDomain,
      type: 'MX',
      value: `10 feedback-smtp.${Aws.REGION}.amazonses.com`,
    },
    { id: 'MailSender', name: returnDomain, type: 'TXT', value: '"v=spf1 include:amazonses.com ~all"' },
  ];
}
