import { asciiDigits } from './digit.ts';
import { emojiAsSigns } from './emoji.ts';

const smiley = /(?:^|(?<=\s))(?:[:;][-']?[()dpo*|/]|<3|xd)(?=$|[\s.!,])/gu;

/** A text in one spelling: lower case, ASCII digits, umlauts written out, no accents, no apostrophes, straight quotes. */
export function plain(body: string): string {
  const spelled = emojiAsSigns(body)
    .replace(/['’‘‛`´ʼ′＇]/gu, '')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '');
  return unaccented(asciiDigits(spelled).toLowerCase())
    .replace(/["„“”«»‹›]/gu, '"')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(smiley, ' ')
    .replace(/\b([ap])\. ?m\b\.?/gu, '$1m')
    .replace(/(\p{L})\1{2,}/gu, '$1');
}

const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function unaccented(text: string): string {
  return withoutMarks(text.normalize('NFC').replace(/[äöüß]/gu, (letter) => spelledOut[letter] ?? letter));
}

/** Without its accents: "später" as people type it who leave the dots away. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
