import type { Stack } from '../template/stack.ts';
import { type Resolved, TemplateError } from '../template/template.ts';

/** How Lambda treats a function's asynchronous events. */
export interface AsyncSettings {
  /** The first attempt and the retries. */
  readonly maximumAttempts: number;
  readonly maximumAgeMs: number;
  /** ARN of the queue that gets what failed for good. */
  readonly failureQueue: string | undefined;
}

const standard: AsyncSettings = { maximumAttempts: 3, maximumAgeMs: 21_600_000, failureQueue: undefined };

/** The asynchronous settings of each function, by ARN; Lambda's own defaults where the template says nothing. */
export function asyncSettingsOf(stack: Stack): (arn: string) => AsyncSettings {
  const settings = new Map(
    stack.ofType('AWS::Lambda::EventInvokeConfig').map((resource) => {
      const { arn } = stack.find(resource.properties.text('FunctionName'));
      return [arn, settingsOf(resource)] as const;
    }),
  );
  return (arn) => settings.get(arn) ?? standard;
}

function settingsOf({ logicalId, properties }: Resolved): AsyncSettings {
  properties.only(
    'DestinationConfig',
    'FunctionName',
    'MaximumEventAgeInSeconds',
    'MaximumRetryAttempts',
    'Qualifier',
  );
  if (properties.text('Qualifier') !== '$LATEST') {
    throw new TemplateError(`${logicalId}.Qualifier: the local cloud runs $LATEST only`);
  }
  const destinations = properties.object('DestinationConfig').only('OnFailure');
  return {
    maximumAttempts: properties.number('MaximumRetryAttempts', 2) + 1,
    maximumAgeMs: properties.number('MaximumEventAgeInSeconds', 21_600) * 1000,
    failureQueue: destinations.object('OnFailure').optionalText('Destination'),
  };
}
