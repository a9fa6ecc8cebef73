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

const lower = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * Makes a secret's text by the template's rules: a password, or a JSON object with the password under a key.
 * Throws when the rules leave no characters, or name a key without a template.
 */
export function generateSecretString(rules: GenerateSecretString): string {
  const generated = generatePassword(rules);
  const { SecretStringTemplate: template, GenerateStringKey: key } = rules;
  if (template === undefined && key === undefined) return generated;
  if (template === undefined || key === undefined) {
    throw new Error('GenerateSecretString: SecretStringTemplate and GenerateStringKey go together');
  }
  return JSON.stringify({ ...(JSON.parse(template) as object), [key]: generated });
}

function generatePassword(rules: GenerateSecretString): string {
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
  const each = rules.RequireEachIncludedType === false ? [] : kinds.map(pick);
  const all = kinds.flat();
  const rest = Array.from({ length: Math.max(0, length - each.length) }, () => pick(all));
  return shuffle([...each, ...rest])
    .slice(0, length)
    .join('');
}

const pick = (characters: readonly string[]): string => characters[randomInt(characters.length)] ?? '';

function shuffle(characters: readonly string[]): string[] {
  const left = [...characters];
  return characters.flatMap(() => left.splice(randomInt(left.length), 1));
}
