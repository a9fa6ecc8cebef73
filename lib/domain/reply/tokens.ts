/** Where a sentence, a clause or a line ends. */
export const BREAK = ',';

/** More than anybody needs to answer a question: longer texts are free text, which nobody should guess about. */
export const MOST_TOKENS = 60;

// In this order: a time, a decimal number, a number, a word, question marks, a number with its sign, breaks, the rest.
const token =
  /\d{1,2}[:.]\d{2}(?!\d)|\d+[.,]\d+|\d+|\p{L}[\p{L}\p{N}]*|[?!]*\?[?!]*|-\d+|(?:[.,;:!()[\]*_=|•·\n]|-(?!\d))+|[^\s"]/gu;

/** The words, numbers and signs of a plain text, without the breaks at its ends; at most one more than is read. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [found] of text.matchAll(token)) {
    const one = asToken(found);
    if (one === BREAK && (tokens.length === 0 || tokens.at(-1) === BREAK)) continue;
    tokens.push(one);
    if (tokens.length > MOST_TOKENS) break;
  }
  if (tokens.at(-1) === BREAK) tokens.pop();
  return tokens;
}

function asToken(found: string): string {
  if (found.includes('?')) return '?';
  return /^(?:[.,;:!()[\]*_=|•·\n]|-(?!\d))/u.test(found) ? BREAK : found;
}
