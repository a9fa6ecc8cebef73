import { addDays, dateAt } from '../../domain/calendar/zone.ts';
import { limits } from '../../http/schemas.ts';
import { fieldId, LineField, ProseField } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import { CompanyForm, type CompanyProps } from './company-form.tsx';
import { problemsOf, typedIn } from './company-view.ts';

const decisions = ['nothing', 'approval', 'block'] as const;

/** Decides on the company: what each decision does stands beside it. */
export function CompanyRuleCard({ visit, view }: CompanyProps) {
  const { language, settings } = visit;
  const words = deskIn(language).companies;
  const problems = problemsOf(view, 'rule');
  const usualEnd = addDays(dateAt(settings.zone, view.now), settings.policy.noShows.blockDays);
  return (
    <section class="card" id="rule" aria-labelledby="rule-title">
      <h2 id="rule-title">{words.rule}</h2>
      <CompanyForm visit={visit} view={view} action="rule">
        <input type="hidden" name="seen" value={String(view.company.ruling?.at ?? 0)} />
        <div class="wide">
          <DecisionField visit={visit} view={view} />
          <LineField
            name="until"
            label={words.until}
            hint={words.untilHint}
            language={language}
            value={typedIn(view, 'rule', 'until', usualEnd)}
            most={10}
            problem={problems.get('until')}
            input={{
              type: 'date',
              autocomplete: 'off',
              placeholder: '2027-12-31',
              'aria-required': undefined,
            }}
          />
          <ProseField
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            language={language}
            value={typedIn(view, 'rule', 'reason')}
            most={limits.reason}
            problem={problems.get('reason')}
          />
        </div>
        <p>{words.ruleText}</p>
        <button type="submit">{words.ruleButton}</button>
      </CompanyForm>
    </section>
  );
}

/** The first control is where a link to the field leads. */
function DecisionField({ visit: { language }, view }: CompanyProps) {
  const words = deskIn(language).companies;
  const problem = problemsOf(view, 'rule').get('decision');
  const chosen = typedIn(view, 'rule', 'decision');
  const id = fieldId('decision');
  return (
    <fieldset
      class={problem ? 'field wrong' : 'field'}
      aria-describedby={problem === undefined ? undefined : `${id}-problem`}
    >
      <legend>{words.decision}</legend>
      {problem === undefined ? null : (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {decisions.map((decision, index) => {
        const own = index === 0 ? id : `${id}-${decision}`;
        return (
          <div class="choice">
            <input
              type="radio"
              id={own}
              name="decision"
              value={decision}
              checked={chosen === decision}
              aria-describedby={`${own}-hint`}
            />
            <label for={own}>{words.outcomes[decision]}</label>
            <p class="hint" id={`${own}-hint`}>
              {words.decisionHints[decision]}
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}
