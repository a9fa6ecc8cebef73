import { UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { readAssembly } from '../../local/assembly.ts';
import { startTableEngine, type TableEngine } from '../../local/engine/table-engine.ts';
import { createTables } from '../../local/engine/tables.ts';
import { resolveTemplate } from '../../local/template/stack.ts';
import { engineTable } from '../engine-table.ts';
import { fillWithCopies, type Row } from './past-bookings.ts';

/**
 * A table engine with the tables of an assembly and so many copies of a row. The stream is off meanwhile: nobody must hear of
 * these, and the native engine takes longer for each write the more its stream holds.
 */
export async function startFilledEngine(
  assembly: string,
  original: Row,
  copies: number,
): Promise<TableEngine> {
  const engine = await startTableEngine();
  try {
    const { template, stackName } = readAssembly(assembly);
    const stack = resolveTemplate(template, stackName, 'http://127.0.0.1');
    const [table] = await createTables(stack, engine.endpoint);
    const name = table?.name ?? '';
    const client = engineTable(engine.endpoint, name);
    const stream = (StreamSpecification: { StreamEnabled: boolean; StreamViewType?: 'NEW_IMAGE' }) =>
      client.client.send(new UpdateTableCommand({ TableName: name, StreamSpecification }));
    try {
      await stream({ StreamEnabled: false });
      await fillWithCopies(client, original, copies);
      await stream({ StreamEnabled: true, StreamViewType: 'NEW_IMAGE' });
    } finally {
      client.client.destroy();
    }
    return engine;
  } catch (error) {
    await engine.stop();
    throw error;
  }
}
