import type { ComponentChildren, JSX } from 'preact';
import type { Language } from './language/en.ts';

/** What is wrong with fields, in words, by the field's name. */
export type FieldProblems = ReadonlyMap<string, string>;

/** Id of a field's control; the summary of what is wrong links to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly language: Language;
  readonly problem?: string | undefined;
  readonly hint?: ComponentChildren;
  readonly optional?: boolean;
  /** What to say where all is well, such as that a code was recognised. */
  readonly good?: string | undefined;
}

/** A label, its control, a hint and what is wrong with it, tied together for those who listen to the page. */
export function Field(props: FieldProps & { readonly control: (ties: Ties) => JSX.Element }) {
  const { name, label, language, problem, hint, optional, good, control } = props;
  const id = fieldId(name);
  const says = {
    hint: hint ? `${id}-hint` : undefined,
    problem: problem ? `${id}-problem` : undefined,
    good: good ? `${id}-good` : undefined,
  };
  const describedBy = Object.values(says).filter(Boolean).join(' ');
  return (
    <div class={problem ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        {optional ? <span class="optional"> ({language.fields.optional})</span> : null}
      </label>
      {hint ? (
        <p class="hint" id={says.hint}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p class="problem" id={says.problem}>
          {problem}
        </p>
      ) : null}
      {control({
        id,
        name,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': problem ? 'true' : undefined,
      })}
      {good ? (
        <p class="good" id={says.good}>
          {good}
        </p>
      ) : null}
    </div>
  );
}

interface Ties {
  readonly id: string;
  readonly name: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
}

/** A field of one line. `input` adds what browsers help with: type, autocomplete, inputMode. */
export function LineField({
  value,
  most,
  input = {},
  ...field
}: FieldProps & {
  readonly value: string;
  readonly most: number;
  readonly input?: JSX.IntrinsicElements['input'];
}) {
  return (
    <Field
      {...field}
      control={(ties) => (
        <input
          {...ties}
          value={value}
          maxLength={most}
          aria-required={field.optional ? undefined : 'true'}
          {...input}
        />
      )}
    />
  );
}

/** A field of several lines. */
export function ProseField({
  value,
  most,
  ...field
}: FieldProps & { readonly value: string; readonly most: number }) {
  return (
    <Field
      {...field}
      control={(ties) => (
        <textarea {...ties} maxLength={most} rows={3}>
          {value}
        </textarea>
      )}
    />
  );
}
