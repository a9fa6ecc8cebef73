import { Aws, CfnOutput } from 'aws-cdk-lib';
import { CfnConfigurationSet, CfnProtectConfiguration } from 'aws-cdk-lib/aws-smsvoice';
import { Construct } from 'constructs';
import type { ShowupFunction } from './function.ts';
import type { Site } from './site.ts';
import { SmsTopic } from './sms-topic.ts';
import type { Stage } from './stage.ts';

export interface SmsVoiceSendingProps {
  readonly stage: Stage;
  readonly site: Site;
}

/** Texts by End User Messaging: what they are sent with, and the receipts of their delivery, to our webhook. */
export class SmsVoiceSending extends Construct {
  private readonly receipts: SmsTopic;
  private readonly configurationSet: CfnConfigurationSet;

  constructor(scope: Construct, id: string, { stage, site }: SmsVoiceSendingProps) {
    super(scope, id);
    this.receipts = new SmsTopic(this, 'Receipts', `showup-${stage.name}-text-receipts`);
    this.receipts.deliver(this, { stage, site, failures: 'text-receipts-undelivered' });
    // Which countries it lets through is set by scripts/text-limits.ts: only the service knows all that there are.
    const protection = new CfnProtectConfiguration(this, 'Protection', { deletionProtectionEnabled: false });
    new CfnOutput(this, 'ProtectionId', {
      value: protection.attrProtectConfigurationId,
      description: 'The protect configuration: only the countries of texts.countries are texted',
    }).overrideLogicalId('TextProtectionId');
    this.configurationSet = new CfnConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: `showup-${stage.name}-texts`,
      protectConfigurationId: protection.attrProtectConfigurationId,
      eventDestinations: [
        {
          eventDestinationName: 'receipts',
          enabled: true,
          matchingEventTypes: ['TEXT_ALL'],
          snsDestination: { topicArn: this.receipts.topicArn },
        },
      ],
    });
    // With its policy: the service must be able to publish from the first text on.
    this.configurationSet.node.addDependency(this.receipts);
  }

  /** Lets the function text people, and opt them in again. The number's own id is in no configuration: any of ours will do. */
  letSend(sender: ShowupFunction): void {
    const ours = `arn:${Aws.PARTITION}:sms-voice:${Aws.REGION}:${Aws.ACCOUNT_ID}`;
    sender.addEnvironment('TEXT_CONFIGURATION_SET', this.configurationSet.ref);
    sender.allowAll(
      ['sms-voice:SendTextMessage'],
      `${ours}:phone-number/*`,
      'The configuration names the number, not its id, which the service gives. The numbers of the account are all ours.',
    );
    sender.allow(['sms-voice:DeleteOptedOutNumber'], [`${ours}:opt-out-list/Default`]);
  }

  letReceive(receiver: ShowupFunction): void {
    this.receipts.letReceive(receiver, 'RECEIPTS_TOPIC_ARN');
  }
}
