import type { SeenText, World } from '../world.ts';
import { isOurs } from './messages.ts';
import { explainsRepeat } from './strikes.ts';
import { type Found, type Invariant, instant } from './violation.ts';

/** The same message, each time that it was sent. */
interface Repeated {
  readonly what: string;
  readonly times: readonly number[];
  readonly bookingId?: string;
}

export const fewRepeats: Invariant = {
  name: 'few repeats',
  says: 'Nobody gets the same message more than twice, and more than once only after an injected crash.',
  find: ({ world }) =>
    [...mailsAgain(world), ...textsAgain(world)].flatMap((repeated) => tooOften(world, repeated)),
};

function tooOften(world: World, { what, times, bookingId }: Repeated): Found[] {
  const [first = 0, second, third] = times;
  if (second === undefined) return [];
  const about = bookingId === undefined ? {} : { bookingId };
  if (third !== undefined) {
    return [{ sentence: `${what} was sent ${times.length} times, first at ${instant(first)}.`, ...about }];
  }
  if (explainsRepeat(world, first, second)) return [];
  const when = `at ${instant(first)} and ${instant(second)}`;
  return [{ sentence: `${what} was sent twice, ${when}, and nothing had crashed.`, ...about }];
}

function mailsAgain({ mails }: World): Repeated[] {
  const same = Map.groupBy(
    mails.filter(({ messageId }) => messageId !== ''),
    ({ to, messageId }) => `${to} ${messageId}`,
  );
  return [...same.values()].map((ofOne) => {
    const id = ofOne[0]?.messageId ?? '';
    return {
      what: `The mail ${id}`,
      times: timesOf(ofOne),
      ...(id.startsWith('bkg_') ? { bookingId: id.slice(0, id.indexOf('.')) } : {}),
    };
  });
}

/**
 * A text carries no name of what it is about. The one that was sent last for an effect is on record with it: the same
 * words to the same number before that, and after the last of another effect, were for the same one.
 */
function textsAgain({ texts, claims }: World): Repeated[] {
  const recorded = new Set(claims.map(({ receipt }) => receipt));
  const ours = Map.groupBy(texts.filter(isOurs), ({ phone, body }) => `${phone} ${body}`);
  return [...ours.values()].flatMap((ofOne) => {
    const runs: SeenText[][] = [[]];
    for (const text of ofOne.toSorted((a, b) => a.at - b.at)) {
      runs.at(-1)?.push(text);
      if (recorded.has(text.id)) runs.push([]);
    }
    return runs.map((run) => ({ what: `The text "${run[0]?.body ?? ''}"`, times: timesOf(run) }));
  });
}

const timesOf = (messages: readonly { readonly at: number }[]): number[] =>
  messages.map(({ at }) => at).toSorted((a, b) => a - b);
