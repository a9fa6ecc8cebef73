import { Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  UserPool,
  UserPoolClient,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { staffGroup } from '../lib/app/identity.ts';
import type { passwordLength } from '../lib/domain/password.ts';
import { acknowledge } from './acknowledge.ts';
import type { ShowupFunction } from './function.ts';
import type { Stage } from './stage.ts';

// Their types are those of the rules: another value than theirs does not compile.
const minLength: typeof passwordLength.fewest = 12;
const groupName: typeof staffGroup = 'staff';

/** Accounts with their passwords, and the sessions that they begin. What else is known of people is in the table. */
export class Identity extends Construct {
  readonly pool: UserPool;
  private readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: Stage }) {
    super(scope, id);
    this.pool = this.addPool(stage);
    this.client = this.addClient();
    acknowledge(
      this.pool,
      'COG1',
      'NIST SP 800-63B asks for length, here 12, and says not to ask for a mixture of characters.',
    );
    acknowledge(
      this.pool,
      'COG2',
      'A factor is required of a whole pool, and members sign in a few times a year to book. Attempts are counted by account and by address; docs/decisions/0016 says what that leaves to staff.',
    );
    acknowledge(
      this.pool,
      'COG8',
      'Threat protection looks at sign-in by the browser. Here passwords come in through our functions, which limit attempts by person and by address themselves.',
    );
    new UserPoolGroup(this, 'Staff', {
      userPool: this.pool,
      groupName,
      description: 'People of the support company itself',
    });
  }

  /** Tells the function whose tokens to believe. The keys that it checks them with are public. */
  letVerify(reader: ShowupFunction): void {
    reader.addEnvironment('USER_POOL_ID', this.pool.userPoolId);
    reader.addEnvironment('USER_POOL_CLIENT_ID', this.client.userPoolClientId);
  }

  /** Lets the function begin and renew sessions. To end one takes nothing but its own token. */
  letSignIn(door: ShowupFunction): void {
    this.letVerify(door);
    this.allow(door, ['AdminInitiateAuth']);
  }

  /** Lets the function set passwords, making the accounts that have none. */
  letSetPasswords(door: ShowupFunction): void {
    this.letVerify(door);
    this.allow(door, [
      'AdminAddUserToGroup',
      'AdminCreateUser',
      'AdminSetUserPassword',
      'AdminUserGlobalSignOut',
    ]);
  }

  /** Lets the function remove accounts. */
  letManage(manager: ShowupFunction): void {
    this.letVerify(manager);
    this.allow(manager, ['AdminDeleteUser', 'AdminUserGlobalSignOut']);
  }

  private allow(user: ShowupFunction, actions: readonly string[]): void {
    user.allow(
      actions.map((action) => `cognito-idp:${action}`),
      [this.pool.userPoolArn],
    );
  }

  private addPool(stage: Stage): UserPool {
    return new UserPool(this, 'Pool', {
      userPoolName: `showup-${stage.name}`,
      featurePlan: FeaturePlan.LITE,
      // Accounts are made by our activation link alone, and their names are our own ids, which nobody types.
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      signInCaseSensitive: true,
      passwordPolicy: {
        minLength,
        requireLowercase: false,
        requireUppercase: false,
        requireDigits: false,
        requireSymbols: false,
      },
      // A forgotten password is our own link's business: Cognito mails nobody.
      accountRecovery: AccountRecovery.NONE,
      deletionProtection: stage.deletionProtection,
      removalPolicy: stage.removalPolicy,
    });
  }

  /**
   * Without a secret: passwords come in through calls that IAM guards, so a secret would be one more thing to keep
   * and protect nothing but what the holder of a refresh token may do with their own account.
   */
  private addClient(): UserPoolClient {
    const email = new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true });
    return new UserPoolClient(this, 'Client', {
      userPool: this.pool,
      userPoolClientName: 'site',
      generateSecret: false,
      authFlows: { adminUserPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      // A working day: who signs in in the morning is not asked again before the evening.
      refreshTokenValidity: Duration.hours(12),
      readAttributes: email,
      // Nothing that we read: whoever gets hold of a session can't make the account look like somebody else's.
      writeAttributes: new ClientAttributes().withStandardAttributes({ nickname: true }),
    });
  }
}
