import { addressOf, type Block, type Link, type MailContent } from './content.ts';

/** The mail as plain text: short lines stay whole, addresses stand alone so that every program makes them links. */
export function plainText(content: MailContent, footer: readonly string[]): string {
  const opening = content.opening.map(block);
  const sections = content.sections.flatMap(({ title, blocks }) => [
    title.toUpperCase(),
    ...blocks.map(block),
  ]);
  const text = [content.heading, ...opening, ...sections, ['--', ...footer].join('\n')].join('\n\n');
  // A non-breaking hyphen is for layout alone, and not every terminal or old font has it.
  return `${text.replaceAll('\u2011', '-')}\n`;
}

function block(part: Block): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text;
    case 'details':
      return part.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'button':
      return link(part);
    case 'links':
      return part.links.map(link).join('\n');
    case 'entries':
      return part.entries.map(({ label, value, url }) => `${label}:${url ? '\n' : ' '}${value}`).join('\n');
    case 'steps':
      return part.steps
        .map(({ title, text, url }) => `* ${title}: ${text}${url ? `\n  ${url}` : ''}`)
        .join('\n');
  }
}

function link({ label, url }: Link): string {
  return `${label}:\n${addressOf(url)}`;
}
