import type { ClientInput, PasswordPolicy, PoolInput } from './aws/cognito-pool.ts';
import type { Stack } from './template/stack.ts';
import { type Properties, type Resolved, TemplateError } from './template/template.ts';

/** What a pool says that changes nothing here: whom it would mail, what it costs, and who may delete it. */
const pool = [
  'AccountRecoverySetting',
  'AdminCreateUserConfig',
  'DeletionProtection',
  'EmailVerificationMessage',
  'EmailVerificationSubject',
  'Policies',
  'SmsVerificationMessage',
  'UserPoolName',
  'UserPoolTier',
  'UsernameConfiguration',
  'VerificationMessageTemplate',
] as const;

const client = [
  'AccessTokenValidity',
  'AllowedOAuthFlowsUserPoolClient',
  'ClientName',
  'EnableTokenRevocation',
  'ExplicitAuthFlows',
  'GenerateSecret',
  'IdTokenValidity',
  'PreventUserExistenceErrors',
  'ReadAttributes',
  'RefreshTokenValidity',
  'SupportedIdentityProviders',
  'TokenValidityUnits',
  'UserPoolId',
  'WriteAttributes',
] as const;

const unitMs: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

/** The template's user pools with their clients and groups. Throws a TemplateError for a setting that isn't known here. */
export function userPoolsOf(stack: Stack): readonly PoolInput[] {
  const clients = stack.ofType('AWS::Cognito::UserPoolClient');
  const groups = stack.ofType('AWS::Cognito::UserPoolGroup');
  const within = (all: readonly Resolved[], id: string) =>
    all.filter(({ properties }) => properties.text('UserPoolId') === id);
  return stack.ofType('AWS::Cognito::UserPool').map(({ ref, arn, properties }) => {
    const { where } = properties.only(...pool);
    // Without the setting names are in any case the same, which nothing here provides for.
    requireFlag(properties.object('UsernameConfiguration'), 'CaseSensitive', true, false);
    requireFlag(properties.object('AdminCreateUserConfig'), 'AllowAdminCreateUserOnly', true, false);
    return {
      id: ref,
      arn: arn ?? where,
      passwordPolicy: policyOf(properties.object('Policies').object('PasswordPolicy')),
      clients: within(clients, ref).map(clientOf),
      groups: within(groups, ref).map((group) => group.ref),
    };
  });
}

function policyOf(policy: Properties): PasswordPolicy {
  return {
    minimumLength: policy.number('MinimumLength', 8),
    lowercase: policy.flag('RequireLowercase', false),
    uppercase: policy.flag('RequireUppercase', false),
    numbers: policy.flag('RequireNumbers', false),
    symbols: policy.flag('RequireSymbols', false),
  };
}

function clientOf({ ref, properties }: Resolved): ClientInput {
  properties.only(...client);
  requireFlag(properties, 'GenerateSecret', false, false);
  requireFlag(properties, 'EnableTokenRevocation', true, true);
  const validity = (kind: string, otherwise: number, unit: string): number =>
    properties.number(`${kind}Validity`, otherwise) *
    unitOf(properties.object('TokenValidityUnits'), kind, unit);
  return {
    id: ref,
    flows: properties.texts('ExplicitAuthFlows'),
    validity: {
      id: validity('IdToken', 1, 'hours'),
      access: validity('AccessToken', 1, 'hours'),
      refresh: validity('RefreshToken', 30, 'days'),
    },
    hidesUnknown: properties.optionalText('PreventUserExistenceErrors') === 'ENABLED',
  };
}

function unitOf(units: Properties, kind: string, otherwise: string): number {
  const unit = units.optionalText(kind) ?? otherwise;
  const ms = unitMs[unit];
  if (ms === undefined) throw new TemplateError(`${units.where}.${kind}: ${unit} is not a unit of time`);
  return ms;
}

function requireFlag(properties: Properties, name: string, needed: boolean, otherwise: boolean): void {
  if (properties.flag(name, otherwise) === needed) return;
  throw new TemplateError(
    `${properties.where}.${name}: the local cloud knows user pools with ${needed} only`,
  );
}
