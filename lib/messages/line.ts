// Besides control characters: marks that turn the reading direction, and line separators.
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** Text that a person typed, as one clean line: no control or direction characters, no line breaks, no lone surrogates. */
export function line(text: string): string {
  return text.toWellFormed().replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
}

/** At most `most` characters as a reader counts them, cut between words where that loses little, and marked as cut. */
export function shorten(text: string, most: number): string {
  const characters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
  if (characters.length <= most) return text;
  const kept = characters.slice(0, most - 1).join('');
  const space = kept.lastIndexOf(' ');
  return `${(space > kept.length / 2 ? kept.slice(0, space) : kept).trimEnd()}…`;
}

/**
 * A name to greet by, or nothing: whoever books chooses it, and mail programs turn addresses inside a name into links.
 */
export function greetingName(name: string): string | undefined {
  const clean = line(name);
  const reads = clean.length > 0 && clean.length <= 60 && !/[:/\\@<>]|\w\.\w{2,}/u.test(clean);
  return reads ? clean : undefined;
}
