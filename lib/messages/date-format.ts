const formats = new Map<string, Intl.DateTimeFormat>();

/** A date format for these options. Formats are heavy to make, so the ones in use are kept. Throws RangeError for an unknown zone. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  // Zones come from requests: a few pages' worth is kept, not all that anybody ever names.
  if (formats.size >= 200) formats.clear();
  formats.set(key, made);
  return made;
}
