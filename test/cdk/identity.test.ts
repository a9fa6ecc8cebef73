import { describe, expect, test } from 'vitest';
import { passwordLength } from '../../lib/domain/password.ts';
import { resolveTemplate } from '../../local/template/stack.ts';
import type { Template as LocalTemplate } from '../../local/template/template.ts';
import { userPoolsOf } from '../../local/user-pools.ts';
import { only, templateOf } from './template.ts';

const dev = templateOf('dev');
const prod = templateOf('prod');
const pool = only(dev, 'AWS::Cognito::UserPool');
const client = only(dev, 'AWS::Cognito::UserPoolClient');

describe('the user pool', () => {
  test('takes in nobody by themselves, and mails nobody: both are our own links’ business', () => {
    expect(pool.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
    });
    for (const property of [
      'AutoVerifiedAttributes',
      'EmailConfiguration',
      'SmsConfiguration',
      'MfaConfiguration',
    ]) {
      expect(pool.Properties).not.toHaveProperty(property);
    }
  });

  test('knows people by our own ids, as they are written', () => {
    expect(pool.Properties['UsernameConfiguration']).toEqual({ CaseSensitive: true });
    expect(pool.Properties).not.toHaveProperty('AliasAttributes');
    expect(pool.Properties).not.toHaveProperty('UsernameAttributes');
  });

  test('asks of a password what we tell people, its length, and no mixture of characters', () => {
    expect(pool.Properties['Policies']).toEqual({
      PasswordPolicy: {
        MinimumLength: passwordLength.fewest,
        RequireLowercase: false,
        RequireUppercase: false,
        RequireNumbers: false,
        RequireSymbols: false,
      },
    });
  });

  test('is of the plan that costs least, with nothing on that costs more', () => {
    expect(pool.Properties['UserPoolTier']).toBe('LITE');
    expect(pool.Properties).not.toHaveProperty('UserPoolAddOns');
  });

  test('outlives the stack in production and can’t be deleted by accident, and only there', () => {
    expect([pool.DeletionPolicy, pool.Properties['DeletionProtection']]).toEqual(['Delete', 'INACTIVE']);
    const kept = only(prod, 'AWS::Cognito::UserPool');
    expect([kept.DeletionPolicy, kept.Properties['DeletionProtection']]).toEqual(['Retain', 'ACTIVE']);
  });

  test('has one group, of our staff', () => {
    expect(only(dev, 'AWS::Cognito::UserPoolGroup').Properties['GroupName']).toBe('staff');
  });

  test('is told to who has deployed it', () => {
    expect(dev.toJSON().Outputs).toHaveProperty('UserPoolId');
  });
});

describe('its client', () => {
  test('is for our functions alone: passwords come in by calls that IAM guards, and by no page of Cognito', () => {
    expect(client.Properties).toMatchObject({
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: false,
      SupportedIdentityProviders: ['COGNITO'],
    });
    expect(client.Properties).not.toHaveProperty('AllowedOAuthFlows');
    expect(client.Properties).not.toHaveProperty('CallbackURLs');
  });

  test('gives tokens for an hour and sessions of 12, which can be revoked', () => {
    expect(client.Properties).toMatchObject({
      IdTokenValidity: 60,
      AccessTokenValidity: 60,
      RefreshTokenValidity: 720,
      TokenValidityUnits: { IdToken: 'minutes', AccessToken: 'minutes', RefreshToken: 'minutes' },
      EnableTokenRevocation: true,
    });
  });

  test('does not tell a name that there is not from a wrong password', () => {
    expect(client.Properties['PreventUserExistenceErrors']).toBe('ENABLED');
  });

  test('lets nobody change what we know of them there', () => {
    expect(client.Properties['WriteAttributes']).toEqual(['nickname']);
    expect(client.Properties['ReadAttributes']).toEqual(['email', 'email_verified']);
  });
});

test('the local cloud takes the pool as it is deployed', () => {
  const stack = resolveTemplate(dev.toJSON() as LocalTemplate, 'showup-dev', 'http://127.0.0.1:8787');
  const hour = 3_600_000;
  expect(userPoolsOf(stack)).toEqual([
    {
      id: expect.stringMatching(/^us-east-1_[a-zA-Z0-9]{9}$/u),
      arn: expect.stringMatching(/^arn:aws:cognito-idp:us-east-1:\d{12}:userpool\/us-east-1_\w{9}$/u),
      passwordPolicy: {
        minimumLength: passwordLength.fewest,
        lowercase: false,
        uppercase: false,
        numbers: false,
        symbols: false,
      },
      clients: [
        {
          id: expect.stringMatching(/^[a-z0-9]{26}$/u),
          flows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
          validity: { id: hour, access: hour, refresh: 12 * hour },
          hidesUnknown: true,
        },
      ],
      groups: ['staff'],
    },
  ]);
});
