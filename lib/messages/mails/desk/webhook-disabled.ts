import { type MailContent, paragraph } from '../../content.ts';
import type { DeskMailKind } from '../../desk-facts.ts';
import { line, shorten } from '../../line.ts';
import type { DeskTelling } from './telling.ts';

type Disabled = Extract<DeskMailKind, { kind: 'webhook-disabled' }>;

/** Which other system hears nothing any more, why, and what is to be done. */
export function webhookDisabled({ facts, language }: DeskTelling, kind: Disabled): MailContent {
  const { webhookDisabled: words } = language.deskMails;
  const { webhookId, url, description, because } = kind;
  const name = shorten(line(description), 60);
  return {
    subject: words.subject(name),
    preview: words.because[because],
    heading: words.heading,
    opening: [
      paragraph(words.because[because]),
      {
        kind: 'details',
        rows: [
          { label: words.name, value: name, strong: true },
          { label: words.address, value: shorten(line(url), 300) },
        ],
      },
      paragraph(words.next),
      { kind: 'button', label: words.open, url: `${facts.siteUrl}/desk/webhooks/${webhookId}` },
    ],
    sections: [],
  };
}
