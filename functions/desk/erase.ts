import { erasePerson as erase } from '../../lib/app/erase-person.ts';
import { readBody } from '../../lib/http/read.ts';
import { eraseBody } from '../../lib/http/standing-schemas.ts';
import type { DeskHandler } from './handler.ts';
import { emailIn } from './people.ts';

export const erasePerson: DeskHandler = async (deps, event, { actor }) => {
  const { reason } = readBody(event, eraseBody);
  return { status: 200, body: await erase(deps, actor, { email: emailIn(event), reason }) };
};
