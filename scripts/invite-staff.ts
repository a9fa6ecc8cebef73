import { parseArgs } from 'node:util';
import { peopleDepsWith } from '../lib/adapters/deps.ts';
import { tableClient } from '../lib/adapters/document-client.ts';
import { inviteStaffAccount, resendInvitationTo } from '../lib/app/people/invite-account.ts';
import { personByEmail } from '../lib/app/people/look-up.ts';
import type { PeopleDeps } from '../lib/app/people-deps.ts';
import * as field from '../lib/config/fields.ts';
import { isLanguageCode, type LanguageCode, languageCodes } from '../lib/domain/language.ts';
import { Refusal } from '../lib/domain/refusal.ts';
import { isLocalAddress, localConfig } from './local-table.ts';

const usage = `Makes an account for one of your own staff, who is mailed a link to set a password.

  npm run invite-staff -- --email <address> --name <full name> --table <name> [--language <code>] [--endpoint <address>]

  --email <address>    of the mailbox that the link goes to, and to sign in with
  --name <full name>   as mails greet the person
  --table <name>       the table: TableName among the stack's outputs
  --language <code>    of that mail: ${languageCodes.join(' or ')}, ${languageCodes[0]} unless given
  --endpoint <address> the AWS address that npm start prints, for the local cloud
  --help               prints this

Credentials and region are those of the AWS command line. The link works for 7 days. Run it again for another one.`;

interface Options {
  readonly email: string;
  readonly name: string;
  readonly language: LanguageCode;
  readonly table: string;
  readonly endpoint: string | undefined;
}

/** What was asked for can't be done, as the message says. */
class InviteError extends Error {}

const operator = { kind: 'operator' } as const;

try {
  const options = readArguments(process.argv.slice(2));
  console.log(options === 'help' ? usage : await run(options));
} catch (error) {
  if (!(error instanceof InviteError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run({ table: name, endpoint, ...wish }: Options): Promise<string> {
  const table = tableClient(name, endpoint === undefined ? {} : localConfig(endpoint));
  try {
    return await invite(peopleDepsWith(table), wish);
  } catch (error) {
    if (error instanceof Refusal) throw new InviteError(error.detail, { cause: error });
    throw error;
  } finally {
    table.client.destroy();
  }
}

/** Gives what was done, as it is printed. */
async function invite(deps: PeopleDeps, wish: Pick<Options, 'email' | 'name' | 'language'>): Promise<string> {
  const holder = await personByEmail(deps, operator, wish.email);
  if (holder?.staff === true && holder.status === 'invited') {
    await resendInvitationTo(deps, operator, holder.id);
    return `${holder.email} was invited before, and is mailed another link.`;
  }
  const { email, name } = await inviteStaffAccount(deps, operator, wish);
  return `${name} <${email}> is mailed a link to set a password.`;
}

function readArguments(args: string[]): Options | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  const email = checked('email', field.mailAddress, values.email);
  const name = checked('name', field.line(200), values.name);
  const table = checked('table', field.line(255), values.table);
  const { language = languageCodes[0], endpoint } = values;
  if (!isLanguageCode(language)) {
    throw new InviteError(`--language ${language} must be one of ${languageCodes.join(', ')}`);
  }
  if (endpoint !== undefined && !isLocalAddress(endpoint)) {
    throw new InviteError(`--endpoint ${endpoint} must be an address on this machine, with its port`);
  }
  return { email, name, language, table, endpoint };
}

function checked(option: string, check: typeof field.mailAddress, value: string | undefined): string {
  if (value === undefined) throw new InviteError(`--${option} is missing.\n\n${usage}`);
  const { success, data, error } = check.safeParse(value.trim());
  if (success) return data;
  throw new InviteError(`--${option} ${error.issues[0]?.message}`);
}

function parsed(args: string[]) {
  try {
    const options = {
      email: { type: 'string' },
      name: { type: 'string' },
      table: { type: 'string' },
      language: { type: 'string' },
      endpoint: { type: 'string' },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new InviteError(`${message}\n\n${usage}`, { cause: error });
  }
}
