import type { Need } from '../parts.ts';
import type { Context } from './conditions.ts';
import { type Grant, Policy, type Statement, type Verdict } from './policy.ts';
import { letsService } from './resource-policy.ts';
import type { Role } from './roles.ts';

/** One answer that the permissions gave, and how often. */
export interface Decision {
  readonly caller: string;
  readonly need: Need;
  readonly allowed: boolean;
  count: number;
}

/** A grant that no call has used, with the function or role that holds it. */
export interface UnusedGrant {
  readonly owner: string;
  readonly action: string;
  readonly resource: string;
}

/** Who may do what: the functions' statements and the roles that they can pass on. */
export interface PermissionsInput {
  /** Statements by the logical id of the function that holds them. */
  readonly functions: ReadonlyMap<string, readonly Statement[]>;
  /** Every role of the template by ARN. */
  readonly roles: ReadonlyMap<string, Role>;
}

/**
 * The template's permissions. Throws at once when a function's statement can't be evaluated; a role's
 * statements are compiled when the role is first used.
 */
export class Permissions {
  readonly #functions: ReadonlyMap<string, Policy>;
  readonly #roles: ReadonlyMap<string, Role>;
  readonly #rolePolicies = new Map<string, Policy>();
  readonly #decisions = new Map<string, Decision>();

  constructor(input: PermissionsInput) {
    this.#functions = new Map([...input.functions].map(([name, list]) => [name, new Policy(name, list)]));
    this.#roles = input.roles;
  }

  /** Whether the caller is a function of the template. */
  knows(caller: string): boolean {
    return this.#functions.has(caller);
  }

  /** Answers a function's need, and records it. A caller that nobody knows is allowed nothing. */
  check(caller: string, need: Need): Verdict {
    return this.#record(caller, need, this.#functions.get(caller)?.answer(need) ?? 'not-allowed');
  }

  /** Answers a need of a role that a service has assumed, and records it under the role's ARN. */
  checkRole(roleArn: string, need: Need): Verdict {
    return this.#record(roleArn, need, this.#rolePolicy(roleArn)?.answer(need) ?? 'not-allowed');
  }

  /** Whether the role exists and lets the service assume it under these condition keys. */
  trusts(roleArn: string, service: string, context: Context): boolean {
    const role = this.#roles.get(roleArn);
    return role !== undefined && letsService(role.trust, service, { action: 'sts:AssumeRole', context });
  }

  /** Every distinct decision so far, in the order in which it first came up. */
  decisions(): readonly Decision[] {
    return [...this.#decisions.values()];
  }

  /** Grants of the functions, and of roles used by a service, that no call has needed yet. */
  unused(): readonly UnusedGrant[] {
    const policies = [...this.#functions, ...this.#rolePolicies];
    return policies.flatMap(([owner, policy]) =>
      policy
        .grants()
        .filter((grant: Grant) => !grant.used)
        .map(({ action, resource }) => ({ owner, action, resource })),
    );
  }

  #rolePolicy(roleArn: string): Policy | undefined {
    const known = this.#rolePolicies.get(roleArn);
    if (known !== undefined) return known;
    const role = this.#roles.get(roleArn);
    if (role === undefined) return undefined;
    const policy = new Policy(roleArn, role.statements);
    this.#rolePolicies.set(roleArn, policy);
    return policy;
  }

  #record(caller: string, need: Need, verdict: Verdict): Verdict {
    const allowed = verdict === 'allowed';
    const key = `${caller} ${need.action} ${need.resource} ${allowed}`;
    const seen = this.#decisions.get(key);
    if (seen === undefined) this.#decisions.set(key, { caller, need, allowed, count: 1 });
    else seen.count += 1;
    return verdict;
  }
}
