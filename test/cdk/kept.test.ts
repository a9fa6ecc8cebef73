import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { everything, type Resource, templateWith } from './template.ts';

/**
 * What would be lost with its resource. CloudFormation makes a new one, empty, where a logical id changes: to rename a
 * construct above one of these is to throw away the data of every deployment. So the ids are written down here.
 */
const kept = {
  BookingsTable86E505D6: 'AWS::DynamoDB::Table',
  IdentityPool9E5AED46: 'AWS::Cognito::UserPool',
  LinksSecretC7CC3447: 'AWS::SecretsManager::Secret',
  AttendanceSecretD30E12E4: 'AWS::SecretsManager::Secret',
};

/** A number that is given back is somebody else's tomorrow. */
const keptWithEveryFlag = { ...kept, TextsNumberEEAB8E30: 'AWS::SMSVOICE::PhoneNumber' };

/** Of the same types, but another one does as well. */
const replaceable = ['SiteFrontDoorSecretCA29DD4F'];

/** Where a new resource of the type wouldn't know what the old one held. */
const holdsData =
  /::(?:Table|GlobalTable|UserPool|Secret|PhoneNumber|Bucket|FileSystem|DBCluster|DBInstance|Key|Stream|Domain)$/u;

describe.each([
  ['as it comes', {}, kept],
  ['with every flag', everything, keptWithEveryFlag],
] as const)('%s', (_, options, pinned) => {
  const prod = templateWith('prod', options);
  const dev = templateWith('dev', options);

  test('what holds data keeps its logical id, in every stage', () => {
    for (const template of [dev, prod])
      expect(
        typesOf(template, ([id, { Type }]) => holdsData.test(Type) && !replaceable.includes(id)),
      ).toEqual(pinned);
  });

  test('in production it outlives the stack, and its own replacement, and nothing else does', () => {
    const outlives = ({ DeletionPolicy }: Resource) => DeletionPolicy?.startsWith('Retain') === true;
    expect(typesOf(prod, ([, resource]) => outlives(resource))).toEqual(pinned);
    for (const [id, resource] of entriesOf(prod))
      expect([id, resource.UpdateReplacePolicy]).toEqual([id, resource.DeletionPolicy]);
  });

  test('in dev nothing is left, but a number that was paid for', () => {
    const left = typesOf(dev, ([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete');
    expect(Object.values(left).filter((type) => type !== 'AWS::SMSVOICE::PhoneNumber')).toEqual([]);
    for (const [id, { Type, DeletionPolicy }] of entriesOf(dev))
      if (holdsData.test(Type)) expect([id, DeletionPolicy]).not.toEqual([id, undefined]);
  });

  test('no timer outlives either stage: the groups go, and all schedules in them', () => {
    for (const template of [dev, prod])
      for (const [id, { Type, DeletionPolicy }] of entriesOf(template))
        if (Type === 'AWS::Scheduler::ScheduleGroup') expect([id, DeletionPolicy]).toEqual([id, 'Delete']);
  });
});

function entriesOf(template: Template): [string, Resource][] {
  return Object.entries<Resource>(template.toJSON().Resources);
}

/** The types of the resources that are meant, by logical id. */
function typesOf(template: Template, meant: (entry: [string, Resource]) => boolean): Record<string, string> {
  return Object.fromEntries(
    entriesOf(template)
      .filter(meant)
      .map(([id, { Type }]) => [id, Type]),
  );
}
