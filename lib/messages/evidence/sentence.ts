import type { Finding } from '../../domain/booking/finding.ts';
import type { LanguageCode } from '../../domain/language.ts';
import { languages } from '../language/languages.ts';
import { exactMoment, minutesBetween } from '../time.ts';
import { de } from './de.ts';
import { type EvidenceWords, en } from './en.ts';

const all: Readonly<Record<LanguageCode, EvidenceWords>> = { en, de };

/** The words in which evidence is told. */
export function evidenceWords(language: LanguageCode): EvidenceWords {
  return all[language];
}

/** A finding as a sentence, times in the zone. */
export function sentenceOf(finding: Finding, zone: string, language: LanguageCode): string {
  return tell(finding, evidenceWords(language).verdict, {
    at: (instant) => exactMoment(instant, zone, languages[language]),
    between: (from, to) => minutesBetween(from, to, languages[language]),
  });
}

interface Times {
  readonly at: (instant: number) => string;
  readonly between: (from: number, to: number) => string;
}

const MINUTE = 60_000;

function tell(finding: Finding, words: EvidenceWords['verdict'], { at, between }: Times): string {
  switch (finding.is) {
    case 'booked':
      return finding.staffId === undefined
        ? words.booked(finding.free, at(finding.start), at(finding.at))
        : words.bookedByStaff(at(finding.start), at(finding.at), finding.staffId);
    case 'approval-needed':
      return words.approvalNeeded[finding.because](at(finding.decideBy));
    case 'approved-by-staff':
    case 'declined-by-staff':
    case 'contest-rejected':
    case 'excused':
    case 'join-withdrawn':
    case 'reopened':
      return words[finding.is](at(finding.at), finding.staffId);
    case 'nobody-decided':
    case 'number-lost':
    case 'number-back':
    case 'mail-back':
    case 'answered':
    case 'contested':
    case 'completed':
    case 'erased':
      return words[finding.is](at(finding.at));
    case 'mail-lost':
      return words.mailLost[finding.reason](at(finding.at));
    case 'moved':
      return words.moved(words.changers[finding.by], at(finding.from), at(finding.to), at(finding.at));
    case 'given-back':
      return words.givenBack(words.changers[finding.by], at(finding.at));
    case 'reminded':
      return words.reminded(finding.times);
    case 'asked':
      return words.asked[finding.fate](at(finding.at));
    case 'warned':
      return words.warned(at(finding.at), between(finding.at, finding.start));
    case 'joined':
      return words.joined[finding.evidence](at(finding.at));
    case 'no-show':
      return noShow(finding, words, { at, between });
    case 'taken-back':
      return words.takenBack[finding.because](at(finding.at));
    case 'block-started':
    case 'block-shared':
      return block(finding, words, at);
    case 'waits-for-approval':
    case 'open':
    case 'took-place':
    case 'cancelled':
    case 'declined':
    case 'expired':
    case 'no-show-counts':
    case 'no-show-excused':
      return words[finding.is];
  }
}

function noShow(
  { reason, at: when, start, noticeMinutes, staffId }: Extract<Finding, { is: 'no-show' }>,
  words: EvidenceWords['verdict'],
  { at, between }: Times,
): string {
  if (staffId !== undefined) return words.noShowByStaff(at(when), staffId);
  if (reason === 'absent') return words.noShow.absent(at(when), between(start, when));
  if (reason !== 'late_notice') return words.noShow[reason](at(when));
  return when < start
    ? words.lateNotice(at(when), between(when, start), between(0, noticeMinutes * MINUTE))
    : words.lateNoticeAfter(at(when), between(start, when));
}

function block(
  { is, since, until, ended }: Extract<Finding, { is: 'block-started' | 'block-shared' }>,
  words: EvidenceWords['verdict'],
  at: Times['at'],
): string {
  const told = words[is](at(since), at(until));
  return ended === undefined ? told : `${told} ${words.ended[ended.by](at(ended.at))}`;
}
