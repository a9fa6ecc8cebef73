import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Directory, DirectoryName, Listed, NamesPage, NamesWish } from '../app/directory-deps.ts';
import type { Company } from '../domain/company.ts';
import type { Person } from '../domain/people/person.ts';
import { searchedName } from '../domain/searched-name.ts';
import type { TableClient } from './document-client.ts';
import * as keys from './keys.ts';

/** What our staff look people and companies up by. */
export function dynamoDirectory(table: TableClient): Directory {
  return { namesIn: (directory, page) => readNames(table, directory, page) };
}

/** The index holds a person only as long as there is an account. */
export function personListing({ name, status }: Person): object {
  return status === 'removed' ? {} : listing('people', name);
}

export function companyListing({ name }: Company): object {
  return listing('companies', name);
}

/** Keys of the table have a longest length in bytes, of which a character takes three at most. */
const LONGEST_NAME = 300;

/** An empty text can be no key. */
function listing(directory: DirectoryName, name: string): object {
  const sortName = searchedName(name).slice(0, LONGEST_NAME).toWellFormed().trim();
  return sortName === '' ? {} : { directory, sortName };
}

async function readNames(
  table: TableClient,
  directory: DirectoryName,
  { limit, after }: NamesWish,
): Promise<NamesPage> {
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: keys.DIRECTORY_INDEX,
      KeyConditionExpression: 'directory = :directory',
      ExpressionAttributeValues: { ':directory': directory },
      Limit: limit,
      ...(after === undefined
        ? {}
        : { ExclusiveStartKey: { ...keyOf(directory, after.id), directory, sortName: after.name } }),
    }),
  );
  return {
    names: Items.map(({ pk, sortName }): Listed => ({ id: idOf(directory, pk), name: String(sortName) })),
    more: LastEvaluatedKey !== undefined,
  };
}

function keyOf(directory: DirectoryName, id: string): keys.Key {
  return directory === 'people' ? keys.personKey(id) : keys.companyKey(id);
}

function idOf(directory: DirectoryName, pk: unknown): string {
  return directory === 'people' ? keys.personOf(pk) : keys.companyOf(pk);
}
