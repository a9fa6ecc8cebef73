import type { MailContent } from './content.ts';
import type { Mail } from './facts.ts';
import { htmlDocument, type Setting } from './html/render.tsx';
import { plainText } from './plain.ts';

/** What a mail says, as plain text and as HTML. */
export function letter(content: MailContent, setting: Setting): Mail {
  const { brand, footer } = setting;
  return {
    subject: content.subject,
    text: plainText(content, [...footer, brand.supportMail, brand.website]),
    html: htmlDocument(content, setting),
  };
}
