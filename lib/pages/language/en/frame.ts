/** What surrounds every page. */
export const frame = {
  title: (page: string, brand: string) => `${page} · ${brand}`,
  titleWithError: (title: string) => `Error: ${title}`,
  skip: 'Skip to the content',
  languages: 'Language',
  write: 'Questions? Write to us:',
  offline: 'That did not reach us. Please check your connection and press again.',
  busy: 'One moment …',
};
