/**
 * Any id in the alphabet of the mail service's tags, which is letters, digits, `-` and `_`: every other byte as `_` and
 * two hexadecimal digits, so that it can be read back.
 */
export function toMailTag(id: string): string {
  return [...new TextEncoder().encode(id)]
    .map((byte) => String.fromCharCode(byte))
    .map((byte) =>
      /[A-Za-z0-9-]/u.test(byte) ? byte : `_${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
    )
    .join('');
}

/** The id that a tag stands for; undefined for what is none of ours. */
export function fromMailTag(tag: string): string | undefined {
  if (!/^(?:[A-Za-z0-9-]|_[0-9a-f]{2})+$/u.test(tag)) return undefined;
  const bytes = tag.replaceAll(/_([0-9a-f]{2})/gu, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
