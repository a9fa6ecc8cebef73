import { createHmac, randomUUID } from 'node:crypto';
import type { Sent } from './exchange.ts';
import type { People } from './people.ts';
import { type Edit, type Plan, resolved } from './plan.ts';
import type { Pool } from './pool.ts';
import { typedInto } from './typed.ts';

/** What requests are made with, beside their plan. */
export interface Making {
  readonly pool: Pool;
  readonly people: People;
  readonly now: () => number;
  /** The secret that the provider of the meetings signs with. */
  readonly secret: () => string;
}

type Fields = readonly (readonly [string, unknown])[];

/** A request as it is sent, with where it comes from. */
export interface Made {
  readonly sent: Sent;
  /** What the path has in place of its parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether it is a form or link just as it was shown. */
  readonly asShown: boolean;
}

/** The request that a plan comes to now. */
export function make(plan: Plan, making: Making): Made {
  const made = making.pool.valueOf.bind(making.pool);
  const put = (value: unknown): unknown => resolved(value, made);
  const { headers: known, csrf } = making.people.identify(plan.caller);
  const shown = plan.shown && making.pool.shownOf(plan.operation, plan.shown.n);
  const fields = shown && filledIn(shown.fields, plan.shown?.typed, put);
  const edited = fields && withCsrf(edit(fields, plan.shown?.edits ?? [], put), csrf);
  const parameters = texts(put(plan.parameters) as Readonly<Record<string, unknown>>);
  const [shownPath = '', shownQuery = ''] = shown?.path.split('?') ?? [];
  const path = plan.rawPath ?? (shown === undefined ? filled(plan.path, parameters) : shownPath);
  const get = plan.method === 'GET' && edited !== undefined;
  const asked = (put(plan.query) as Fields).filter(([, value]) => value !== undefined);
  const query: Fields = [...new URLSearchParams(shownQuery), ...asked, ...(get ? edited : [])];
  const target = query.length === 0 ? path : `${path}?${formOf(query)}`;
  const { type, body } = get ? {} : bodyOf(plan, put, edited);
  const headers = {
    ...known,
    ...(type === undefined ? {} : { 'content-type': type }),
    ...sendable(texts(put(plan.headers) as Readonly<Record<string, unknown>>)),
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  };
  const signature = plan.signed === true ? signed(body ?? '', making) : {};
  return {
    parameters,
    asShown: shown !== undefined && plan.shown?.edits.length === 0,
    sent: {
      method: plan.method,
      target,
      headers: { ...headers, ...signature },
      ...(body === undefined ? {} : { body }),
    },
  };
}

function bodyOf(
  { body, method }: Plan,
  put: (value: unknown) => unknown,
  edited: Fields | undefined,
): { type?: string; body?: string } {
  const form = 'application/x-www-form-urlencoded';
  if (edited !== undefined) return { type: form, body: formOf(edited) };
  if (body === undefined) return method === 'POST' ? { body: '' } : {};
  if (body.as === 'form') return { type: form, body: formOf(put(body.fields) as Fields) };
  const text = body.as === 'text' ? body.text : JSON.stringify(put(body.value));
  return { body: text, ...(body.type === undefined ? {} : { type: body.type }) };
}

/** The fields as somebody sends them who fills a form in. */
function filledIn(
  fields: Fields,
  typed: Readonly<Record<string, unknown>> = {},
  put: (value: unknown) => unknown,
): Fields {
  return fields.map(([name, value]) => [name, value === '' ? (put(typedInto(typed, name)) ?? '') : value]);
}

/** The fields, with the changes made one after the other. */
function edit(fields: Fields, edits: readonly Edit[], put: (value: unknown) => unknown): Fields {
  let edited = [...fields];
  for (const { how, at, value } of edits) {
    const index = at % Math.max(edited.length, 1);
    const field = edited[index];
    if (how === 'add') edited = [...edited, ['extra', put(value)]];
    else if (field === undefined) continue;
    else if (how === 'drop') edited = edited.toSpliced(index, 1);
    else if (how === 'twice') edited = [...edited, field];
    else edited = edited.with(index, [field[0], put(value)]);
  }
  return edited;
}

/** Tokens are a session's own: what was shown to an earlier one is put right, and what was changed stays so. */
function withCsrf(fields: Fields, csrf: string | undefined): Fields {
  if (csrf === undefined) return fields;
  return fields.map(([name, value]) => [name, name === 'csrf' && String(value).length > 30 ? csrf : value]);
}

function filled(path: string, parameters: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\+?\}/gu, (_, name: string) =>
    encodeURIComponent((parameters[name] ?? 'none').toWellFormed()),
  );
}

function formOf(fields: Fields): string {
  return String(new URLSearchParams(fields.map(([name, value]): [string, string] => [name, String(value)])));
}

function texts(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** What HTTP can't carry in a header never arrives: it is taken out. */
function sendable(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      value.replaceAll(/[^\t\x20-\x7e\x80-\xff]/gu, ''),
    ]),
  );
}

/** As Standard Webhooks are. */
function signed(body: string, { now, secret }: Making): Readonly<Record<string, string>> {
  const [id, seconds] = [`msg_${randomUUID()}`, String(Math.floor(now() / 1000))];
  const key = Buffer.from(secret().replace(/^whsec_/u, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${mac}` };
}
