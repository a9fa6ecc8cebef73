import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  InvalidPasswordException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { type Account, type Identity, PasswordRefused, staffGroup } from '../app/identity.ts';
import { passwordFault } from '../domain/password.ts';
import { errorWithout } from './error-without.ts';
import type { Pool } from './identity-pool.ts';

/** The part of identity that makes accounts, by giving them a password, and removes them. */
export function passwordsOf(pool: Pool): Pick<Identity, 'setPassword' | 'remove'> {
  return {
    async setPassword(account, password) {
      const fault = passwordFault(password);
      if (fault !== undefined) throw new PasswordRefused(fault);
      try {
        if (await changePassword(pool, account, password)) return;
        await makeAccount(pool, account, password);
      } catch (error) {
        if (error instanceof InvalidPasswordException) throw new PasswordRefused('not-taken', error);
        throw errorWithout(error, account.email, 'the address');
      }
    },
    async remove(username) {
      try {
        // First, so that the sessions are over even if the deletion fails.
        await endSessions(pool, username);
        await pool.client.send(
          new AdminDeleteUserCommand({ UserPoolId: pool.userPoolId, Username: username }),
        );
      } catch (error) {
        if (!(error instanceof UserNotFoundException)) throw error;
      }
    },
  };
}

/** False where there is no account. */
async function changePassword(pool: Pool, account: Account, password: string): Promise<boolean> {
  try {
    await setForGood(pool, account, password);
  } catch (error) {
    if (error instanceof UserNotFoundException) return false;
    throw error;
  }
  await joinGroup(pool, account);
  await endSessions(pool, account.username);
  return true;
}

async function makeAccount(pool: Pool, account: Account, password: string): Promise<void> {
  try {
    await pool.client.send(
      new AdminCreateUserCommand({
        UserPoolId: pool.userPoolId,
        Username: account.username,
        MessageAction: 'SUPPRESS',
        // The same one: a password that the pool refuses then leaves no account behind.
        TemporaryPassword: password,
        UserAttributes: [
          { Name: 'email', Value: account.email },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    );
  } catch (error) {
    // The form was sent twice, and the other request was a moment quicker.
    if (!(error instanceof UsernameExistsException)) throw error;
  }
  // Before the password, so that nobody of the staff can sign in as anything less.
  await joinGroup(pool, account);
  await setForGood(pool, account, password);
}

async function setForGood(pool: Pool, { username }: Account, password: string): Promise<void> {
  await pool.client.send(
    new AdminSetUserPasswordCommand({
      UserPoolId: pool.userPoolId,
      Username: username,
      Password: password,
      Permanent: true,
    }),
  );
}

async function joinGroup(pool: Pool, { username, staff = false }: Account): Promise<void> {
  if (!staff) return;
  await pool.client.send(
    new AdminAddUserToGroupCommand({
      UserPoolId: pool.userPoolId,
      Username: username,
      GroupName: staffGroup,
    }),
  );
}

async function endSessions(pool: Pool, username: string): Promise<void> {
  await pool.client.send(
    new AdminUserGlobalSignOutCommand({ UserPoolId: pool.userPoolId, Username: username }),
  );
}
