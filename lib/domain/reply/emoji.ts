/** A nod: it answers when it is all that there is, and says nothing beside words. */
export const NOD = '👍';

const nods = new Set(['👍', '👌', '✅', '✔', '☑', '🆗']);
const questions = new Set(['❓', '❔']);

/** Nobody can say what these make of the words beside them: they stay, and make the text unclear. */
const doubts = new Set(['👎', '❌', '✖', '❎', '🚫', '⛔', '🙅', '🤷', '🤔', '🔟', '⁉']);

/** The text with its emoji as signs that are read (nods, question marks, doubts), the others left out. */
export function emojiAsSigns(body: string): string {
  return body
    .replace(/[\u20e3\ufe0e\ufe0f]|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu, ' ')
    .replace(/\p{Extended_Pictographic}/gu, (emoji) => ` ${signOf(emoji)} `);
}

function signOf(emoji: string): string {
  if (nods.has(emoji)) return NOD;
  if (questions.has(emoji)) return '?';
  return doubts.has(emoji) ? emoji : '';
}
