import type { Need } from '../parts.ts';
import { arnPattern, wildcard } from './arn.ts';
import { type ConditionBlock, compileConditions } from './conditions.ts';

/** An IAM statement with every reference resolved. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotAction?: unknown;
  readonly NotResource?: unknown;
  readonly Principal?: unknown;
  readonly Condition?: ConditionBlock;
}

/** One action on one resource that a policy allows, as written, and whether any call has used it. */
export interface Grant {
  readonly action: string;
  readonly resource: string;
  used: boolean;
}

/** How a policy answers a need. */
export type Verdict = 'allowed' | 'explicit-deny' | 'not-allowed';

interface Rule {
  readonly grant: Grant;
  readonly deny: boolean;
  readonly matches: (need: Need) => boolean;
}

export const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** A principal's statements, compiled: answers needs as IAM does and remembers which grants were used. */
export class Policy {
  readonly #rules: readonly Rule[];

  /** Throws, naming `owner` and the statement, on anything that can't be evaluated. */
  constructor(owner: string, statements: readonly Statement[]) {
    this.#rules = statements.flatMap((statement, index) => {
      try {
        return compile(statement);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const where = `Permissions of ${owner}, statement ${statement.Sid ?? index + 1}`;
        throw new Error(`${where}: ${why}`, { cause: error });
      }
    });
  }

  answer(need: Need): Verdict {
    let allowed: Rule | undefined;
    for (const rule of this.#rules) {
      if (allowed !== undefined && !rule.deny) continue;
      if (!rule.matches(need)) continue;
      if (rule.deny) return 'explicit-deny';
      allowed = rule;
    }
    if (allowed === undefined) return 'not-allowed';
    allowed.grant.used = true;
    return 'allowed';
  }

  grants(): readonly Grant[] {
    return this.#rules.filter((rule) => !rule.deny).map((rule) => rule.grant);
  }
}

function compile(statement: Statement): Rule[] {
  if (statement.NotAction !== undefined) throw new Error("NotAction can't be evaluated locally");
  if (statement.NotResource !== undefined) throw new Error("NotResource can't be evaluated locally");
  const passes = compileConditions(statement.Condition);
  const deny = statement.Effect === 'Deny';
  return listOf(statement.Action).flatMap((action) => {
    const actionMatches = wildcard(action, 'i');
    return listOf(statement.Resource).map((resource): Rule => {
      if (resource.includes('${')) throw new Error(`the policy variable in ${resource} can't be evaluated`);
      const resourceMatches = arnPattern(resource);
      const matches = (need: Need): boolean =>
        actionMatches(need.action) && resourceMatches(need.resource) && passes(need.context ?? {});
      return { grant: { action, resource, used: false }, deny, matches };
    });
  });
}
