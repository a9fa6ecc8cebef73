import type { ComponentChildren } from 'preact';
import { limits } from '../../http/schemas.ts';
import { Field } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import { CsrfField } from '../portal/csrf-field.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import type { Decision, WaitingForm } from './waiting-forms.ts';
import type { WaitingView } from './waiting-view.ts';

interface FormProps {
  readonly visit: Visit;
  readonly view: WaitingView;
  /** Id of the booking or company that is decided on, and what it was like when it was looked at. */
  readonly about: string;
  readonly seen: number;
  readonly reasonHint: string;
  readonly children: ComponentChildren;
}

/** Decides on one thing that waits: a reason, and a button for each decision with what it does said before. */
export function DecisionForm({ visit, view, about, seen, reasonHint, children }: FormProps) {
  const { language } = visit;
  const { waiting: deskWaiting } = deskIn(language);
  return (
    <form class="decide" method="post" action={hrefOf(visit, '/desk/waiting')} noValidate>
      <CsrfField csrf={view.insider.csrf} />
      <input type="hidden" name="about" value={about} />
      <input type="hidden" name="seen" value={seen} />
      <Field
        name={`reason-${about}`}
        label={deskWaiting.reason}
        hint={reasonHint}
        language={language}
        problem={view.problems.get(`reason-${about}`)}
        control={(ties) => (
          <textarea {...ties} name="reason" maxLength={limits.reason} rows={2}>
            {triedAt(view, about)?.reason}
          </textarea>
        )}
      />
      {children}
    </form>
  );
}

/** What was pressed and typed for one thing, where that was not done. */
export function triedAt({ tried }: WaitingView, about: string): WaitingForm | undefined {
  return tried?.about === about ? tried : undefined;
}

interface WayProps {
  readonly visit: Visit;
  readonly decision: Decision;
  readonly does: string;
  /** Whom or what it is about, for who hears of buttons without what stands around them. */
  readonly label: string;
  readonly kind?: 'primary' | 'grave' | undefined;
}

/** A decision: what it does, then its button. */
export function Way({ visit, decision, does, label, kind }: WayProps) {
  const { buttons } = deskIn(visit.language).waiting;
  return (
    <div class="way">
      <p>{does}</p>
      <button
        type="submit"
        class={kind === undefined ? 'wide' : `wide ${kind}`}
        name="action"
        value={decision}
        aria-label={`${buttons[decision]}: ${label}`}
      >
        {buttons[decision]}
      </button>
    </div>
  );
}
