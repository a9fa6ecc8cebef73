import type { Operation } from './api.ts';
import { type Answer, contentTypeOf, type Sent } from './exchange.ts';
import type { Plan } from './plan.ts';
import type { Write } from './writes.ts';

/** A request with its answer, and what it made the functions that answer requests write. */
export interface Seen {
  readonly plan: Plan;
  readonly sent: Sent;
  readonly answer: Answer;
  readonly writes: readonly Write[];
  /** Origin of the site. */
  readonly site: string;
  /** The call of the API that it is of; undefined for pages. */
  readonly operation: Operation | undefined;
}

/** A rule that an answer breaks, and how. */
export interface Wrong {
  readonly rule: string;
  readonly said: string;
}

/** The first rule that an answer breaks; undefined where all hold. */
export function wrongWith(seen: Seen): Wrong | undefined {
  const { answer } = seen;
  if (answer.status >= 500) return failed(answer);
  return (
    leak(seen) ??
    changed(seen) ??
    (seen.operation === undefined || isElsewhere(seen) ? page(seen) : declared(seen, seen.operation))
  );
}

/** Busy is no failure where somebody else was at the same row: whoever asked is told when to ask again. */
function failed({ status, headers, text }: Answer): Wrong | undefined {
  const busy = status === 503 && text.includes('"busy"') && headers['retry-after'] !== undefined;
  return busy ? undefined : { rule: `status ${status}`, said: text.slice(0, 400) };
}

const leaks =
  /\bat [\w.<>]+ \(|node_modules|\.(?:ts|mjs|js):\d+|\/tmp\/|\/var\/task|file:\/\/|(?:Type|Range|Zod|Syntax|Reference)Error|\w+Exception\b|\$metadata|\b(?:BOOKING|PERSON|COMPANY|TALLY|STANDING)#|showup-dev-|arn:aws/u;

function leak({ answer: { text }, sent, plan }: Seen): Wrong | undefined {
  const found = leaks.exec(text)?.[0];
  // What somebody sent may be shown to them again.
  if (found === undefined || JSON.stringify([plan, sent]).includes(found)) return undefined;
  return { rule: 'tells of the inside', said: found };
}

/** Rows that a refusal may change: how often something was tried, and what a version of the policy says. */
const counting = /^(?:TALLY|POLICY)#/u;
/** A consultant's feed has an address from the first look at it on. */
const madeWhenRead = /^CONSULTANT#/u;

function changed({ answer: { status }, sent: { method }, writes }: Seen): Wrong | undefined {
  const reads = ['GET', 'HEAD', 'OPTIONS'].includes(method);
  if (status < 400 && !reads) return undefined;
  const rows = writes.filter(({ pk }) => !counting.test(pk) && !(reads && madeWhenRead.test(pk)));
  if (rows.length === 0) return undefined;
  return {
    rule: reads ? `a ${method} changes rows` : 'a refusal changes rows',
    said: `${status}: ${rows.map(({ pk, sk }) => `${pk} ${sk}`).join(', ')}`,
  };
}

/** Whether the request is of another route than it was planned for, or of none. */
function isElsewhere({ plan, sent, operation }: Seen): boolean {
  if (plan.rawPath !== undefined || sent.method !== operation?.method) return true;
  const [path = ''] = sent.target.split('?');
  return path.split('/').length !== plan.path.split('/').length || /\/\/|\/$|%2f/iu.test(path);
}

const documents = ['text/html'];

function page({ answer, site, sent, operation }: Seen): Wrong | undefined {
  const { status, headers, text } = answer;
  const type = contentTypeOf(answer);
  if (status >= 300 && status < 400) return astray(headers.location, site);
  if (operation !== undefined || sent.method === 'HEAD' || text === '') return undefined;
  if (documents.includes(type)) {
    const whole = /^<!doctype html>\n<html lang="/u.test(text) && /<\/html>\s*$/u.test(text);
    return whole ? undefined : { rule: 'no page of ours', said: text.slice(0, 200) };
  }
  const known = ['GET', 'POST'].includes(sent.method) && status >= 400 && text !== '{"message":"Not Found"}';
  return known ? { rule: `${status} is no page`, said: `${type}: ${text.slice(0, 200)}` } : undefined;
}

/** Nobody is sent to another site, but for the rooms of the consultants. */
function astray(location: string | undefined, site: string): Wrong | undefined {
  const target =
    location === undefined || !URL.canParse(location, site) ? undefined : new URL(location, site);
  if (target?.origin === site || target?.origin === 'https://meet.example.com') return undefined;
  return { rule: 'leads astray', said: String(location) };
}

function declared({ answer, plan }: Seen, { answers }: Operation): Wrong | undefined {
  const { status, text } = answer;
  const known = answers.get(status);
  if (known === undefined) return { rule: `undeclared status ${status}`, said: text.slice(0, 300) };
  if (known.types.size === 0) return text === '' ? undefined : { rule: `a body with ${status}`, said: text };
  const type = contentTypeOf(answer);
  const holds = known.types.get(type);
  if (holds === undefined) return { rule: `undeclared type ${type} of ${status}`, said: text.slice(0, 200) };
  const body = type.endsWith('json') ? parsed(text) : text;
  const fault = holds(body);
  if (fault !== undefined)
    return { rule: `the schema of ${status}`, said: `${fault}: ${text.slice(0, 600)}` };
  if (status >= 400) return problem(body as Problem, status, known.codes) ?? unnamed(body as Problem, plan);
  if (plan.broken?.certain !== true) return undefined;
  return { rule: `takes ${plan.broken.rule}`, said: `${plan.broken.field ?? ''} was taken: ${status}` };
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

function problem(
  { status, code, errors }: Problem,
  sent: number,
  codes: readonly string[],
): Wrong | undefined {
  if (status !== sent) return { rule: 'another status within', said: `${status} in ${sent}` };
  if (!codes.includes(code))
    return { rule: `undeclared code ${code}`, said: `declared are ${codes.join(', ')}` };
  if (code === 'invalid-input' && !errors?.length) return { rule: 'names no field', said: code };
  return undefined;
}

function unnamed({ code, errors = [] }: Problem, { broken }: Plan): Wrong | undefined {
  const { field, certain, rule } = broken ?? {};
  if (certain !== true || field === undefined || code !== 'invalid-input') return undefined;
  if (errors.some((error) => error.field === field || error.field.startsWith(`${field}.`))) return undefined;
  return {
    rule: `doesn't name the field: ${rule}`,
    said: `${field} is not among ${errors.map((error) => error.field).join(', ')}`,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
