import { App, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { acknowledgeWildcard } from '../../cdk/acknowledge.ts';
import { appOf, everything, ownDomain } from './template.ts';

/** What the pack finds, a line each: the rule and where. */
function findings(app: App): string[] {
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(
      ({ resourceLogicalId, constructPath = resourceLogicalId }) => `${ruleName} ${constructPath}`,
    ),
  );
}

describe('AWS’s own rules for solutions find nothing that is not explained where it is made', () => {
  test.each([
    ['dev', 'as it comes', {}],
    ['prod', 'as it comes', {}],
    ['dev', 'with a domain', ownDomain],
    ['dev', 'with every flag', everything],
    ['prod', 'with every flag', everything],
  ] as const)('in %s, %s', (stage, _, options) => {
    expect(findings(appOf(stage, options))).toEqual([]);
  });
});

describe('the check can fail', () => {
  test('by a queue that a message could be lost from', () => {
    const app = new App();
    const { node } = new Queue(new Stack(app, 'stack'), 'Queue');
    expect(findings(app)).toEqual([
      `AwsSolutions-SQS3 ${node.path}/Resource`,
      `AwsSolutions-SQS4 ${node.path}/Resource`,
    ]);
  });

  test('by a wildcard beside the one that is explained', () => {
    const app = new App();
    const stack = new Stack(app, 'stack');
    const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const queue = new Queue(stack, 'Queue', { enforceSSL: true });
    for (const resource of [`${queue.queueArn}/*`, `arn:${stack.partition}:sqs:*`])
      role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [resource] }));
    acknowledgeWildcard(role, `${queue.queueArn}/*`, 'Everything below the queue is ours.');
    expect(findings(app).filter((line) => line.includes('IAM5'))).toEqual([
      'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:sqs:*] stack/Role/DefaultPolicy/Resource',
    ]);
  });
});
