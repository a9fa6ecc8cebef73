import type { Connection } from './exchange.ts';
import type { People } from './people.ts';

/** Sends what JSON says, and gives the JSON of the answer, whatever it is. */
export type Ask = (
  method: 'GET' | 'POST',
  target: string,
  body?: object,
  headers?: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** Asks as one of the people does who mean well. */
export function asking(people: People, connection: Connection, caller: 'staff' | 'member' | 'nobody'): Ask {
  return async (method, target, body, more) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const answer = await connection.send({
      method,
      target,
      headers: {
        ...people.identify(caller).headers,
        ...more,
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
      },
      ...(text === undefined ? {} : { body: text }),
    });
    return JSON.parse(answer.text) as unknown;
  };
}
