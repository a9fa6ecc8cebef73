import type { ComponentChildren } from 'preact';
import { limits } from '../../http/schemas.ts';
import { Field } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { DeskWords } from '../language/en/desk.ts';
import { CsrfField } from '../portal/csrf-field.tsx';
import type { Visit } from '../visit.ts';
import { personPath } from './desk-paths.ts';
import type { PersonAction } from './person-forms.ts';
import type { PersonView } from './person-view.ts';

interface ActionsProps {
  readonly visit: Visit;
  readonly view: PersonView;
}

interface ActionProps extends ActionsProps {
  readonly action: PersonAction;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** Closed until it is wanted, and open with what is wrong where it was pressed in vain. */
export function ActionCard({ visit, view, action, title, children }: ActionProps) {
  const { email, company, entries, insider, tried } = view;
  return (
    <details class="card act" id={`person-${action}`} open={tried?.action === action}>
      <summary>{title}</summary>
      <form
        method="post"
        action={personPath(visit, email, company === undefined ? {} : { company: company.id })}
        aria-label={title}
        noValidate
      >
        <CsrfField csrf={insider.csrf} />
        <input type="hidden" name="action" value={action} />
        <input type="hidden" name="company" value={company?.id ?? ''} />
        <input type="hidden" name="seen" value={entries.length} />
        {children}
      </form>
    </details>
  );
}

/** Who reads the reason. */
function reasonHint(action: PersonAction, actions: DeskWords['person']['actions']): string {
  if (action === 'erase') return actions.reasonKept;
  return action === 'payment' || action === 'mail' ? actions.reasonRecord : actions.reasonTold;
}

/** Why: told to the person, or kept for the record. */
export function ReasonField({
  visit: { language },
  view,
  action,
}: ActionsProps & { readonly action: PersonAction }) {
  const { actions } = deskIn(language).person;
  return (
    <Field
      name={`${action}-reason`}
      label={actions.reason}
      hint={reasonHint(action, actions)}
      language={language}
      problem={view.problems.get(`${action}-reason`)}
      control={(ties) => (
        <textarea {...ties} name="reason" maxLength={limits.reason} rows={2}>
          {view.tried?.action === action ? view.tried.reason : ''}
        </textarea>
      )}
    />
  );
}
