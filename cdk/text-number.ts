import { CfnOutput } from 'aws-cdk-lib';
import { CfnPhoneNumber } from 'aws-cdk-lib/aws-smsvoice';
import { Construct } from 'constructs';
import type { TextNumberSettings } from '../lib/config/deployment.ts';
import type { Brand } from '../lib/config/settings.ts';
import type { SmsTopic } from './sms-topic.ts';
import type { Stage } from './stage.ts';

export interface TextNumberProps {
  readonly stage: Stage;
  readonly brand: Pick<Brand, 'name' | 'supportMail'>;
  readonly number: Required<Pick<TextNumberSettings, 'type' | 'country'>>;
  /** Takes what people text. */
  readonly replies: SmsTopic;
}

const types = {
  'long-code': 'LONG_CODE',
  'toll-free': 'TOLL_FREE',
  simulator: 'SIMULATOR',
} as const satisfies Record<NonNullable<TextNumberSettings['type']>, string>;

/**
 * The number that texts come from, rented by the stack: what people text to it goes to our topic, by the topic's own
 * policy. The service answers STOP and HELP itself and keeps the list of who opted out, as carriers require.
 */
export class TextNumber extends Construct {
  constructor(scope: Construct, id: string, { stage, brand, number, replies }: TextNumberProps) {
    super(scope, id);
    const rented = new CfnPhoneNumber(this, 'Number', {
      numberType: types[number.type],
      isoCountryCode: number.country,
      numberCapabilities: ['SMS'],
      twoWay: { enabled: true, channelArn: replies.topicArn },
      selfManagedOptOutsEnabled: false,
      mandatoryKeywords: {
        help: {
          message: `${brand.name}: texts about the sessions that you booked. Help: ${brand.supportMail}. STOP ends them.`,
        },
        stop: { message: `${brand.name}: you get no more texts. START brings them back.` },
      },
      deletionProtectionEnabled: stage.deletionProtection,
    });
    // A number that carriers know takes weeks to replace.
    rented.applyRemovalPolicy(stage.removalPolicy);
    // With its policy: the service checks that it may publish.
    rented.node.addDependency(replies);
    new CfnOutput(this, 'Rented', {
      value: rented.attrPhoneNumber,
      description: 'The number that was rented: write it into texts.from',
    }).overrideLogicalId('TextNumber');
  }
}
