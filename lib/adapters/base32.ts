/** Digits and letters that no one misreads, in the order of text. */
export const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** The lowest bits of a number as so many characters of an alphabet of 32, the most significant first. */
export function base32(bits: bigint, characters: number, alphabet: string): string {
  return Array.from(
    { length: characters },
    (_, index) => alphabet[Number((bits >> BigInt(5 * (characters - 1 - index))) & 31n)],
  ).join('');
}
