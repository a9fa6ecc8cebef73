import { lexicon } from './lexicon.ts';

/** What somebody wrote themselves, and whether something that they quoted was taken away. */
export interface OwnWords {
  readonly text: string;
  readonly quotes: boolean;
}

/** The longest signature that a phone or a mail program adds to a text. */
const SIGNATURE = 120;

const quoteHeader =
  /^(?:-+ ?(?:original message|urspruengliche nachricht)|(?:on|am) .*(?:wrote|schrieb).{0,80}:$)/u;
const quoteAtEnd = /"[^"]{30,}"[\s.!,]*$/u;
const signOff = /(?:\s--+\s*|\n[-~]\s*|\s[-~](?=\p{L}))(\p{L}{2,})(?: (\p{L}{2,}))?[\s.!,]*$/u;

/**
 * A plain text without what phones and mail programs add to it: quoted lines, the text that it answers, signatures.
 *
 * Of a tapback only its verb is left ("Liked"), and of a thumbs-up on one of our texts nothing: our texts offer
 * several answers and a like says which of them as little as a nod does, so it is unclear. A wrong guess would cost
 * a no-show or keep a consultant waiting; asking costs a text.
 */
export function ownWords(text: string): OwnWords {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const foreign = lines.findIndex((line, place) => isForeign(line, place));
  const kept = (foreign < 0 ? lines : lines.slice(0, foreign)).filter((line) => !line.startsWith('>'));
  const written = kept.join('\n').trim();
  const unquoted = written.replace(quoteAtEnd, '');
  return {
    text: withoutSignOff(withoutSignature(unquoted)),
    quotes: kept.length < lines.length || unquoted !== written,
  };
}

/** Whether what starts with this line was not written for this reply. */
function isForeign(line: string, place: number): boolean {
  if (line === '--' || quoteHeader.test(line)) return true;
  return place > 0 && !line.startsWith('>') && lexicon().ours.some((phrase) => line.includes(phrase));
}

function withoutSignature(text: string): string {
  const starts = lexicon().signatures.flatMap((signature) => {
    const at = text.lastIndexOf(signature);
    return at >= 0 && text.length - at <= SIGNATURE && /^$|\s/u.test(text.charAt(at - 1)) ? [at] : [];
  });
  return starts.length === 0 ? text : text.slice(0, Math.min(...starts));
}

function withoutSignOff(text: string): string {
  const [whole, ...names] = signOff.exec(text) ?? [];
  if (whole === undefined || !names.every((name) => name === undefined || lexicon().mayBeName(name)))
    return text;
  return text.slice(0, -whole.length);
}
