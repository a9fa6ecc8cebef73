import type { Resolved } from '../template/template.ts';
import { listOf, type Statement } from './policy.ts';

/** A role of the template: who may assume it, and what it may do. */
export interface Role {
  readonly arn: string;
  readonly name: string;
  readonly trust: readonly Statement[];
  readonly statements: readonly Statement[];
}

/** What is read of a resource of the resolved template. */
export type RoleResource = Pick<Resolved, 'type' | 'ref' | 'arn'> & {
  readonly properties: { readonly values: Readonly<Record<string, unknown>> };
};

/** The managed policies that the local cloud knows, by the last part of their ARN. */
const managedPolicies: Readonly<Record<string, readonly Statement[]>> = {
  AWSLambdaBasicExecutionRole: [
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: '*',
    },
  ],
};

/**
 * Every role of the template by ARN: its inline policies, the `AWS::IAM::Policy` resources attached to it and
 * its managed policies. Throws, naming the role, on a managed policy that isn't known here.
 */
export function collectRoles(resources: Iterable<RoleResource>): Map<string, Role> {
  const all = [...resources];
  const attached = all.filter((resource) => resource.type === 'AWS::IAM::Policy');
  const roles = all
    .filter((resource) => resource.type === 'AWS::IAM::Role')
    .map((resource): Role => {
      const policies = attached.filter((policy) =>
        namesOf(policy.properties.values['Roles']).includes(resource.ref),
      );
      const statements = [
        ...inlinePolicies(resource.properties.values['Policies']),
        ...policies.flatMap((policy) => statementsOf(policy.properties.values['PolicyDocument'])),
        ...managedStatements(resource),
      ];
      const trust = statementsOf(resource.properties.values['AssumeRolePolicyDocument']);
      return { arn: resource.arn ?? resource.ref, name: resource.ref, trust, statements };
    });
  return new Map(roles.map((role) => [role.arn, role]));
}

function inlinePolicies(policies: unknown): readonly Statement[] {
  if (!Array.isArray(policies)) return [];
  return policies.flatMap((policy: { PolicyDocument?: unknown }) => statementsOf(policy.PolicyDocument));
}

function statementsOf(document: unknown): readonly Statement[] {
  const statement = (document as { Statement?: Statement | readonly Statement[] } | undefined)?.Statement;
  if (statement === undefined) return [];
  return 'Effect' in statement ? [statement] : statement;
}

function managedStatements(role: RoleResource): readonly Statement[] {
  return namesOf(role.properties.values['ManagedPolicyArns']).flatMap((arn) => {
    const name = arn.slice(arn.lastIndexOf('/') + 1);
    const statements = Object.hasOwn(managedPolicies, name) ? managedPolicies[name] : undefined;
    if (statements === undefined) {
      throw new Error(`Role ${role.ref}: managed policy ${arn} isn't known locally`);
    }
    return statements;
  });
}

const namesOf = (value: unknown): readonly string[] =>
  listOf(value as string | readonly string[] | undefined);
