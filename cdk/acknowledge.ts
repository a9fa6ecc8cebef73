import { Stack, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Says why a rule of cdk-nag's AwsSolutions pack is not for this construct, or for what is in it. */
export function acknowledge(about: IConstruct, rule: string, reason: string): void {
  Validations.of(about).acknowledge({ id: `AwsSolutions-${rule}`, reason });
}

/** Says why a role, or what else has a policy, may reach every resource that the wildcard stands for. */
export function acknowledgeWildcard(about: IConstruct, resource: string, reason: string): void {
  acknowledge(about, `IAM5[Resource::${flat(Stack.of(about).resolve(resource))}]`, reason);
}

/** A resolved ARN as the pack writes it: references between angle brackets, joins put together. */
function flat(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Record<string, unknown>;
  if (typeof Ref === 'string') return `<${Ref}>`;
  if (Array.isArray(attribute)) return `<${attribute.join('.')}>`;
  if (Array.isArray(join) && Array.isArray(join[1])) return join[1].map(flat).join(String(join[0]));
  throw new Error(`${JSON.stringify(value)}: no way is known to write it flat`);
}
