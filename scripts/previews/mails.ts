import settings from '#config';
import type { Consequence, MailKind } from '../../lib/messages/facts.ts';
import { moments } from './moments.ts';
import { HOUR, MINUTE, START } from './sample.ts';
import { stories } from './stories.ts';
import type { Story } from './story.ts';

/** One mail to look at. */
export interface MailState {
  readonly name: string;
  readonly mail: MailKind;
  /** When it is told (ms). */
  readonly at: number;
  /** What befell its booking. */
  readonly story: Story;
}

const { booked, linksEnd, mailsEnd, asked, closed, closedWithoutMobile, end } = moments;
const { asUsual, withoutMobile, paid, atShortNotice, moved, cancelled, absentWithoutMobile } = stories;
const { absent, neverJoined, lateNotice, closedOut, joined, keptOpen, completed } = stories;
const { textsOff, textsOffAgainstOurText, textsOffAndAbsent, landline, landlineAndAbsent } = stories;
const {
  withheld,
  textsOnAgain,
  requested,
  approved,
  closedByText,
  cancelledInTime,
  cancelledByStaff,
  setByStaff,
  excused,
} = stories;
const deprecated = settings.releases.find(({ support }) => support === 'deprecated');
const confirmed = { kind: 'confirmed' } as const;
const wanted = { because: 'late-notices', decideBy: START - 4 * HOUR } as const;
const { limit, windowMonths: months, blockDays: days, reinstatementFee } = settings.policy.noShows;
const first: Consequence = { counted: 1, limit, months, days };
const blockedUntil = START + days * 24 * HOUR;
const blocking: Consequence = {
  ...first,
  counted: limit,
  block: {
    until: blockedUntil,
    missed: [{ start: START - 40 * 24 * HOUR }, { start: START }],
    fee: { amount: reinstatementFee, currency: settings.currency },
  },
};
const tooOften: Consequence = {
  ...blocking,
  approval: { lateNotices: settings.policy.lateNotices.limit, until: START + 180 * 24 * HOUR },
};

