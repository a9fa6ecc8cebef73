import { levels } from '../../domain/people/level.ts';
import { mayGive } from '../../domain/people/permissions.ts';
import { limits } from '../../http/schemas.ts';
import { fieldId, LineField } from '../field.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { CsrfField } from './csrf-field.tsx';
import type { PeopleView } from './people-view.ts';

interface AskProps {
  readonly visit: Visit;
  readonly view: PeopleView;
}

/** Id of the form that asks for an account. */
export const ASK_FORM = 'ask';

/** Asks for an account of a level that the viewer may give. */
export function AskCard({ visit, view }: AskProps) {
  const { language } = visit;
  const { people } = language.portal;
  const { asked, problems, csrf } = view;
  const field = (name: 'name' | 'email') => ({
    name,
    language,
    value: asked[name],
    most: limits[name],
    problem: problems.get(name),
  });
  return (
    <form
      class="card"
      id={ASK_FORM}
      method="post"
      action={hrefOf(visit, '/portal/people')}
      aria-labelledby="ask-title"
      noValidate
    >
      <h2 id="ask-title">{people.ask}</h2>
      <p>{people.askText}</p>
      <CsrfField csrf={csrf} />
      <div>
        <LineField {...field('name')} label={people.name} input={{ autocomplete: 'off' }} />
        <LineField
          {...field('email')}
          label={people.email}
          hint={people.emailHint}
          input={{ type: 'email', autocomplete: 'off' }}
        />
        <LevelField visit={visit} view={view} />
      </div>
      <button type="submit" class="primary wide" name="action" value="ask">
        {people.askButton}
      </button>
    </form>
  );
}

/** What each level is for stands beside it; the first control is where a link to the field leads. */
function LevelField({ visit: { language }, view: { person, asked, problems } }: AskProps) {
  const { people, levelHints } = language.portal;
  const { levels: names } = language.messages.accountMails;
  const problem = problems.get('level');
  const id = fieldId('level');
  return (
    <fieldset
      class={problem ? 'field wrong' : 'field'}
      aria-describedby={problem === undefined ? undefined : `${id}-problem`}
    >
      <legend>{people.level}</legend>
      {problem === undefined ? null : (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {levels
        .filter((level) => mayGive(person.level, level))
        .map((level, index) => {
          const own = index === 0 ? id : `${id}-${level}`;
          return (
            <div class="choice">
              <input
                type="radio"
                id={own}
                name="level"
                value={level}
                checked={asked.level === level}
                aria-describedby={`${own}-hint`}
              />
              <label for={own}>{names[level]}</label>
              <p class="hint" id={`${own}-hint`}>
                {levelHints[level]}
              </p>
            </div>
          );
        })}
    </fieldset>
  );
}
