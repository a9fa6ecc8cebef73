export const schemes = ['light', 'dark'] as const;

export type Scheme = (typeof schemes)[number];

/** A document that follows the reader's preference, as one that has the scheme whatever the reader prefers. */
export function inScheme(html: string, scheme: Scheme): string {
  return html
    .replaceAll(
      /@media\s*\(prefers-color-scheme:\s*dark\)/g,
      scheme === 'dark' ? '@media all' : '@media not all',
    )
    .replaceAll('light dark', scheme);
}
