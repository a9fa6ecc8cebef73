/** How a text travels: in which alphabet, and in how many parts. */
export interface Segments {
  readonly encoding: 'GSM' | 'UNICODE';
  readonly parts: number;
}

/** The GSM 7-bit default alphabet, and its extension, each character of which takes two places (3GPP TS 23.038). */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§' +
  '¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extension = '\f^{}\\[~]|€';

/** Counts a text's parts: 160 places in one or 153 in each of several; in Unicode 70 or 67 code units. */
export function segmentsOf(body: string): Segments {
  const characters = body.split('');
  if (!characters.every((character) => basic.includes(character) || extension.includes(character))) {
    return { encoding: 'UNICODE', parts: partsOf(body.length, 70, 67) };
  }
  const places = characters.reduce((sum, character) => sum + (extension.includes(character) ? 2 : 1), 0);
  return { encoding: 'GSM', parts: partsOf(places, 160, 153) };
}

const partsOf = (length: number, alone: number, each: number): number =>
  length <= alone ? 1 : Math.ceil(length / each);
