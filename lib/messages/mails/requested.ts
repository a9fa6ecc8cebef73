import type { Block, MailContent, Section } from '../content.ts';
import { paragraph } from '../content.ts';
import type { MailKind, Wanted } from '../facts.ts';
import { line } from '../line.ts';
import { moment, shortMoment } from '../time.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { subjectOf, type Telling } from './telling.ts';
import { changeLinks } from './upcoming.ts';

type Requested = Extract<MailKind, { kind: 'requested' }>;

/** Says that the booking awaits a person's word, why, and until when: it promises no session. */
export function requested(telling: Telling, wanted: Requested): MailContent {
  const { facts, language } = telling;
  const words = language.mails.requested;
  const rows = [
    timeRow(telling, language.parts.labels.when),
    ...sessionRows(telling),
    deciding(telling, wanted),
  ];
  return {
    subject: words.subject(subjectOf(telling)),
    preview: words.preview(shortMoment(wanted.decideBy, facts.timeZone, language)),
    heading: words.heading,
    opening: [
      ...greeting(telling, words.lead(line(facts.consultantName)), words.because[wanted.because]),
      { kind: 'details', rows },
      expiring(telling, wanted),
    ],
    sections: [withdrawing(telling, wanted)],
  };
}

/** Until when it can be decided. */
export function deciding({ facts, language }: Telling, { decideBy }: Wanted) {
  return { label: language.mails.requested.decideBy, value: moment(decideBy, facts.timeZone, language) };
}

/** What becomes of it where nobody decides. */
export function expiring({ facts, language }: Telling, { decideBy }: Wanted): Block {
  return paragraph(language.mails.requested.expires(shortMoment(decideBy, facts.timeZone, language)));
}

/** How it can be moved or withdrawn: by the links alone, as long as it waits. */
export function withdrawing({ facts, language, now }: Telling, { decideBy }: Wanted): Section {
  const { change } = language.parts;
  const last = Math.min(decideBy, facts.changeBy.link);
  const until = moment(last, facts.timeZone, language);
  const blocks =
    now < last
      ? [changeLinks({ facts, language, now }), paragraph(change.untilByLink(until))]
      : [paragraph(change.linkIsOver(until))];
  return { title: change.title, blocks: [...blocks, paragraph(change.confirmed)] };
}
