/**
 * A name as it is searched and sorted by: in lower case, without accents, with single blanks. Empty where a name is nothing
 * but marks.
 */
export function searchedName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Whether each word of what is sought stands somewhere in one of the texts; both as `searchedName` gives them. */
export function hasWords(sought: string, ...texts: readonly string[]): boolean {
  return sought.split(' ').every((word) => texts.some((text) => text.includes(word)));
}

/** Whether it begins with what is sought, or one of its words does; both as `searchedName` gives them. */
export function beginsWord(sought: string, text: string): boolean {
  return ` ${text}`.includes(` ${sought}`);
}
