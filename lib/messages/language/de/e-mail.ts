/** With a non-breaking hyphen, for pages and HTML; plain text gets a common one, which subjects and texts have anyway. */
export const eMail = 'E\u2011Mail';
