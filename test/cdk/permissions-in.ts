import type { Template } from 'aws-cdk-lib/assertions';
import { ofType, short } from './template.ts';

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

export interface RolePolicy {
  /** The role's logical id, without its hash. */
  readonly role: string;
  readonly statements: readonly Statement[];
}

export function policiesIn(template: Template): readonly RolePolicy[] {
  return Object.values(ofType(template, 'AWS::IAM::Policy')).map(({ Properties }) => ({
    role: String(short((Properties['Roles'] as unknown[])[0])),
    statements: (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
  }));
}

/** What a role is allowed or denied, one line for each action and resource. */
export function permissionsIn(template: Template, role: string): readonly string[] {
  const own = policiesIn(template)
    .filter((policy) => policy.role === role)
    .flatMap((policy) => policy.statements);
  return own
    .flatMap(({ Effect, Action, Resource }) =>
      [Action].flat().flatMap((action) =>
        [short(Resource)]
          .flat()
          .map(String)
          .map((on) => `${Effect} ${action} on ${on}`),
      ),
    )
    .toSorted();
}
