import type { Stack } from '../template/stack.ts';
import { type Properties, type Resolved, TemplateError } from '../template/template.ts';

/** A rule that fires at a fixed rate. */
export interface Rule {
  readonly logicalId: string;
  readonly arn: string;
  readonly everyMs: number;
  readonly targets: readonly RuleTarget[];
}

export interface RuleTarget {
  readonly functionArn: string;
  /** The target's own input, which replaces the scheduled event. */
  readonly input: unknown;
  /** ARN of the queue that gets what could not be delivered. */
  readonly deadLetterArn: string | undefined;
}

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The enabled rules of a template. Throws a TemplateError naming what the local cloud can't run. */
export function rulesOf(stack: Stack): readonly Rule[] {
  return (
    stack
      .ofType('AWS::Events::Rule')
      .filter(({ properties }) => (properties.optionalText('State') ?? 'ENABLED') === 'ENABLED')
      // Those with a pattern are a bus's: bus-rules.ts.
      .filter(({ properties }) => properties.values['EventPattern'] === undefined)
      .map(ruleOf)
  );
}

function ruleOf({ logicalId, arn, properties }: Resolved): Rule {
  properties.only('Description', 'Name', 'ScheduleExpression', 'State', 'Tags', 'Targets');
  const targets = properties.objects('Targets').map(targetOf);
  return {
    logicalId,
    arn: arn ?? '',
    everyMs: rate(logicalId, properties.text('ScheduleExpression')),
    targets,
  };
}

/** The retry policy is about targets that are busy, which none is here; a function that fails has its own. */
export function targetOf(target: Properties): RuleTarget {
  target.only('Arn', 'DeadLetterConfig', 'Id', 'Input', 'RetryPolicy');
  const functionArn = target.text('Arn');
  if (!functionArn.includes(':lambda:')) {
    throw new TemplateError(
      `${target.where}.Arn: the local cloud runs rules on functions only, not ${functionArn}`,
    );
  }
  const input = target.optionalText('Input');
  const deadLetterArn = target.object('DeadLetterConfig').optionalText('Arn');
  return { functionArn, input: input === undefined ? undefined : JSON.parse(input), deadLetterArn };
}

/** Milliseconds of `rate(5 minutes)`. */
function rate(logicalId: string, expression: string): number {
  const [, value = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const every = Number(value) * (units[unit] ?? 0);
  if (every > 0) return every;
  throw new TemplateError(
    `${logicalId}.ScheduleExpression: the local cloud knows rate(…) only, not ${expression}`,
  );
}
