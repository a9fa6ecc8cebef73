import type { Functions } from '../parts.ts';
import type { Queues } from '../queues.ts';
import type { RuleTarget } from './schedule.ts';

/** What a rule's deliveries need of the cloud around them. */
export interface TargetSurroundings {
  readonly functions: Pick<Functions, 'invokeAsync'>;
  readonly queues: Pick<Queues, 'send'>;
  /** Told of an event that reached neither its target nor a queue. */
  report(line: string): void;
}

/**
 * Hands an event to a rule's target, or to the target's dead letters where it can't be invoked: EventBridge doesn't
 * try that again. Never rejects.
 */
export async function deliverToTarget(
  ruleArn: string,
  target: Pick<RuleTarget, 'functionArn' | 'deadLetterArn'>,
  event: unknown,
  around: TargetSurroundings,
): Promise<void> {
  try {
    await around.functions.invokeAsync(target.functionArn, event);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (target.deadLetterArn === undefined)
      return around.report(`an event of ${ruleArn} is lost: ${message}`);
    around.queues.send(target.deadLetterArn, event, {
      RULE_ARN: ruleArn,
      TARGET_ARN: target.functionArn,
      ERROR_CODE: 'NO_PERMISSIONS',
      ERROR_MESSAGE: message,
    });
  }
}
