import { type MailboxState, mailboxStates } from '../aws/ses-mailboxes.ts';
import { type PhoneState, phoneStates, type Trouble, troubles } from '../carrier/carrier.ts';
import { isPhone } from '../carrier/text.ts';
import { type FunctionState, functionStates } from '../functions/outages.ts';
import { type Fields, invalidPhone, onlyKnown } from './fields.ts';
import type { ConsoleParts } from './parts.ts';
import { invalidField, Problem } from './problem.ts';

/** How the world may misbehave. */
export type Fault =
  | { readonly do: 'fire'; readonly name: string }
  | { readonly do: 'fire-unheld'; readonly payload: TimerPayload }
  | { readonly do: 'lose'; readonly name: string }
  | { readonly do: 'repeat-events' }
  | { readonly do: 'phone'; readonly number: string; readonly state: PhoneState }
  | { readonly do: 'trouble'; readonly trouble: Trouble }
  | { readonly do: 'mailbox'; readonly address: string; readonly state: MailboxState }
  | { readonly do: 'function'; readonly name: string; readonly state: FunctionState };

/** What a timer tells the function that it wakes. */
export interface TimerPayload {
  readonly kind: string;
  readonly bookingId: string;
  readonly version: number;
}

const faults = ['fireTimer', 'loseTimer', 'repeatEvents', 'phone', 'texting', 'function', 'mailbox'];

/** What `POST /faults` asks for: exactly one fault. Throws a Problem naming the field. */
export function readFault(fields: Fields): Fault {
  onlyKnown(fields, faults);
  const [asked, ...others] = faults.filter((name) => fields[name] !== undefined);
  if (asked === undefined || others.length > 0) {
    throw invalidField(others[0] ?? 'fireTimer', `give exactly one of ${faults.join(', ')}`);
  }
  if (asked === 'fireTimer') return readFire(objectOf('fireTimer', fields[asked]));
  if (asked === 'loseTimer') return { do: 'lose', name: readName('loseTimer', fields[asked]) };
  if (asked === 'phone') return readPhone(objectOf('phone', fields[asked]));
  if (asked === 'function') return readFunction(objectOf('function', fields[asked]));
  if (asked === 'mailbox') return readMailbox(objectOf('mailbox', fields[asked]));
  if (asked === 'texting') return readTrouble(objectOf('texting', fields[asked]));
  if (fields[asked] !== true) throw invalidField('repeatEvents', 'must be true');
  return { do: 'repeat-events' };
}

/** Does it, and resolves when all that it led to has settled. */
export async function misbehave(parts: ConsoleParts, fault: Fault): Promise<void> {
  const { clock, scheduler, events, carrier } = parts;
  switch (fault.do) {
    case 'fire':
      return clock.interject(() => scheduler.fire(held(parts, 'fireTimer.name', fault.name)));
    case 'lose':
      return clock.interject(async () => scheduler.lose(held(parts, 'loseTimer.name', fault.name)));
    case 'repeat-events':
      return clock.interject(() => events.repeat());
    case 'fire-unheld':
      return clock.interject(() => arrive(parts, fault.payload));
    case 'phone':
      await clock.interject(async () => carrier.setState(fault.number, fault.state));
      // What had waited for the phone now has its receipts, and these fall due.
      return clock.advance(0);
    case 'function':
      return clock.interject(async () =>
        parts.functions.setState(functionNamed(parts, fault.name), fault.state),
      );
    case 'mailbox':
      return clock.interject(async () => parts.ses.mailboxes.setState(fault.address, fault.state));
    case 'trouble':
      return clock.interject(async () => {
        carrier.trouble = fault.trouble;
      });
  }
}

async function arrive({ scheduler }: ConsoleParts, payload: TimerPayload): Promise<void> {
  try {
    await scheduler.fireUnheld(payload);
  } catch (error) {
    throw new Problem(409, 'No timers', error instanceof Error ? error.message : String(error));
  }
}

function held({ scheduler }: ConsoleParts, field: string, name: string): string {
  if (scheduler.list().some((timer) => timer.name === name)) return name;
  throw invalidField(field, `the scheduler holds no timer ${name}`);
}

function readFire(fields: Fields): Fault {
  if (fields['payload'] === undefined) return { do: 'fire', name: readName('fireTimer', fields) };
  onlyKnown(fields, ['payload'], 'fireTimer');
  return { do: 'fire-unheld', payload: readPayload(objectOf('fireTimer.payload', fields['payload'])) };
}

function readName(within: string, value: unknown): string {
  const fields = objectOf(within, value);
  onlyKnown(fields, ['name'], within);
  return textOf(`${within}.name`, fields['name']);
}

function readPhone(fields: Fields): Fault {
  onlyKnown(fields, ['number', 'state'], 'phone');
  const { number } = fields;
  const state = phoneStates.find((known) => known === fields['state']);
  if (typeof number !== 'string' || !isPhone(number)) throw invalidPhone('phone.number');
  if (state === undefined) throw invalidField('phone.state', `must be one of: ${phoneStates.join(', ')}`);
  return { do: 'phone', number, state };
}

function readFunction(fields: Fields): Fault {
  onlyKnown(fields, ['name', 'state'], 'function');
  const state = functionStates.find((known) => known === fields['state']);
  if (state === undefined)
    throw invalidField('function.state', `must be one of: ${functionStates.join(', ')}`);
  return { do: 'function', name: textOf('function.name', fields['name']), state };
}

/** A function by its whole name, or by that of its file: `on-timer`. */
function functionNamed({ functions }: ConsoleParts, asked: string): string {
  const names = functions.definitions.map(({ name }) => name);
  const found = names.find((name) => name === asked || /^[^-]+-[^-]+-(.+)$/.exec(name)?.[1] === asked);
  if (found !== undefined) return found;
  throw invalidField('function.name', `must be one of: ${names.join(', ')}`);
}

function readMailbox(fields: Fields): Fault {
  onlyKnown(fields, ['address', 'state'], 'mailbox');
  const address = textOf('mailbox.address', fields['address']);
  const state = mailboxStates.find((known) => known === fields['state']);
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw invalidField('mailbox.address', 'must be a mail address');
  if (state === undefined) throw invalidField('mailbox.state', `must be one of: ${mailboxStates.join(', ')}`);
  return { do: 'mailbox', address, state };
}

function readTrouble(fields: Fields): Fault {
  onlyKnown(fields, ['trouble'], 'texting');
  const trouble = troubles.find((known) => known === fields['trouble']);
  if (trouble === undefined) throw invalidField('texting.trouble', `must be one of: ${troubles.join(', ')}`);
  return { do: 'trouble', trouble };
}

function readPayload(fields: Fields): TimerPayload {
  onlyKnown(fields, ['kind', 'bookingId', 'version'], 'fireTimer.payload');
  const { version } = fields;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) {
    throw invalidField('fireTimer.payload.version', 'must be a whole number from 1');
  }
  return {
    kind: textOf('fireTimer.payload.kind', fields['kind']),
    bookingId: textOf('fireTimer.payload.bookingId', fields['bookingId']),
    version,
  };
}

function objectOf(field: string, value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw invalidField(field, 'must be an object');
}

function textOf(field: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 200) return value.trim();
  throw invalidField(field, 'must be a text of 1 to 200 characters');
}
