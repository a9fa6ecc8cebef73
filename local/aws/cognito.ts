import { randomUUID } from 'node:crypto';
import type { AwsAnswer, AwsCall, AwsService, Clock, Need } from '../parts.ts';
import { arnOf, type Place } from './arn.ts';
import { notFound } from './cognito-errors.ts';
import { LockOut } from './cognito-lock-out.ts';
import type { PoolInput } from './cognito-pool.ts';
import { CognitoRequest } from './cognito-request.ts';
import { initiateAuth, revokeToken } from './cognito-sessions.ts';
import { CognitoState, type PoolState } from './cognito-state.ts';
import { userOperations } from './cognito-users.ts';
import type { PublicDocument } from './endpoint.ts';
import { AwsError } from './wire.ts';

export interface CognitoInput {
  readonly place: Place;
  readonly clock: Clock;
  readonly pools: readonly PoolInput[];
  /** Where accounts, sessions and keys outlive a restart; in memory only unless given. */
  readonly file?: string;
}

type Headers = Readonly<Record<string, string>>;
/** A pool of the template with all that it holds. */
interface Pool {
  readonly pool: PoolInput;
  readonly state: PoolState;
  readonly lockOut: LockOut;
  readonly issuer: string;
}

/** What each operation takes. */
const members: Readonly<Record<string, readonly string[]>> = {
  AdminCreateUser: ['UserPoolId', 'Username', 'UserAttributes', 'TemporaryPassword', 'MessageAction'],
  AdminGetUser: ['UserPoolId', 'Username'],
  AdminSetUserPassword: ['UserPoolId', 'Username', 'Password', 'Permanent'],
  AdminAddUserToGroup: ['UserPoolId', 'Username', 'GroupName'],
  AdminUserGlobalSignOut: ['UserPoolId', 'Username'],
  AdminDeleteUser: ['UserPoolId', 'Username'],
  AdminInitiateAuth: ['UserPoolId', 'ClientId', 'AuthFlow', 'AuthParameters'],
  RevokeToken: ['ClientId', 'Token'],
};

/** Cognito user pools over JSON 1.1, as far as our functions use them. Tokens are made and expire by the clock. */
export class Cognito implements AwsService {
  readonly service = 'cognito-idp';
  readonly #input: CognitoInput;
  readonly #state: CognitoState;
  readonly #pools: readonly Pool[];

  /** Throws when the file can't be read. */
  constructor(input: CognitoInput) {
    this.#input = input;
    const ids = input.pools.map(({ id }) => id);
    this.#state = new CognitoState(ids, input.file);
    this.#pools = input.pools.map((pool) => ({
      pool,
      state: this.#state.of(pool.id),
      lockOut: new LockOut(),
      issuer: `https://cognito-idp.${input.place.region}.amazonaws.com/${pool.id}`,
    }));
  }

  /** The public keys of each pool, where Cognito has them. */
  get documents(): readonly PublicDocument[] {
    return this.#pools.map(({ pool, state }) => ({
      path: `/${pool.id}/.well-known/jwks.json`,
      contentType: 'application/json',
      body: async () => {
        const { jwks } = await state.key();
        // Who has fetched the keys holds on to them, so they must outlive a restart from now on.
        this.#keep();
        return jwks;
      },
    }));
  }

  actionOf({ headers }: { headers: Headers }): string | undefined {
    const action = /^AWSCognitoIdentityProviderService\.(\w+)$/u.exec(headers['x-amz-target'] ?? '')?.[1];
    return action !== undefined && Object.hasOwn(members, action) ? action : undefined;
  }

  /** Whoever has a refresh token may revoke it: no IAM policy is asked, and the SDK doesn't sign the call. */
  isOpen({ headers }: { headers: Headers }): boolean {
    return this.actionOf({ headers }) === 'RevokeToken';
  }

  needs(call: AwsCall): readonly Need[] {
    if (this.isOpen(call)) return [];
    const id = new CognitoRequest(call.body).text('UserPoolId');
    return [
      {
        action: `cognito-idp:${call.action}`,
        resource: arnOf(this.#input.place, 'cognito-idp', `userpool/${id}`),
      },
    ];
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const request = new CognitoRequest(call.body).only(members[call.action] ?? []);
    const answer = await this.#run(call.action, request);
    this.#keep();
    return {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
      body: JSON.stringify(answer ?? {}),
    };
  }

  async #run(action: string, request: CognitoRequest): Promise<unknown> {
    const now = this.#input.clock.now();
    if (action === 'RevokeToken') return revokeToken({ ...this.#poolOfClient(request), request, now });
    const pool = this.#poolOf(request);
    if (action === 'AdminInitiateAuth') return initiateAuth({ ...pool, request, now });
    if (Object.hasOwn(userOperations, action)) {
      return userOperations[action as keyof typeof userOperations]({ ...pool, request, now });
    }
    throw new AwsError('UnknownOperationException', `the local cloud has no operation ${action}`);
  }

  #poolOf(request: CognitoRequest): Pool {
    const id = request.text('UserPoolId');
    const found = this.#pools.find(({ pool }) => pool.id === id);
    if (found === undefined) throw notFound(`User pool ${id} does not exist.`);
    return found;
  }

  #poolOfClient(request: CognitoRequest): Pool {
    const id = request.text('ClientId');
    const found = this.#pools.find(({ pool }) => pool.clients.some((client) => client.id === id));
    if (found === undefined) throw notFound(`User pool client ${id} does not exist.`);
    return found;
  }

  #keep(): void {
    this.#state.keep(this.#input.clock.now());
  }
}
