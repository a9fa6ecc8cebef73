import { type MailContent, paragraph } from '../../content.ts';
import type { DeskMailKind } from '../../desk-facts.ts';
import { line, shorten } from '../../line.ts';
import { shortMoment } from '../../time.ts';
import { bookingRows, type DeskTelling, deskButton, nameOf } from './telling.ts';

type Contested = Extract<DeskMailKind, { kind: 'contest-opened' }>;

/** Which no-show is contested, and in what words. */
export function contestOpened(telling: DeskTelling, { session, recorded, text }: Contested): MailContent {
  const { facts, language } = telling;
  const { contestOpened: words, labels } = language.deskMails;
  const when = shortMoment(session.start, facts.timeZone, language);
  const reason = { label: labels.recorded, value: words.recorded[recorded] };
  return {
    subject: words.subject({ when, who: nameOf(session) }),
    preview: words.preview,
    heading: words.heading,
    opening: [
      paragraph(words.lead),
      { kind: 'details', rows: [...bookingRows(telling, session), reason] },
      deskButton(telling),
    ],
    sections: [{ title: words.theirWords, blocks: [paragraph(shorten(line(text), 2000))] }],
  };
}
