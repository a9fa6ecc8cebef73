import type { Reason } from '../../domain/calendar/explain.ts';
import { consultantOf } from '../../domain/catalogue.ts';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';

/** What is in the way of a session at a time, a sentence each, in the page's language. */
export function reasonsWords(reasons: readonly Reason[], { language, settings }: Visit): string[] {
  const words = deskIn(language).book.obstacles;
  return reasons.map(({ code, consultant }) =>
    words[code](consultant === undefined ? '' : consultantOf(settings, consultant).name),
  );
}
