import type { AwsAnswer, AwsCall, AwsService, Need } from '../parts.ts';
import { arnOf, type Place } from './arn.ts';
import { formOf, xmlAnswer } from './query.ts';
import { AwsError, cloudFormationNamespace } from './wire.ts';

export interface CloudFormationInput {
  readonly place: Place;
  readonly stackName: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** CloudFormation, as far as operators' tools ask it: what the one stack here gives out. */
export class CloudFormation implements AwsService {
  readonly service = 'cloudformation';
  readonly #input: CloudFormationInput;

  constructor(input: CloudFormationInput) {
    this.#input = input;
  }

  actionOf(request: { body: Buffer }): string | undefined {
    const action = formOf(request.body).get('Action');
    return action === 'DescribeStacks' ? action : undefined;
  }

  needs(call: AwsCall): readonly Need[] {
    return [{ action: `cloudformation:${call.action}`, resource: this.#stackId() }];
  }

  async handle(call: AwsCall): Promise<AwsAnswer> {
    const { stackName, outputs } = this.#input;
    const asked = formOf(call.body).get('StackName') ?? stackName;
    if (asked !== stackName && asked !== this.#stackId()) {
      throw new AwsError('ValidationError', `Stack with id ${asked} does not exist`);
    }
    const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
    const stack = { StackId: this.#stackId(), StackName: stackName, StackStatus: 'CREATE_COMPLETE', Outputs };
    return xmlAnswer(cloudFormationNamespace, call.action, { Stacks: [stack] });
  }

  #stackId(): string {
    return arnOf(this.#input.place, 'cloudformation', `stack/${this.#input.stackName}/local`);
  }
}
