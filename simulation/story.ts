import { en } from '../lib/messages/language/en.ts';
import { exactMoment, shortMoment } from '../lib/messages/time.ts';
import type { Script, Violation } from './script.ts';
import { type Names, wordsOfAct } from './words-of-act.ts';
import { wordsOfFault } from './words-of-fault.ts';

/** A script and what went wrong in it, told in words, with times in the company's zone. */
export function storyOf(script: Script, violations: readonly Violation[], zone: string): string {
  const names = namesIn(script, zone);
  const exact = (at: number): string => exactMoment(at, zone, en);
  return [
    `It begins at ${exact(Date.parse(script.start))}.`,
    ...script.acts.map((act) => `- ${exact(act.at)}: ${wordsOfAct(act, names)}`),
    script.faults.length === 0 ? 'The world behaves.' : 'The world misbehaves:',
    ...script.faults.map((fault) => `- ${wordsOfFault(fault)}`),
    'In the end:',
    ...violations.map(({ invariant, sentence }) => `- ${sentence} (${invariant})`),
  ].join('\n');
}

function namesIn({ cast, acts }: Script, zone: string): Names {
  const person = (id: string): string => cast.people.find((one) => one.id === id)?.name ?? id;
  return {
    person,
    phone: (number) => cast.people.find(({ mobile }) => mobile === number)?.name ?? 'an unknown phone',
    session: (booking) => {
      const made = acts.find(({ id }) => id === booking);
      return made !== undefined && 'who' in made ? `${person(made.who)}’s session (${booking})` : booking;
    },
    at: (instant) => shortMoment(instant, zone, en),
  };
}
