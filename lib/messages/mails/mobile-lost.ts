import type { MobileLoss } from '../../domain/booking/booking.ts';
import type { Block, MailContent } from '../content.ts';
import { paragraph } from '../content.ts';
import { clock } from '../time.ts';
import { greeting, sessionRows, timeRow } from './details.ts';
import { mobileEnding, subjectOf, type Telling } from './telling.ts';
import { changing, joinButton, joining, startingAgain } from './upcoming.ts';

/**
 * Says why we don't text, and what follows for the session. Once it has started the way in comes first: no text
 * asks, and little time is left.
 */
export function mobileLost(telling: Telling, reason: MobileLoss): MailContent {
  const { facts, language, now } = telling;
  const words = language.mails.mobileLost;
  const started = now >= facts.start;
  const lead = words.leads[reason](mobileEnding(telling) ?? '');
  const again = reason === 'opted-out' ? [startingAgain(telling)] : [];
  const why = [paragraph(lead), ...consequences(telling, started), ...again];
  const rows = [timeRow(telling, language.parts.labels.when), ...sessionRows(telling)];
  const details: Block = { kind: 'details', rows };
  const wayIn = joinButton(telling);
  return {
    subject: words.subjects[reason](subjectOf(telling)),
    preview: words.preview,
    heading: words.headings[reason],
    opening: [...greeting(telling), ...(started ? [wayIn, ...why, details] : [...why, details, wayIn])],
    sections: started ? [joining(telling), changing(telling)] : [changing(telling), joining(telling)],
  };
}

/** What is still ahead of the session: it has closed, or been joined and gone on, by the time of the close. */
function consequences({ facts, language, now }: Telling, started: boolean): readonly Block[] {
  if (now >= facts.closesAt) return [];
  const closes = language.parts.nobody.withoutMobile(clock(facts.closesAt, facts.timeZone, language));
  const { noCheckIn } = language.mails.mobileLost;
  return [paragraph(started ? closes : `${noCheckIn} ${closes}`)];
}
