import { limits } from '../../http/schemas.ts';
import { type FieldProblems, fieldId, LineField } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import type { Visit } from '../visit.ts';
import type { TypedCompany } from './companies-view.ts';

interface FactsProps {
  readonly visit: Visit;
  readonly typed: Pick<TypedCompany, 'name' | 'planUntil' | 'afterHours'>;
  readonly problems: FieldProblems;
}

/** What our staff say of a company: its name, its plan and the add-on. */
export function FactsFields({ visit: { language }, typed, problems }: FactsProps) {
  const words = deskIn(language).companies;
  const id = fieldId('afterHours');
  return (
    <>
      <LineField
        name="name"
        label={words.name}
        language={language}
        value={typed.name}
        most={limits.name}
        problem={problems.get('name')}
        input={{ autocomplete: 'off' }}
      />
      <LineField
        name="planUntil"
        label={words.plan}
        language={language}
        value={typed.planUntil}
        most={10}
        problem={problems.get('planUntil')}
        input={{ type: 'date', autocomplete: 'off', placeholder: '2027-12-31' }}
      />
      <div class="field choice">
        <input
          type="checkbox"
          id={id}
          name="afterHours"
          value="yes"
          checked={typed.afterHours === 'yes'}
          aria-describedby={`${id}-hint`}
        />
        <label for={id}>{words.addOn}</label>
        <p class="hint" id={`${id}-hint`}>
          {words.addOnHint}
        </p>
      </div>
    </>
  );
}
