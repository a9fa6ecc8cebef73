import type { Block, MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import type { MailKind } from '../facts.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { relieved } from './relief.ts';
import { subjectOf, type Telling } from './telling.ts';
import { joinButton, joining } from './upcoming.ts';

type Reversed = Extract<MailKind, { kind: 'no-show-reversed' }>;

/** Says that the no-show was taken back, and the way in where the session is open. */
export function noShowReversed(telling: Telling, { because, sessionOpen, relief }: Reversed): MailContent {
  const { facts, language } = telling;
  const words = language.mails.noShowReversed;
  const rows = [timeRow(telling, language.parts.labels.when), ...sessionRows(telling)];
  const afterwards = because === 'cancelled' ? words.isCancelled : words.over;
  const next: readonly Block[] = sessionOpen
    ? [paragraph(words.open), joinButton(telling)]
    : [paragraph(afterwards(facts.brand.supportMail))];
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview(sessionOpen),
    heading: words.heading,
    opening: [
      ...greeting(telling, words[because], words.cleared),
      ...relieved(telling, relief),
      { kind: 'details', rows },
      ...next,
    ],
    sections: sessionOpen ? [joining(telling)] : [],
  };
}
