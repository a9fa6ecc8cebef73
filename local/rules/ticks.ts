import type { Dial } from '../clock.ts';
import type { Part } from '../parts.ts';
import { account, region } from '../template/resource-identity.ts';
import { deliverToTarget, type TargetSurroundings } from './delivery.ts';
import type { Rule } from './schedule.ts';

const farBetween = 6 * 3_600_000;

/**
 * Fires a rule at its rate, on the dial.
 *
 * Sixty days hold 17,280 ticks of five minutes, so a dial that moves far thins them: more than 15 minutes from any
 * other work and from the target of the move, only one tick in six hours is fired. Where something happens, none is left
 * out, and what only a tick finds is found before the move ends.
 */
export function createTicks(
  rule: Rule,
  dial: Pick<Dial, 'now' | 'isQuiet'>,
  around: TargetSurroundings,
): Part {
  let next = dial.now() + rule.everyMs;
  let lastFired = dial.now();
  let skipping = false;

  const upcoming = (): number => {
    // What was left out stays left out, also where something happens before the tick that was to be the next.
    if (skipping) while (next < dial.now()) next += rule.everyMs;
    let tick = next;
    while (dial.isQuiet(tick) && tick < lastFired + farBetween) tick += rule.everyMs;
    skipping = tick > next;
    return tick;
  };

  return {
    nextDue: upcoming,
    async runDue(now) {
      const tick = upcoming();
      if (tick > now) return;
      lastFired = tick;
      next = tick + rule.everyMs;
      skipping = false;
      const fired = rule.targets.map((target) =>
        deliverToTarget(rule.arn, target, target.input ?? scheduledEvent(rule, tick), around),
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
