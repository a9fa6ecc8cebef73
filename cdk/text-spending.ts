import { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { DeploymentSettings } from '../lib/config/deployment.ts';
import type { TextSettings } from '../lib/config/settings.ts';
import { measuredByAws } from './measured.ts';

/** What the account's texts have cost since the month began, in US dollars, and the most that they may. */
export interface Spending {
  readonly metric: Metric;
  readonly monthlyLimit: number;
}

/** As the service that texts measures it; undefined where no limit is set. */
export function textSpending({
  textProvider,
  deployment,
}: {
  readonly textProvider: TextSettings['provider'];
  readonly deployment: DeploymentSettings;
}): Spending | undefined {
  const { monthlyLimit } = deployment.texts;
  if (monthlyLimit === undefined) return undefined;
  const [service, name] =
    textProvider === 'sns'
      ? (['SNS', 'SMSMonthToDateSpentUSD'] as const)
      : (['SMSVoice', 'TextMessageMonthlySpend'] as const);
  // It speaks only when something is sent: in a shorter period the alarm would fall silent between two texts.
  const metric = measuredByAws(service, name, {}, 'Maximum').with({ period: Duration.hours(6) });
  return { metric, monthlyLimit };
}
