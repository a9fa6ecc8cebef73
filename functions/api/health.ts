import { readQuery } from '../../lib/http/read.ts';
import { noQuery } from '../../lib/http/schemas.ts';
import type { Handler } from './handler.ts';

export const getHealth: Handler = (_, event) => {
  readQuery(event, noQuery);
  return { status: 200, body: { status: 'ok' } };
};
