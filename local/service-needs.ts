import type { Permissions } from './aws/permissions.ts';
import { configurationSetsOf } from './configuration-sets.ts';
import type { FunctionDefinition } from './functions/definition.ts';
import { mailSettingsOf } from './mail-settings.ts';
import type { Need } from './parts.ts';
import { account, partition, region } from './template/resource-identity.ts';
import type { Stack } from './template/stack.ts';
import { TemplateError } from './template/template.ts';
import { letsServicePublish, letsSmsServicePublish, mailService } from './topic-policies.ts';

/** What Lambda itself does under a function's role: it writes the log, reads the stream and sends to destinations. */
interface ServiceNeed extends Need {
  /** Logical id of the function whose role is used. */
  readonly caller: string;
}

/**
 * Checks that the functions' roles allow what Lambda does in their name, and the topics what the SMS service does.
 * Throws a TemplateError naming who lacks what: in the cloud the deployment would fail, or log and topic stay empty.
 */
export function requireServiceNeeds(
  stack: Stack,
  functions: readonly FunctionDefinition[],
  permissions: Permissions,
): void {
  const needs = [...functions.flatMap(logNeeds), ...streamNeeds(stack), ...destinationNeeds(stack)];
  for (const { caller, action, resource } of needs) {
    if (permissions.check(caller, { action, resource }) === 'allowed') continue;
    throw new TemplateError(`${caller}: its role must allow Lambda the action ${action} on ${resource}`);
  }
  requireReceipts(stack);
  requireMailEvents(stack);
}

/** A topic that the SMS service may not publish to would simply stay silent in the cloud. */
function requireReceipts(stack: Stack): void {
  for (const { name, arn, destinations } of configurationSetsOf(stack)) {
    for (const { topicArn } of destinations) {
      if (letsSmsServicePublish(stack, topicArn, arn)) continue;
      throw new TemplateError(
        `${name}: the policy of ${topicArn} must let the SMS service publish delivery receipts to it`,
      );
    }
  }
}

/** Nor does SES say that nobody hears it. */
function requireMailEvents(stack: Stack): void {
  for (const { name, arn, destinations } of mailSettingsOf(stack).configurationSets) {
    for (const { topicArn } of destinations) {
      if (letsServicePublish(stack, mailService, topicArn, arn)) continue;
      throw new TemplateError(
        `${name}: the policy of ${topicArn} must let SES publish to it what becomes of mails`,
      );
    }
  }
}

function logNeeds({ logicalId, logGroup }: FunctionDefinition): readonly ServiceNeed[] {
  const resource = `arn:${partition}:logs:${region}:${account}:log-group:${logGroup}:log-stream:local`;
  return ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => ({
    caller: logicalId,
    action,
    resource,
  }));
}

function streamNeeds(stack: Stack): readonly ServiceNeed[] {
  return stack.ofType('AWS::Lambda::EventSourceMapping').flatMap(({ properties }) => {
    const caller = stack.find(properties.text('FunctionName')).logicalId;
    const stream = properties.text('EventSourceArn');
    const read = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
    // Listing is asked of all streams of the table, since it is how the latest one is found.
    const list = {
      caller,
      action: 'dynamodb:ListStreams',
      resource: stream.replace(/\/stream\/.*$/, '/stream/*'),
    };
    return [...read.map((action) => ({ caller, action, resource: stream })), list];
  });
}

function destinationNeeds(stack: Stack): readonly ServiceNeed[] {
  const senders = stack.ofType('AWS::Lambda::EventSourceMapping', 'AWS::Lambda::EventInvokeConfig');
  return senders.flatMap(({ properties }) => {
    const caller = stack.find(properties.text('FunctionName')).logicalId;
    const resource = properties.object('DestinationConfig').object('OnFailure').optionalText('Destination');
    return resource === undefined ? [] : [{ caller, action: 'sqs:SendMessage', resource }];
  });
}
