import { RemovalPolicy } from 'aws-cdk-lib';
import { ApplicationLogLevel } from 'aws-cdk-lib/aws-lambda';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** What differs between a stage that may be thrown away and the one that members book on. */
export interface Stage {
  readonly name: string;
  /** What becomes of the table and of the key that signs links when the stack is deleted. */
  readonly removalPolicy: RemovalPolicy;
  readonly logRetention: RetentionDays;
  /** The least that functions log. */
  readonly logLevel: ApplicationLogLevel;
  readonly deletionProtection: boolean;
  /** What rings: whatever can go wrong, and somebody is told, or the failure queues alone. */
  readonly alarms: 'everything' | 'queues';
}

const stages: ReadonlyMap<unknown, Stage> = new Map([
  [
    'dev',
    {
      name: 'dev',
      removalPolicy: RemovalPolicy.DESTROY,
      logRetention: RetentionDays.ONE_WEEK,
      logLevel: ApplicationLogLevel.DEBUG,
      deletionProtection: false,
      alarms: 'queues',
    },
  ],
  [
    'prod',
    {
      name: 'prod',
      removalPolicy: RemovalPolicy.RETAIN,
      logRetention: RetentionDays.THREE_MONTHS,
      logLevel: ApplicationLogLevel.INFO,
      deletionProtection: true,
      alarms: 'everything',
    },
  ],
]);

/** The stage that `-c stage=…` names; dev where nothing is named. Throws if there is no such stage. */
export function stageNamed(name: unknown): Stage {
  const stage = stages.get(name ?? 'dev');
  if (stage) return stage;
  throw new Error(`stage: ${JSON.stringify(name)} is not one of ${[...stages.keys()].join(', ')}`);
}
