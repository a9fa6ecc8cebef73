import { normalizedEmail } from '../../domain/people/email.ts';
import type { FieldProblems } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import { checkReasonField, endOfTyped } from './check-words.ts';
import type { PersonForm } from './person-forms.ts';

/** An action on a person as it is to be done. */
export interface CheckedPerson {
  readonly reason: string;
  /** When a block ends (ms). */
  readonly until?: number;
}

/** What was typed for an action, or what is wrong with it, by the field's name; each action has fields of its own. */
export function checkPerson(
  form: PersonForm,
  email: string,
  now: number,
  { language, settings }: Visit,
): CheckedPerson | { readonly problems: FieldProblems } {
  const { action } = form;
  const { actions } = deskIn(language).person;
  const problems = new Map<string, string>();
  const until = action === 'block' ? endOfTyped(form.until, settings.zone, now) : undefined;
  if (action === 'block' && until === undefined) problems.set('block-until', actions.block.untilWrong);
  const reason = checkReasonField(form.reason, actions.reason, language);
  const problem = 'problem' in reason ? reason.problem : language.fields.missing(actions.reason);
  const value = 'value' in reason ? reason.value : undefined;
  if (value === undefined) problems.set(`${action}-reason`, problem);
  // The very address: erasing can't be undone, and a slip must not be enough.
  if (action === 'erase' && normalizedEmail(form.confirm) !== email)
    problems.set('erase-confirm', actions.erase.confirmWrong(email));
  if (problems.size > 0 || value === undefined) return { problems };
  return { reason: value, ...(until === undefined ? {} : { until }) };
}
