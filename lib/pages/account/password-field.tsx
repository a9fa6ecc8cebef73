import type { ComponentChildren } from 'preact';
import { Field } from '../field.tsx';
import type { Language } from '../language/en.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly language: Language;
  /** Whether browsers offer the one that they keep, or make one up. */
  readonly autocomplete: 'current-password' | 'new-password';
  readonly hint?: ComponentChildren;
  readonly problem?: string | undefined;
}

/** One field for a password, never filled in by us. The script beside it adds a button that shows what was typed. */
export function PasswordField({ autocomplete, ...field }: PasswordFieldProps) {
  const { show, hide, showName, hideName, shown, hidden } = field.language.account;
  return (
    <Field
      name="password"
      {...field}
      control={(ties) => (
        <div class="switched">
          <input
            {...ties}
            type="password"
            autocomplete={autocomplete}
            autocapitalize="none"
            spellcheck={false}
            required
            data-show={show}
            data-hide={hide}
            data-show-name={showName}
            data-hide-name={hideName}
            data-shown={shown}
            data-hidden={hidden}
          />
        </div>
      )}
    />
  );
}
