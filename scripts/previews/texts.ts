import type { Stage } from '../../lib/domain/booking/stage.ts';
import type { BookingFacts, PhoneTextKind, SessionMeant, TextKind } from '../../lib/messages/facts.ts';
import type { Language } from '../../lib/messages/language/en.ts';
import { introduced, renderPhoneText, renderText } from '../../lib/messages/text.ts';
import { moments } from './moments.ts';
import { HOUR, MINUTE } from './sample.ts';

/** One text to look at. */
export interface TextState {
  readonly name: string;
  readonly render: (facts: BookingFacts, language: Language) => string;
}

const stages: Readonly<Record<Stage, string>> = {
  early: 'early enough to change',
  late: 'too late to change',
  asked: 'after the check-in',
  idle: 'with nothing to answer',
};

/** Every text. Another one is a row. */
export const texts: readonly TextState[] = [
  row('The first mail came back', { kind: 'mail-bounced' }),
  row('Check-in', { kind: 'check-in' }),
  {
    name: 'Check-in, the first text to the number',
    render: (facts, language) =>
      introduced(renderText({ kind: 'check-in' }, facts, language), facts.brand, language),
  },
  row('Kept open', { kind: 'kept-open' }),
  row('Closed', { kind: 'closed' }),
  row('No-show taken back, session open', { kind: 'no-show-reversed', sessionOpen: true }),
  row('No-show taken back, session over', { kind: 'no-show-reversed', sessionOpen: false }),
  row('Cancelled by text', { kind: 'cancelled' }),
  row('Warned of late notice', { kind: 'late-notice-warning' }),
  row('Given up', { kind: 'given-up' }),
  row('Somebody is coming', { kind: 'expected' }),
  {
    name: 'Link to move it',
    render: (facts, language) =>
      renderText({ kind: 'move-link', url: facts.manageUrl, until: moments.mailsEnd }, facts, language),
  },
  row('Too late to move, before the start', { kind: 'move-too-late', stage: 'late' }),
  row('Too late to move, after the check-in', { kind: 'move-too-late', stage: 'asked' }),
  row('Somebody has joined', { kind: 'joined' }),
  ...staged('Asked for help', 'help'),
  ...staged('Not understood', 'unclear'),
  row('Answered after a cancellation', { kind: 'too-late', ended: 'cancelled' }),
  row('Answered after the session', { kind: 'too-late', ended: 'completed' }),
  row('Answered after the close', { kind: 'too-late', ended: 'absent' }),
  row('Answered after giving up', { kind: 'too-late', ended: 'late_notice' }),
  row('Answered after keeping open in vain', { kind: 'too-late', ended: 'never_joined_after_keeping_open' }),
  phoneRow('No open session for the number', () => ({ kind: 'no-session' })),
  phoneRow('Which session do you come to, of two', (facts) => which('coming', sessions(facts, 2))),
  phoneRow('Which session is it not, of three', (facts) => which('cannot', sessions(facts, 3))),
  phoneRow('Which session moves, of four', (facts) => which('move', sessions(facts, 4))),
  phoneRow('Another session than the one that is over', (facts) => {
    const [over, ...others] = sessions(facts, 2);
    return { ...which('cannot', others), ...(over && { over }) };
  }),
  phoneRow('Asked for help, with several sessions', () => ({ kind: 'help' })),
  phoneRow('Texts switched on again', () => ({ kind: 'welcome-back' })),
];

function row(name: string, kind: TextKind): TextState {
  return { name, render: (facts, language) => renderText(kind, facts, language) };
}

function staged(name: string, kind: 'help' | 'unclear'): TextState[] {
  return (Object.keys(stages) as Stage[]).map((stage) => row(`${name}, ${stages[stage]}`, { kind, stage }));
}

function phoneRow(name: string, kindOf: (facts: BookingFacts) => PhoneTextKind): TextState {
  return { name, render: (facts, language) => renderPhoneText(kindOf(facts), facts, language) };
}

type Which = Extract<PhoneTextKind, { kind: 'which' }>;

function which(intent: Which['intent'], meant: readonly SessionMeant[]): Which {
  return { kind: 'which', intent, sessions: meant };
}

/** So many sessions, some days apart. */
function sessions({ start, timeZone }: BookingFacts, count: number): SessionMeant[] {
  return Array.from({ length: count }, (_, at) => ({
    start: start + at * (51 * HOUR + 30 * MINUTE),
    timeZone,
  }));
}