/** Every mail, in every form that differs to the eye. Another one is a row. */
export const mails: readonly MailState[] = [
  row('Booked, free with a code', booked, confirmed, asUsual),
  row('Booked and paid', booked, confirmed, paid),
  row('Booked without a mobile number', booked, confirmed, withoutMobile),
  row('Booked at short notice', atShortNotice.bookedAt, confirmed, atShortNotice),
  ...(deprecated
    ? [row('Booked for a deprecated release', booked, confirmed, { booked: { release: deprecated.id } })]
    : []),
  row('Requested, after late notices', booked, { kind: 'requested', ...wanted }, requested),
  row(
    'Requested, for a company that needs approval',
    booked,
    { kind: 'requested', ...wanted, because: 'company' },
    requested,
  ),
  row(
    'Booked by our staff at an exact time',
    setByStaff.bookedAt,
    { kind: 'confirmed', byStaff: true, reason: setByStaff.booked.reason },
    setByStaff,
  ),
  row('Approved', booked + HOUR, { kind: 'approved' }, approved),
  row('Declined', booked + HOUR, { kind: 'declined', reason: 'Please send us the log first.' }, requested),
  row('Not approved in time', wanted.decideBy, { kind: 'approval-expired' }, requested),
  row('Request moved', booked + HOUR, { kind: 'moved', previousStart: START - 24 * HOUR, wanted }, requested),
  row('Request withdrawn', booked + HOUR, { kind: 'cancelled', wasRequest: true }, requested),
  row(
    'Request ended by us',
    booked + HOUR,
    { kind: 'cancelled', wasRequest: true, byStaff: true, reason: 'Robin is ill that day.' },
    requested,
  ),
  row('Moved', booked + HOUR, { kind: 'moved', previousStart: START }, moved),
  row('Cancelled', booked + HOUR, { kind: 'cancelled', reason: 'The upgrade went well without.' }, cancelled),
  row(
    'Moved by us',
    booked + HOUR,
    { kind: 'moved', previousStart: START, byStaff: true, reason: 'Robin is ill that day.' },
    moved,
  ),
  row(
    'Cancelled by us',
    booked + HOUR,
    { kind: 'cancelled', byStaff: true, reason: 'Robin is ill that day.' },
    cancelledByStaff,
  ),
  row('Cancelled, after paying', booked + HOUR, { kind: 'cancelled' }, paid),
  row('Reminder, a day before', START - 24 * HOUR, reminder(24), asUsual),
  row('Reminder, two hours before', START - 2 * HOUR, reminder(2)),
  row('Reminder, without a mobile number', START - 2 * HOUR, reminder(2), withoutMobile),
  row('Reminder that was held up until the links had ended', linksEnd + 20 * MINUTE, reminder(2)),
  row('Reminder that was held up until nothing can change', mailsEnd + 10 * MINUTE, reminder(2)),
  row('Reminder, with texts switched off', START - 24 * HOUR, reminder(24), textsOff),
  row('Reminder, with a number that takes no texts', START - 2 * HOUR, reminder(2), landline),
  row('Texts switched off', booked + HOUR, { kind: 'mobile-lost', reason: 'opted-out' }, textsOff),
  row(
    'Texts switched off when we asked',
    asked + MINUTE,
    { kind: 'mobile-lost', reason: 'opted-out' },
    textsOffAgainstOurText,
  ),
  row('Number that takes no texts', booked + MINUTE, { kind: 'mobile-lost', reason: 'refused' }, landline),
  row('Text held back', asked, { kind: 'mobile-lost', reason: 'withheld' }, withheld),
  row('Texts switched on again', booked + 2 * HOUR, { kind: 'mobile-restored' }, textsOnAgain),
  row('No-show, after a text without answer', closed, noShow('absent', closed, asked), absent),
  row(
    'No-show, without a mobile number',
    closedWithoutMobile,
    noShow('absent', closedWithoutMobile),
    absentWithoutMobile,
  ),
  row(
    'No-show, after keeping the session open',
    end,
    noShow('never_joined_after_keeping_open', end, asked),
    neverJoined,
  ),
  row(
    'No-show, by late notice',
    mailsEnd + 10 * MINUTE,
    noShow('late_notice', mailsEnd + 10 * MINUTE),
    lateNotice,
  ),
  row(
    'No-show, by late notice after the start',
    asked + 2 * MINUTE,
    noShow('late_notice', asked + 2 * MINUTE, asked),
    closedByText,
  ),
  row(
    'No-show, with texts switched off',
    closedWithoutMobile,
    noShow('absent', closedWithoutMobile),
    textsOffAndAbsent,
  ),
  row(
    'No-show, with a number that takes no texts',
    closedWithoutMobile,
    noShow('absent', closedWithoutMobile),
    landlineAndAbsent,
  ),
  row('No-show, the first', closed, noShow('absent', closed, asked, first), absent),
  row('No-show, the one that blocks', closed, noShow('absent', closed, asked, blocking), absent),
  row(
    'No-show, the late notice that needs approval',
    mailsEnd + 10 * MINUTE,
    noShow('late_notice', mailsEnd + 10 * MINUTE, undefined, tooOften),
    lateNotice,
  ),
  row(
    'No-show that stays',
    closed + 2 * HOUR,
    { kind: 'contest-rejected', reason: 'The meeting shows nobody but Robin until 10:20.' },
    absent,
  ),
  row('No-show that is excused', closed + HOUR, { kind: 'no-show-excused' }, excused),
  row(
    'No-show that is excused, and its block with it',
    closed + HOUR,
    { kind: 'no-show-excused', relief: { unblocked: true, unstruck: true } },
    excused,
  ),
  row(
    'No-show that is excused, where another blocks',
    closed + HOUR,
    { kind: 'no-show-excused', relief: { unblocked: false, unstruck: true, blockedUntil } },
    excused,
  ),
  row('No-show taken back by an answer, session open', closed + MINUTE, reversed('answered', true), keptOpen),
  row('No-show taken back by a join, session open', closed + MINUTE, reversed('joined', true), joined),
  row('No-show taken back by an answer, session over', end + MINUTE, reversed('answered', false), closedOut),
  row('No-show taken back by a join, session over', end + MINUTE, reversed('joined', false), completed),
  row(
    'No-show taken back by a cancellation in time',
    closed + 5 * MINUTE,
    reversed('cancelled', false),
    cancelledInTime,
  ),
];

function row(name: string, at: number, mail: MailKind, story: Story = {}): MailState {
  return { name, mail, at, story };
}

function reminder(hoursBefore: number): MailKind {
  return { kind: 'reminder', hoursBefore };
}

function noShow(
  reason: Extract<MailKind, { kind: 'no-show' }>['reason'],
  closedAt: number,
  askedAt?: number,
  consequence?: Consequence,
): MailKind {
  return {
    ...{ kind: 'no-show', closedAt, reason },
    ...(askedAt === undefined ? {} : { askedAt }),
    ...(consequence === undefined ? {} : { consequence }),
  };
}

function reversed(because: 'answered' | 'joined' | 'cancelled', sessionOpen: boolean): MailKind {
  return { kind: 'no-show-reversed', because, sessionOpen };
}
