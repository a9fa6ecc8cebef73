import type { JSX } from 'preact';
import type { DeskAction } from '../../domain/booking/desk-actions.ts';
import type { Language } from '../language/en.ts';

interface ActionFieldProps {
  readonly language: Language;
  readonly action: DeskAction;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly optional?: boolean;
  readonly control: (ties: Ties) => JSX.Element;
}

interface Ties {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
  readonly 'aria-required': 'true' | undefined;
}

/** Id of a field of a card: cards have fields of the same name. */
function actionFieldId(action: DeskAction, name: string): string {
  return `session-${action}-${name}`;
}

/** A field of an action's card: label, hint and what is wrong with it, tied to its control. */
export function ActionField(props: ActionFieldProps) {
  const { language, action, name, label, hint, problem, optional = false, control } = props;
  const id = actionFieldId(action, name);
  const says = {
    hint: hint === undefined ? undefined : `${id}-hint`,
    problem: problem === undefined ? undefined : `${id}-problem`,
  };
  const describedBy = Object.values(says).filter(Boolean).join(' ');
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for={id}>
        {label}
        {optional ? <span class="optional"> ({language.fields.optional})</span> : null}
      </label>
      {hint === undefined ? null : (
        <p class="hint" id={says.hint}>
          {hint}
        </p>
      )}
      {problem === undefined ? null : (
        <p class="problem" id={says.problem}>
          {problem}
        </p>
      )}
      {control({
        id,
        name,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': problem === undefined ? undefined : 'true',
        'aria-required': optional ? undefined : 'true',
      })}
    </div>
  );
}
