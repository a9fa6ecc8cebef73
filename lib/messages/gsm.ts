// GSM 03.38 (3GPP TS 23.038), default alphabet without its control characters; each of the second set takes two places.
const BASIC = new Set(
  '@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('^{}\\[~]|€');

/** How many septets one text part holds. */
export const TEXT_PART = 160;
/** How many septets a text of two parts holds: each gives seven up for what joins them (3GPP TS 23.040). */
export const TWO_TEXT_PARTS = 306;

// What Unicode does not decompose into letters that the alphabet has.
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  ẞ: 'SS',
  '×': 'x',
  '°': ' ',
  '©': '(c)',
  '®': '(R)',
  '™': '(TM)',
};

/** Septets that the text takes in the GSM alphabet, or undefined where it holds a character the alphabet lacks. */
export function septets(text: string): number | undefined {
  let sum = 0;
  for (const character of text) {
    if (BASIC.has(character)) sum += 1;
    else if (EXTENDED.has(character)) sum += 2;
    else return undefined;
  }
  return sum;
}

/**
 * The text on one line in the GSM alphabet: accents that it lacks are dropped, typographic marks become plain ones,
 * pictures vanish. Undefined where a letter or digit has no counterpart, since half a name is worse than none.
 */
export function toGsm(text: string): string | undefined {
  let result = '';
  for (const character of text.normalize('NFC')) {
    const replaced = toGsmCharacter(character);
    if (replaced === undefined) return undefined;
    result += replaced;
  }
  return result.replace(/ +/g, ' ').trim();
}

function toGsmCharacter(character: string): string | undefined {
  if (septets(character) !== undefined) return character;
  if (/\s/.test(character)) return ' ';
  const replacement = REPLACEMENTS[character];
  if (replacement !== undefined) return replacement;
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (bare !== '' && septets(bare) !== undefined) return bare;
  return /[\p{L}\p{N}]/u.test(character) ? undefined : '';
}

/** As many whole characters as fit into `most` septets, cut between words where that loses little. */
export function cutToSeptets(text: string, most: number): string {
  let kept = '';
  let sum = 0;
  for (const character of text) {
    sum += septets(character) ?? 1;
    if (sum > most) {
      const space = kept.lastIndexOf(' ');
      return (space > kept.length / 2 ? kept.slice(0, space) : kept).trimEnd();
    }
    kept += character;
  }
  return kept;
}
