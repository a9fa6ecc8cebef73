import type { Dial } from '../clock.ts';
import type { Functions, Part } from '../parts.ts';
import { account, region } from '../template/resource-identity.ts';
import type { Rule } from './schedule.ts';

const hour = 3_600_000;

/**
 * Fires a rule at its rate, on the dial.
 *
 * Sixty days hold 17,280 ticks of five minutes, so a dial that moves far thins them: more than an hour from any
 * other work and from the target of the move, only one tick an hour is fired. Where something happens, none is left out.
 */
export function createTicks(
  rule: Rule,
  dial: Pick<Dial, 'now' | 'isQuiet'>,
  functions: Pick<Functions, 'invokeAsync'>,
): Part {
  let next = dial.now() + rule.everyMs;
  let lastFired = dial.now();

  const skipQuiet = (): number => {
    while (dial.isQuiet(next) && next < lastFired + hour) next += rule.everyMs;
    return next;
  };

  return {
    nextDue: skipQuiet,
    async runDue(now) {
      const tick = skipQuiet();
      if (tick > now) return;
      lastFired = tick;
      next = tick + rule.everyMs;
      const fired = rule.targets.map(({ functionArn, input }) =>
        functions.invokeAsync(functionArn, input ?? scheduledEvent(rule, tick)),
      );
      await Promise.all(fired);
    },
  };
}

/** The event that EventBridge sends for a schedule. */
function scheduledEvent(rule: Rule, tick: number): unknown {
  return {
    version: '0',
    id: crypto.randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: new Date(tick).toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [rule.arn],
    detail: {},
  };
}
