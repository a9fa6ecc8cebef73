import { arnPattern, wildcard } from './arn.ts';

/** The condition keys that a request carries, such as `iam:PassedToService`. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/** The Condition block of a statement: operator → key → value or values. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Keys that the local services fill in. A condition on any other key can't be answered here. */
const knownKeys = new Set([
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'dynamodb:leadingkeys',
  'events:source',
  'iam:passedtoservice',
  'secretsmanager:secretid',
  'secretsmanager:versionstage',
  'ses:fromaddress',
  'sns:endpoint',
  'sns:protocol',
]);

const manyValued = new Set(['dynamodb:leadingkeys']);

type ValueTest = (value: string) => boolean;
type Given = readonly string[] | undefined;
type Operator = (wanted: readonly string[]) => (given: Given) => boolean;

const anyOf =
  (test: (pattern: string) => ValueTest): ((wanted: readonly string[]) => ValueTest) =>
  (wanted) => {
    const tests = wanted.map(test);
    return (value) => tests.some((matches) => matches(value));
  };
const equal = anyOf((wanted) => (value) => value === wanted);
const sameCaseless = anyOf((wanted) => (value) => value.toLowerCase() === wanted.toLowerCase());

/** Absent keys don't match: only `…IfExists` would, and that isn't among the operators here. */
const single =
  (test: (wanted: readonly string[]) => ValueTest): Operator =>
  (wanted) => {
    const matches = test(wanted);
    return (given) => given?.some(matches) ?? false;
  };
/** As IAM has it, an absent key or an empty set passes ForAllValues. */
const forAll =
  (test: (wanted: readonly string[]) => ValueTest): Operator =>
  (wanted) => {
    const matches = test(wanted);
    return (given) => (given ?? []).every(matches);
  };

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: single(equal),
  StringLike: single(anyOf((pattern) => wildcard(pattern))),
  ArnEquals: single(anyOf(arnPattern)),
  ArnLike: single(anyOf(arnPattern)),
  Bool: single(sameCaseless),
  Null: (wanted) => (given) => wanted.includes(String(given === undefined)),
  'ForAllValues:StringEquals': forAll(equal),
  'ForAllValues:StringLike': forAll(anyOf((pattern) => wildcard(pattern))),
};

/**
 * Compiles a Condition block into a test of a request's context. Throws, naming the operator or the key,
 * when it holds something that the local cloud can't evaluate: a guess would be a pass.
 */
export function compileConditions(block: ConditionBlock | undefined): (context: Context) => boolean {
  const tests = Object.entries(block ?? {}).flatMap(([name, entries]) =>
    Object.entries(entries).map(([key, value]) => compileOne(name, key, value)),
  );
  return (context) => tests.every((test) => test(context));
}

function compileOne(name: string, key: string, value: unknown): (context: Context) => boolean {
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator === undefined) throw new Error(`the condition operator ${name} can't be evaluated locally`);
  const lower = key.toLowerCase();
  if (!knownKeys.has(lower)) throw new Error(`the condition key ${key} can't be evaluated locally`);
  if (manyValued.has(lower) && !name.startsWith('ForAllValues:') && name !== 'Null') {
    throw new Error(`${key} can hold several values: ${name} needs ForAllValues`);
  }
  const wanted = (Array.isArray(value) ? value : [value]).map(wantedValue);
  const test = operator(wanted);
  return (context) => test(valuesOf(context, lower));
}

function wantedValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.includes('${')) throw new Error(`the policy variable in "${text}" can't be evaluated locally`);
  return text;
}

function valuesOf(context: Context, lowerKey: string): Given {
  for (const [key, value] of Object.entries(context)) {
    if (key.toLowerCase() === lowerKey) return typeof value === 'string' ? [value] : value;
  }
  return undefined;
}
