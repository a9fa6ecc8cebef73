import { Aws } from 'aws-cdk-lib';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  type IEmailIdentity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { DeploymentSettings } from '../lib/config/deployment.ts';
import type { ShowupFunction } from './function.ts';
import { isInZone } from './hosted-zone.ts';
import { MailFeedback } from './mail-feedback.ts';
import { MailRecords } from './mail-records.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage.ts';

export interface MailProps {
  /** Address that mails come from, such as sessions@example.com. */
  readonly from: string;
  readonly deployment: DeploymentSettings;
  readonly stage: Stage;
  readonly site: Site;
}

/**
 * The right to send mail as the brand. The identity is the whole domain of the address: that is what mail
 * providers check signatures (DKIM) of, and it is verified in DNS, with no mailbox to click a link in.
 */
export class Mail extends Construct {
  private readonly from: string;
  private readonly identity: IEmailIdentity;
  private readonly configurationSet: ConfigurationSet;
  private readonly feedback: MailFeedback;

  constructor(scope: Construct, id: string, { from, deployment, stage, site }: MailProps) {
    super(scope, id);
    this.from = from;
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      // Mails hold links that change a booking: rather undelivered than sent in the clear.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      // What came back or was called spam once isn't sent there again: mail providers judge all our mail by that.
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const { configurationSet } = this;
    this.feedback = new MailFeedback(this, 'Feedback', { stage, site, configurationSet });
    this.identity =
      deployment.mail.identity === 'own'
        ? this.addIdentity(domainOf(from), deployment)
        : EmailIdentity.fromEmailIdentityName(this, 'Identity', domainOf(from));
  }

  /** Signed by DKIM with keys that SES renews, and with a domain of its own for what comes back, so that SPF agrees too. */
  private addIdentity(domain: string, { domain: site }: DeploymentSettings): EmailIdentity {
    const returnDomain = `bounce.${domain}`;
    const identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domain),
      configurationSet: this.configurationSet,
      mailFromDomain: returnDomain,
    });
    const zone = site?.hostedZone;
    const hostedZone = zone && isInZone(domain, zone) ? zone : undefined;
    new MailRecords(this, 'Records', { identity, returnDomain, hostedZone });
    return identity;
  }

  /** Lets the function hear what becomes of our mails. */
  letReceive(receiver: ShowupFunction): void {
    this.feedback.letReceive(receiver);
  }

  /** Lets the function take addresses off the account's list of those that SES doesn't mail. */
  letAllow(sender: ShowupFunction): void {
    sender.allowAll(
      ['ses:DeleteSuppressedDestination'],
      '*',
      'The suppression list is the account’s: the service has no resource that it could be named by.',
    );
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
