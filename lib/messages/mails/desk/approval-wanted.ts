import { type MailContent, paragraph } from '../../content.ts';
import type { DeskMailKind } from '../../desk-facts.ts';
import { moment, shortMoment } from '../../time.ts';
import { bookingRows, type DeskTelling, deskButton, nameOf } from './telling.ts';

type Wanted = Extract<DeskMailKind, { kind: 'approval-wanted' }>;

/** What waits for a yes or a no, why, and until when. */
export function approvalWanted(telling: DeskTelling, kind: Wanted): MailContent {
  const { session, because, decideBy, previousStart } = kind;
  const { facts, language } = telling;
  const { approvalWanted: words, labels } = language.deskMails;
  const until = shortMoment(decideBy, facts.timeZone, language);
  const limit = { label: labels.decideBy, value: moment(decideBy, facts.timeZone, language), strong: true };
  const before =
    previousStart === undefined ? undefined : shortMoment(previousStart, facts.timeZone, language);
  return {
    subject: words.subject({ until, who: nameOf(session) }),
    preview: words.preview,
    heading: words.heading,
    opening: [
      paragraph(words.because[because]),
      ...(before === undefined ? [] : [paragraph(words.movedFrom(before))]),
      { kind: 'details', rows: [limit, ...bookingRows(telling, session)] },
      paragraph(words.expires),
      deskButton(telling),
    ],
    sections: [],
  };
}
