import { allowMail as allow } from '../../lib/app/desk/allow-mail.ts';
import { requireStaff } from '../../lib/domain/people/actor.ts';
import { mailboxJson } from '../../lib/http/mailbox-json.ts';
import { readBody, readQuery } from '../../lib/http/read.ts';
import { noQuery } from '../../lib/http/schemas.ts';
import { allowMailBody } from '../../lib/http/standing-schemas.ts';
import type { DeskHandler } from './handler.ts';
import { emailIn } from './people.ts';

export const getMailbox: DeskHandler = async ({ table }, event, { actor }) => {
  readQuery(event, noQuery);
  requireStaff(actor);
  return { status: 200, body: mailboxJson(await table.mailbox(emailIn(event))) };
};

export const allowMail: DeskHandler = async (deps, event, { actor }) => {
  const { reason } = readBody(event, allowMailBody);
  return { status: 200, body: mailboxJson(await allow(deps, actor, { email: emailIn(event), reason })) };
};
