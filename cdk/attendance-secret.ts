import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

/**
 * What the provider of the meetings signs its posts with. Made by Secrets Manager: letters and digits by the dozen are
 * base64, so the provider is given `whsec_` and this. One of the provider's own can be put in its place.
 */
export class AttendanceSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage }) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: `Showup (${props.stage.name}): signs what the provider of the meetings posts`,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: props.stage.removalPolicy,
    });
    acknowledge(
      this.secret,
      'SMG4',
      'Another company signs with it, and has to be given the new one by a person: a clock would cut it off.',
    );
  }

  /** Lets the function read it, and tells it where. */
  letRead(reader: ShowupFunction): void {
    reader.addEnvironment('ATTENDANCE_SECRET_ARN', this.secret.secretArn);
    reader.allow(['secretsmanager:GetSecretValue'], [this.secret.secretArn]);
  }
}
