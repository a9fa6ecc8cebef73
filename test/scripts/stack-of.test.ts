import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageNamed } from '../../cdk/stage.ts';
import { CloudFormation } from '../../local/aws/cloud-formation.ts';
import type { AwsEndpoint } from '../../local/aws/endpoint.ts';
import { outputOf, readStack, stackChoice, stageNames } from '../../scripts/stack-of.ts';
import { openEndpoint, permissionsOf, place } from '../local/aws-world.ts';

let endpoint: AwsEndpoint;

beforeAll(async () => {
  const outputs = { TableName: 'Bookings', Odd: `<&"'>` };
  const service = new CloudFormation({ place, stackName: 'showup-dev', outputs });
  endpoint = await openEndpoint([service], permissionsOf({}));
});
afterAll(() => endpoint.close());

describe('the stack that a tool works on', () => {
  it('tells its outputs, as they are', async () => {
    const stack = await readStack({ stage: 'dev', endpoint: endpoint.url });
    expect(stack.outputs).toEqual({ TableName: 'Bookings', Odd: `<&"'>` });
    expect(stack.clientConfig).toMatchObject({ endpoint: endpoint.url });
    expect(outputOf(stack, 'TableName')).toBe('Bookings');
  });

  it('is named where it is not deployed, and so is an output that it lacks', async () => {
    await expect(readStack({ stage: 'prod', endpoint: endpoint.url })).rejects.toThrow(
      "The stack showup-prod can't be read: Stack with id showup-prod does not exist",
    );
    expect(() => outputOf({ outputs: {} }, 'TableName')).toThrow('no output TableName');
  });

  it('is chosen by a stage that there is, and behind an address on this machine only', () => {
    expect(stackChoice({ stage: 'prod' })).toEqual({ stage: 'prod', endpoint: undefined });
    expect(() => stackChoice({ stage: 'test' })).toThrow('--stage test must be one of dev, prod');
    expect(() => stackChoice({ stage: 'dev', endpoint: 'http://10.0.0.1:80' })).toThrow('--endpoint');
    expect(stageNames.map((name) => stageNamed(name).name)).toEqual([...stageNames]);
  });
});
