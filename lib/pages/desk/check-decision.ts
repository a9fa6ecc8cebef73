import type { FieldProblems } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { checkReasonField, endOfTyped } from './check-words.ts';
import type { WaitingForm } from './waiting-forms.ts';

/** A decision as it is to be recorded. */
export interface CheckedDecision {
  readonly reason?: string;
  /** When an approval or a block of a company ends (ms). */
  readonly until?: number;
}

/** What was typed for a decision, or what is wrong with it, by the field's name; each item has fields of its own. */
export function checkDecision(
  { action, about, reason: typed, until: end }: WaitingForm,
  now: number,
  { language, settings }: Visit,
): CheckedDecision | { readonly problems: FieldProblems } {
  const words = deskIn(language).waiting;
  const problems = new Map<string, string>();
  const reason = checkReasonField(typed, words.reason, language);
  if ('problem' in reason) problems.set(`reason-${about}`, reason.problem);
  else if (reason.value === undefined && action !== 'approve')
    problems.set(`reason-${about}`, language.fields.missing(words.reason));
  const isEnding = action === 'approval' || action === 'block';
  const until = isEnding ? endOfTyped(end, settings.zone, now) : undefined;
  if (isEnding && until === undefined) problems.set(`until-${about}`, words.untilWrong);
  if (problems.size > 0) return { problems };
  return {
    ...('value' in reason && reason.value !== undefined ? { reason: reason.value } : {}),
    ...(until === undefined ? {} : { until }),
  };
}
