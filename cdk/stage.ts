import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** What differs between a stage that may be thrown away and the one that members book on. */
export interface Stage {
  readonly name: string;
  /** What becomes of the table and of the key that signs links when the stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
  readonly logRetention: RetentionDays;
  readonly deletionProtection: boolean;
}

const stages: ReadonlyMap<unknown, Stage> = new Map([
  [
    'dev',
    {
      name: 'dev',
      removalPolicy: RemovalPolicy.DESTROY,
      logRetention: RetentionDays.ONE_WEEK,
      deletionProtection: false,
    },
  ],
  [
    'prod',
    {
      name: 'prod',
      removalPolicy: RemovalPolicy.RETAIN,
      logRetention: RetentionDays.THREE_MONTHS,
      deletionProtection: true,
    },
  ],
]);

/** The stage that `-c stage=…` names; dev where nothing is named. Throws if there is no such stage. */
export function stageNamed(name: unknown): Stage {
  const stage = stages.get(name ?? 'dev');
  if (stage) return stage;
  throw new Error(`stage: ${JSON.stringify(name)} is not one of ${[...stages.keys()].join(', ')}`);
}
