import { languageCodes } from '../../domain/language.ts';
import { levels } from '../../domain/people/level.ts';
import { limits } from '../../http/schemas.ts';
import { Field, LineField } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import { languageNames } from '../language/language-for.ts';
import { CompanyForm, type CompanyProps } from './company-form.tsx';
import { problemsOf, typedIn } from './company-view.ts';

/** Invites somebody of the company. */
export function InviteForm({ visit, view }: CompanyProps) {
  const { language } = visit;
  const words = deskIn(language).companies;
  const problems = problemsOf(view, 'invite');
  // The company's own name and the levels of its people are other fields of the page.
  const field = (name: 'personName' | 'email') => ({
    name,
    language,
    value: typedIn(view, 'invite', name),
    most: name === 'email' ? limits.email : limits.name,
    problem: problems.get(name),
  });
  return (
    <details class="more" open={problems.size > 0 || view.people.items.length === 0}>
      <summary>{words.invite}</summary>
      <CompanyForm visit={visit} view={view} action="invite">
        <div class="wide">
          <LineField {...field('personName')} label={words.personName} input={{ autocomplete: 'off' }} />
          <LineField {...field('email')} label={words.email} input={{ type: 'email', autocomplete: 'off' }} />
          <LevelField visit={visit} view={view} />
          <LanguageField visit={visit} view={view} />
        </div>
        <p>{words.inviteText}</p>
        <button type="submit">{words.inviteButton}</button>
      </CompanyForm>
    </details>
  );
}

function LevelField({ visit: { language }, view }: CompanyProps) {
  const words = deskIn(language).companies;
  const { levels: names } = language.messages.accountMails;
  const chosen = typedIn(view, 'invite', 'personLevel', 'basic');
  return (
    <Field
      name="personLevel"
      label={words.level}
      language={language}
      problem={problemsOf(view, 'invite').get('personLevel')}
      control={(ties) => (
        <select {...ties}>
          {levels.map((level) => (
            <option value={level} selected={level === chosen}>
              {names[level]}
            </option>
          ))}
        </select>
      )}
    />
  );
}

function LanguageField({ visit: { language }, view }: CompanyProps) {
  const chosen = typedIn(view, 'invite', 'language', language.code);
  return (
    <Field
      name="language"
      label={deskIn(language).companies.language}
      language={language}
      control={(ties) => (
        <select {...ties}>
          {languageCodes.map((code) => (
            <option value={code} selected={code === chosen} lang={code}>
              {languageNames[code]}
            </option>
          ))}
        </select>
      )}
    />
  );
}
