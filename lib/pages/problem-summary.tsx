import { type FieldProblems, fieldId } from './field.tsx';
import type { Language } from './language/en.ts';

/** All that is wrong, on top of a form and with the focus, each a link to its field. Nothing where nothing is. */
export function ProblemSummary({
  problems,
  language,
}: {
  readonly problems: FieldProblems;
  readonly language: Language;
}) {
  if (problems.size === 0) return null;
  return (
    <div class="notice bad" id="problems" role="alert" tabIndex={-1} autofocus>
      <h2>{language.fields.summary(problems.size)}</h2>
      <ul>
        {[...problems].map(([name, problem]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{problem}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
