import { isRecord, TemplateError } from './template.ts';

/** What the intrinsics need to know of the template around them. Each method throws a TemplateError if it can't tell. */
export interface Scope {
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): string;
  condition(name: string): boolean;
  mapped(map: string, first: string, second: string): unknown;
  /** A last look at every string, assembled or written out. */
  finish(text: string): string;
}

/** Marks `AWS::NoValue`: the property that holds it disappears. */
export const noValue = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const list = (name: string, value: unknown, length?: number): readonly unknown[] => {
  if (!Array.isArray(value) || (length !== undefined && value.length !== length)) {
    throw new TemplateError(
      `${name} takes a list${length === undefined ? '' : ` of ${length}`}: ${JSON.stringify(value)}`,
    );
  }
  return value;
};

const text = (name: string, value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new TemplateError(`${name} needs a string, not ${JSON.stringify(value)}`);
};

const getAtt: Intrinsic = (argument, scope) => {
  const [logicalId, ...path] =
    typeof argument === 'string' ? argument.split('.') : list('Fn::GetAtt', argument);
  return scope.attribute(
    text('Fn::GetAtt', logicalId),
    text('Fn::GetAtt', path.map((part) => resolve(part, scope)).join('.')),
  );
};

const join: Intrinsic = (argument, scope) => {
  const [separator, parts] = list('Fn::Join', argument, 2);
  const resolved = list('Fn::Join', resolve(parts, scope));
  return scope.finish(resolved.map((part) => text('Fn::Join', part)).join(text('Fn::Join', separator)));
};

const sub: Intrinsic = (argument, scope) => {
  const [pattern, variables] = typeof argument === 'string' ? [argument, {}] : list('Fn::Sub', argument, 2);
  const known = isRecord(variables) ? variables : {};
  const filled = text('Fn::Sub', pattern).replaceAll(/\$\{([^}]*)\}/g, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (name in known) return text('Fn::Sub', resolve(known[name], scope));
    return text('Fn::Sub', name.includes('.') ? getAtt(name, scope) : scope.ref(name));
  });
  return scope.finish(filled);
};

const select: Intrinsic = (argument, scope) => {
  const [index, from] = list('Fn::Select', argument, 2);
  const values = list('Fn::Select', resolve(from, scope));
  const position = Number(resolve(index, scope));
  if (!(position in values))
    throw new TemplateError(`Fn::Select: there is no item ${position} in ${JSON.stringify(values)}`);
  return values[position];
};

const split: Intrinsic = (argument, scope) => {
  const [separator, value] = list('Fn::Split', argument, 2);
  return text('Fn::Split', resolve(value, scope)).split(text('Fn::Split', separator));
};

const choose: Intrinsic = (argument, scope) => {
  const [condition, yes, no] = list('Fn::If', argument, 3);
  return resolve(scope.condition(text('Fn::If', condition)) ? yes : no, scope);
};

const findInMap: Intrinsic = (argument, scope) => {
  const [map, first, second] = list('Fn::FindInMap', resolve(argument, scope), 3).map((key) =>
    text('Fn::FindInMap', key),
  );
  return scope.mapped(map ?? '', first ?? '', second ?? '');
};

const holds = (value: unknown, scope: Scope): boolean => {
  const answer = resolve(value, scope);
  if (typeof answer !== 'boolean') throw new TemplateError(`not a condition: ${JSON.stringify(value)}`);
  return answer;
};

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => scope.ref(text('Ref', argument)),
  Condition: (argument, scope) => scope.condition(text('Condition', argument)),
  'Fn::GetAtt': getAtt,
  'Fn::Join': join,
  'Fn::Sub': sub,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::If': choose,
  'Fn::FindInMap': findInMap,
  'Fn::Base64': (argument, scope) =>
    Buffer.from(text('Fn::Base64', resolve(argument, scope))).toString('base64'),
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list('Fn::Equals', resolve(argument, scope), 2);
    return JSON.stringify(left) === JSON.stringify(right);
  },
  'Fn::And': (argument, scope) => list('Fn::And', argument).every((part) => holds(part, scope)),
  'Fn::Or': (argument, scope) => list('Fn::Or', argument).some((part) => holds(part, scope)),
  'Fn::Not': (argument, scope) => !holds(list('Fn::Not', argument, 1)[0], scope),
};

/** Replaces every intrinsic in a value by what it stands for locally. Throws a TemplateError naming one it doesn't know. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== noValue);
  if (typeof value === 'string') return scope.finish(value);
  if (!isRecord(value)) return value;
  const [name, ...others] = Object.keys(value);
  // A policy statement has a key `Condition` beside others, or holding an object: only the bare reference is an intrinsic.
  if (name !== undefined && others.length === 0 && isIntrinsic(name, value[name])) {
    const intrinsic = intrinsics[name];
    if (!intrinsic) throw new TemplateError(`the local cloud does not know the intrinsic ${name}`);
    return intrinsic(value[name], scope);
  }
  const entries = Object.entries(value).map(([key, item]) => [key, resolve(item, scope)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== noValue));
}

const isIntrinsic = (name: string, argument: unknown): boolean =>
  name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && typeof argument === 'string');
