import { Aws } from 'aws-cdk-lib';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { ShowupFunction } from './function.ts';

export interface MailProps {
  /** Address that mails come from, such as sessions@example.com. */
  readonly from: string;
}

/**
 * The right to send mail as the brand. The identity is the whole domain of the address: that is what mail
 * providers check signatures (DKIM) of, and it is verified in DNS, with no mailbox to click a link in.
 */
export class Mail extends Construct {
  private readonly from: string;
  private readonly identity: EmailIdentity;
  private readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, { from }: MailProps) {
    super(scope, id);
    this.from = from;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      // Mails hold links that change a booking: rather undelivered than sent in the clear.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domainOf(from)),
      configurationSet: this.configurationSet,
    });
  }

  /** Lets the function send mail from the brand's address, and from no other. */
  letSend(sender: ShowupFunction): void {
    const name = this.configurationSet.configurationSetName;
    const configurationSetArn = `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:configuration-set/${name}`;
    sender.addEnvironment('MAIL_CONFIGURATION_SET', name);
    sender.allow(['ses:SendRawEmail'], [this.identity.emailIdentityArn, configurationSetArn], {
      StringEquals: { 'ses:FromAddress': this.from },
    });
  }
}

function domainOf(address: string): string {
  const domain = address.split('@')[1];
  if (!domain) throw new Error(`brand.mailFrom: ${JSON.stringify(address)} is not a mail address`);
  return domain;
}
