import { isRecord, TemplateError } from '../template/template.ts';

/** Whether a value matches a compiled pattern. `undefined` stands for a field that is not there. */
export type Match = (value: unknown) => boolean;

type Scalar = string | number | boolean | null;

/**
 * Compiles an event pattern as event source mappings use it: nested keys, each leaf a list of alternatives.
 * Throws a TemplateError naming an operator that the local cloud doesn't know.
 */
export function compilePattern(pattern: unknown): Match {
  if (Array.isArray(pattern)) return anyOf(pattern.map(compileAlternative));
  if (!isRecord(pattern))
    throw new TemplateError(`a filter's values must be lists: ${JSON.stringify(pattern)}`);
  const fields = Object.entries(pattern).map(([key, inner]) => {
    if (key.startsWith('$'))
      throw new TemplateError(`the filter operator ${key} is not known to the local cloud`);
    return [key, compilePattern(inner)] as const;
  });
  return (value) => fields.every(([key, match]) => match(isRecord(value) ? value[key] : undefined));
}

/** A list in the event matches if any of its items does. */
const anyOf =
  (alternatives: readonly Match[]): Match =>
  (value) =>
    (Array.isArray(value) ? value : [value]).some((item) => alternatives.some((match) => match(item)));

function compileAlternative(alternative: unknown): Match {
  if (!isRecord(alternative)) return (value) => value === alternative;
  const [operator, ...others] = Object.keys(alternative);
  const make = operator === undefined || others.length > 0 ? undefined : operators[operator];
  if (!make || operator === undefined) {
    throw new TemplateError(
      `the filter operator ${JSON.stringify(alternative)} is not known to the local cloud`,
    );
  }
  return make(alternative[operator]);
}

const text = (operator: string, argument: unknown): string => {
  if (typeof argument !== 'string') throw new TemplateError(`the filter operator ${operator} takes a string`);
  return argument;
};

const operators: Readonly<Record<string, (argument: unknown) => Match>> = {
  prefix: (argument) => {
    const start = text('prefix', argument);
    return (value) => typeof value === 'string' && value.startsWith(start);
  },
  suffix: (argument) => {
    const end = text('suffix', argument);
    return (value) => typeof value === 'string' && value.endsWith(end);
  },
  'equals-ignore-case': (argument) => {
    const wanted = text('equals-ignore-case', argument).toLowerCase();
    return (value) => typeof value === 'string' && value.toLowerCase() === wanted;
  },
  // Only leaves exist for this operator, in the service as well.
  exists: (argument) => (value) => (value !== undefined && !isRecord(value)) === (argument === true),
  numeric: (argument) => compileNumeric(argument),
  'anything-but': (argument) => compileAnythingBut(argument),
};

function compileAnythingBut(argument: unknown): Match {
  const refused = isRecord(argument)
    ? compileAlternative(argument)
    : anyOf(
        (Array.isArray(argument) ? argument : [argument]).map((item: Scalar) => (value) => value === item),
      );
  return (value) => value !== undefined && !isRecord(value) && !refused(value);
}

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function compileNumeric(argument: unknown): Match {
  const terms = Array.isArray(argument) ? argument : [];
  const tests = terms.flatMap((operator: unknown, index) => {
    if (index % 2 === 1) return [];
    const compare = comparisons[String(operator)];
    const right: unknown = terms[index + 1];
    if (!compare || typeof right !== 'number') {
      throw new TemplateError(`the filter operator numeric can't read ${JSON.stringify(argument)}`);
    }
    return [(value: number) => compare(value, right)];
  });
  if (tests.length === 0)
    throw new TemplateError('the filter operator numeric takes a list such as [">", 0]');
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}
