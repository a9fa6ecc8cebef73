import { Aws } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnRotationSchedule, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

/** How long after its session a link is of use, such as for saying that a no-show is wrong. */
const AFTERWARDS_DAYS = 30;
const SHORTEST_DAYS = 90;

/**
 * How often the key changes (days), for sessions that are booked so far ahead. A key signs for this long, and what it
 * signed is honoured for as long again: docs/decisions/0018-keys-and-copies.md has the sum.
 */
export function linkKeyDays(horizonDays: number): number {
  return Math.max(SHORTEST_DAYS, horizonDays + AFTERWARDS_DAYS);
}

/** The key that signs the links in mails. Made by Secrets Manager and by our own function, seen by nobody. */
export class LinkSecret extends Construct {
  readonly secret: Secret;

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

  /** Has the function change the key every so many days. The library's own grants would add one on every secret, which ours doesn't use. */
  rotateBy(rotator: ShowupFunction, days: number): void {
    const { secretArn } = this.secret;
    rotator.allow(
      [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetSecretValue',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      [secretArn],
    );
    rotator.addPermission('Rotation', {
      principal: new ServicePrincipal('secretsmanager.amazonaws.com'),
      sourceAccount: Aws.ACCOUNT_ID,
      sourceArn: secretArn,
    });
    const schedule = new CfnRotationSchedule(this, 'Rotation', {
      secretId: secretArn,
      rotationLambdaArn: rotator.functionArn,
      rotationRules: { automaticallyAfterDays: days },
      // A deployment tries whether it would work, and rotates nothing.
      rotateImmediatelyOnUpdate: false,
    });
    // It tries at once: what it needs must be granted by then.
    schedule.node.addDependency(rotator);
  }
}
