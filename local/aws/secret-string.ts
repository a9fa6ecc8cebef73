import { randomInt } from 'node:crypto';

/** CloudFormation's GenerateSecretString, as the template holds it. */
export interface GenerateSecretString {
  readonly SecretStringTemplate?: string;
  readonly GenerateStringKey?: string;
  readonly PasswordLength?: number;
  readonly ExcludeCharacters?: string;
  readonly ExcludeLowercase?: boolean;
  readonly ExcludeUppercase?: boolean;
  readonly ExcludeNumbers?: boolean;
  readonly ExcludePunctuation?: boolean;
  readonly IncludeSpace?: boolean;
  readonly RequireEachIncludedType?: boolean;
}

/** Draws a whole number below a bound. */
export type Draw = (below: number) => number;

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * Makes a secret's text by the template's rules: a password, or a JSON object with the password under a key.
 * Throws when the rules leave no characters, or name a key without a template. By chance, unless it is told how to draw.
 */
export function generateSecretString(rules: GenerateSecretString, draw: Draw = randomInt): string {
  const generated = generatePassword(rules, draw);
  const { SecretStringTemplate: template, GenerateStringKey: key } = rules;
  if (template === undefined && key === undefined) return generated;
  if (template === undefined || key === undefined) {
    throw new Error('GenerateSecretString: SecretStringTemplate and GenerateStringKey go together');
  }
  return JSON.stringify({ ...(JSON.parse(template) as object), [key]: generated });
}

function generatePassword(rules: GenerateSecretString, draw: Draw): string {
  const length = rules.PasswordLength ?? 32;
  const excluded = new Set(rules.ExcludeCharacters ?? '');
  const kinds = [
    rules.ExcludeLowercase ? '' : lower,
    rules.ExcludeUppercase ? '' : lower.toUpperCase(),
    rules.ExcludeNumbers ? '' : digits,
    rules.ExcludePunctuation ? '' : punctuation,
    rules.IncludeSpace ? ' ' : '',
  ]
    .map((kind) => kind.split('').filter((character) => !excluded.has(character)))
    .filter((kind) => kind.length > 0);
  if (kinds.length === 0) throw new Error('GenerateSecretString leaves no characters to choose from');
  const each = rules.RequireEachIncludedType === false ? [] : kinds.map((kind) => pick(kind, draw));
  const all = kinds.flat();
  const rest = Array.from({ length: Math.max(0, length - each.length) }, () => pick(all, draw));
  return shuffle([...each, ...rest], draw)
    .slice(0, length)
    .join('');
}

const pick = (characters: readonly string[], draw: Draw): string => characters[draw(characters.length)] ?? '';

function shuffle(characters: readonly string[], draw: Draw): string[] {
  const left = [...characters];
  return characters.flatMap(() => left.splice(draw(left.length), 1));
}
