import type { Dynamodb } from '../local/aws/dynamodb.ts';

/** A row that a function wrote. */
export interface Write {
  /** Logical id of the function. */
  readonly caller: string;
  readonly pk: string;
  readonly sk: string;
}

const writing = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

interface Attributes {
  readonly pk?: { readonly S?: string };
  readonly sk?: { readonly S?: string };
}

interface Writing {
  readonly Item?: Attributes;
  readonly Key?: Attributes;
}

/** Hears of every row that is written in a cloud from now on, by whom and under which key. */
export function watchWrites(dynamodb: Dynamodb, heard: (write: Write) => void): void {
  const handle = dynamodb.handle.bind(dynamodb);
  dynamodb.handle = async (call) => {
    const answer = await handle(call);
    if (answer.status === 200 && writing.has(call.action)) {
      for (const { pk, sk } of keysIn(JSON.parse(call.body.toString()))) {
        heard({ caller: call.caller, pk: pk?.S ?? '', sk: sk?.S ?? '' });
      }
    }
    return answer;
  };
}

function keysIn(request: Writing & Readonly<Record<string, unknown>>): Attributes[] {
  const { TransactItems: steps = [], RequestItems: tables = {} } = request as {
    TransactItems?: readonly Readonly<Record<string, Writing>>[];
    RequestItems?: Readonly<Record<string, readonly Readonly<Record<string, Writing>>[]>>;
  };
  const all = [{ Self: request }, ...steps, ...Object.values(tables).flat()];
  // What is only checked is not written.
  const written = all.flatMap((step) => Object.entries(step).filter(([how]) => how !== 'ConditionCheck'));
  return written.flatMap(([, { Item, Key }]) => Item ?? Key ?? []);
}
