import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { type Company, normalizedCode } from '../domain/company.ts';
import type { TableClient } from './document-client.ts';
import { codeKey } from './keys.ts';
import { parseRow } from './parse-row.ts';
import { codeRow } from './rows.ts';
import { isConditionFailure } from './transaction-failure.ts';

/**
 * Writes what a company's code opens, anew or over what it opened before. Throws where the code is blank or
 * another company's, or a fact of the company is malformed.
 */
export async function putCompany(table: TableClient, company: Company, code: string): Promise<void> {
  const normalized = normalizedCode(code);
  if (normalized === '') throw new Error(`the code of ${company.id} is blank`);
  const key = codeKey(normalized);
  const Item = { ...key, kind: 'company-code', ...parseRow(codeRow, { ...key, ...company }) };
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item,
        ConditionExpression: 'attribute_not_exists(pk) OR id = :id',
        ExpressionAttributeValues: { ':id': company.id },
      }),
    );
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    throw new Error(`the code ${normalized} belongs to another company than ${company.id}`, { cause: error });
  }
}
