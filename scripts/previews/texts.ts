import type { BookingFacts, TextKind } from '../../lib/messages/facts.ts';
import type { Language } from '../../lib/messages/language/en.ts';
import { noOpenBookingText, renderText } from '../../lib/messages/text.ts';

/** One text to look at. */
export interface TextState {
  readonly name: string;
  readonly render: (facts: BookingFacts, language: Language) => string;
}

/** Every text. Another one is a row. */
export const texts: readonly TextState[] = [
  row('Check-in', { kind: 'check-in' }),
  row('Kept open', { kind: 'kept-open' }),
  row('Closed', { kind: 'closed' }),
  row('No-show taken back, session open', { kind: 'no-show-reversed', sessionOpen: true }),
  row('No-show taken back, session over', { kind: 'no-show-reversed', sessionOpen: false }),
  row('Not understood, while the check-in is open', { kind: 'help', open: true }),
  row('Not understood, at another time', { kind: 'help', open: false }),
  row('Answered before the session', { kind: 'too-early' }),
  row('Answered after the close', { kind: 'too-late', status: 'no_show' }),
  row('Answered after a cancellation', { kind: 'too-late', status: 'cancelled' }),
  row('Answered after the session', { kind: 'too-late', status: 'completed' }),
  {
    name: 'No open session for the number',
    render: ({ brand }, language) => noOpenBookingText(brand, language),
  },
];

function row(name: string, kind: TextKind): TextState {
  return { name, render: (facts, language) => renderText(kind, facts, language) };
}
