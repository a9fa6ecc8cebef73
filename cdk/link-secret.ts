import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

/** The key that signs the links in mails. Made by Secrets Manager, seen by nobody. */
export class LinkSecret extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string, props: { readonly stage: Stage }) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: `Showup (${props.stage.name}): signs the links in mails`,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: props.stage.removalPolicy,
    });
  }

  /** Lets the function read the key, and tells it where. */
  letRead(reader: ShowupFunction): void {
    reader.addEnvironment('LINK_SECRET_ARN', this.secret.secretArn);
    reader.allow(['secretsmanager:GetSecretValue'], [this.secret.secretArn]);
  }
}
