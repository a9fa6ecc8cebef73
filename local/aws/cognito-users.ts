import { randomUUID } from 'node:crypto';
import { invalidParameter, notFound, userNotFound } from './cognito-errors.ts';
import { hashPassword, requirePassword } from './cognito-password.ts';
import type { PoolInput } from './cognito-pool.ts';
import type { CognitoRequest } from './cognito-request.ts';
import type { PoolState, User } from './cognito-state.ts';
import { AwsError } from './wire.ts';

/** A call on the users of a pool. */
export interface UserCall {
  readonly request: CognitoRequest;
  readonly pool: PoolInput;
  readonly state: PoolState;
  readonly now: number;
}

type UserOperation = (call: UserCall) => unknown;

/** What our own functions do with the users of a pool, by operation. */
export const userOperations = {
  AdminCreateUser: createUser,
  AdminGetUser: (call) => describe(userOf(call)),
  AdminSetUserPassword: setPassword,
  AdminAddUserToGroup: addToGroup,
  AdminUserGlobalSignOut: (call) => endSessions(call, userOf(call)),
  AdminDeleteUser: (call) => {
    const user = userOf(call);
    for (const session of sessionsOf(call, user)) call.state.sessions.delete(session.tokenHash);
    call.state.users.delete(user.username);
  },
} as const satisfies Readonly<Record<string, UserOperation>>;

async function createUser({ request, pool, state, now }: UserCall): Promise<unknown> {
  // Nothing here would send the invitation that the service sends otherwise.
  if (request.text('MessageAction') !== 'SUPPRESS') {
    throw invalidParameter('MessageAction: the local cloud makes users without an invitation only: SUPPRESS');
  }
  const username = request.text('Username');
  const requested = request.optionalText('TemporaryPassword');
  if (requested !== undefined) requirePassword(requested, pool.passwordPolicy);
  const user: User = {
    username,
    sub: randomUUID(),
    attributes: request.attributes('UserAttributes'),
    groups: [],
    status: 'FORCE_CHANGE_PASSWORD',
    password: await hashPassword(requested ?? randomUUID()),
    created: now,
    modified: now,
  };
  if (state.users.has(username)) {
    throw new AwsError('UsernameExistsException', 'User account already exists');
  }
  state.users.set(username, user);
  const { UserAttributes: Attributes, ...described } = describe(user);
  return { User: { ...described, Attributes } };
}

async function setPassword(call: UserCall): Promise<void> {
  const { request, pool, state, now } = call;
  userOf(call);
  const password = request.text('Password');
  requirePassword(password, pool.passwordPolicy);
  const status = request.flag('Permanent') ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
  const hashed = await hashPassword(password);
  // Looked up again: somebody else may have changed the user while this one was hashed.
  const user = userOf(call);
  // Sessions and a lock-out live on: a guess, since the reference names no effect on them, and the harder case.
  state.users.set(user.username, { ...user, status, password: hashed, modified: now });
}

function addToGroup(call: UserCall): void {
  const { request, pool, state } = call;
  const group = request.text('GroupName');
  const user = userOf(call);
  if (!pool.groups.includes(group)) throw notFound('Group not found.');
  state.users.set(user.username, { ...user, groups: [...new Set([...user.groups, group])] });
}

function endSessions(call: UserCall, user: User): void {
  for (const session of sessionsOf(call, user)) {
    call.state.sessions.set(session.tokenHash, { ...session, revoked: true });
  }
}

const sessionsOf = ({ state }: UserCall, user: User) =>
  [...state.sessions.values()].filter(({ username }) => username === user.username);

function userOf({ request, state }: UserCall): User {
  const user = state.users.get(request.text('Username'));
  if (user === undefined) throw userNotFound();
  return user;
}

function describe(user: User) {
  const attributes = { sub: user.sub, ...user.attributes };
  return {
    Username: user.username,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    UserCreateDate: user.created / 1000,
    UserLastModifiedDate: user.modified / 1000,
    Enabled: true,
    UserStatus: user.status,
  };
}
