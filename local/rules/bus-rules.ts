import type { Statement } from '../aws/policy.ts';
import { letsService } from '../aws/resource-policy.ts';
import { compilePattern, type Match } from '../stream/filter.ts';
import type { Stack } from '../template/stack.ts';
import { type Resolved, TemplateError } from '../template/template.ts';
import { type RuleTarget, targetOf } from './schedule.ts';

/** An event bus, and what becomes of the events on it. */
export interface EventBus {
  readonly name: string;
  readonly arn: string;
  readonly rules: readonly BusRule[];
}

/** A rule that hands on the events that match. */
export interface BusRule {
  readonly arn: string;
  readonly matches: Match;
  readonly targets: readonly RuleTarget[];
}

/** The buses of a template. Throws a TemplateError naming what the local cloud can't run. */
export function busesOf(stack: Stack): readonly EventBus[] {
  const rules = stack
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) => properties.values['EventPattern'] !== undefined)
    .filter(({ properties }) => (properties.optionalText('State') ?? 'ENABLED') === 'ENABLED');
  return stack.ofType('AWS::Events::EventBus').map(({ ref: name, arn = '', properties }) => {
    properties.only('Description', 'Name', 'Tags');
    const own = rules.filter((rule) => rule.properties.optionalText('EventBusName') === name);
    return { name, arn, rules: own.map((rule) => ruleOf(rule, stack)) };
  });
}

function ruleOf({ logicalId, arn = '', properties }: Resolved, stack: Stack): BusRule {
  properties.only('Description', 'EventBusName', 'EventPattern', 'Name', 'State', 'Tags', 'Targets');
  const targets = properties.objects('Targets').map(targetOf);
  for (const target of targets) requireInvocable(logicalId, target, stack);
  return { arn, matches: compilePattern(properties.values['EventPattern']), targets };
}

/** In the cloud, events for a function that doesn't let the rule call it would end in the dead letters, or be lost. */
function requireInvocable(rule: string, { functionArn, deadLetterArn }: RuleTarget, stack: Stack): void {
  const lets = stack
    .ofType('AWS::Lambda::Permission')
    .some(
      ({ properties }) =>
        stack.find(properties.text('FunctionName')).arn === functionArn &&
        properties.text('Principal') === 'events.amazonaws.com' &&
        properties.text('Action') === 'lambda:InvokeFunction',
    );
  if (!lets) throw new TemplateError(`${rule}: ${functionArn} does not let EventBridge invoke it`);
  if (deadLetterArn === undefined) return;
  const context = { 'aws:SecureTransport': 'true', 'aws:SourceArn': stack.find(rule).arn ?? '' };
  const policy = stack
    .ofType('AWS::SQS::QueuePolicy')
    .flatMap(({ properties }) => properties.object('PolicyDocument').objects('Statement'))
    .map(({ values }) => values as unknown as Statement);
  const need = { action: 'sqs:SendMessage', resource: deadLetterArn, context };
  if (!letsService(policy, 'events.amazonaws.com', need)) {
    throw new TemplateError(`${rule}: the policy of ${deadLetterArn} must let EventBridge send to it`);
  }
}
