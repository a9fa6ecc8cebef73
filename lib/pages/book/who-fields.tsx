import { limits } from '../../http/schemas.ts';
import { Field, LineField, ProseField } from '../field.tsx';
import type { Visit } from '../visit.ts';
import { AccountLine } from './account-line.tsx';
import { callingCode } from './mobile.ts';
import type { BookView } from './view.ts';

interface WhoFieldsProps {
  readonly visit: Visit;
  readonly view: BookView;
}

/** Who books, and what helps the consultant. */
export function WhoFields({ visit, view }: WhoFieldsProps) {
  const { language, settings } = visit;
  const { who } = language.book;
  const { form, problems } = view;
  const needsAccount = settings.policy.accounts.requirePortalAccount && view.visitor === undefined;
  const field = <Name extends 'name' | 'email' | 'mobile' | 'companyCode' | 'topic'>(name: Name) => ({
    name,
    language,
    value: form[name],
    most: limits[name],
    problem: problems.get(name),
  });
  return (
    <div>
      <AccountLine visit={visit} view={view} />
      <LineField {...field('name')} label={who.name} input={{ autocomplete: 'name' }} />
      <LineField
        {...field('email')}
        label={who.email}
        hint={who.emailHint}
        input={{ type: 'email', autocomplete: 'email' }}
      />
      <LineField
        {...field('mobile')}
        label={who.mobile}
        optional
        hint={who.mobileHint(
          callingCode(settings.texts.defaultCountry),
          settings.policy.start.checkInAfterMinutes,
        )}
        input={{ type: 'tel', autocomplete: 'tel' }}
      />
      <LineField
        {...field('companyCode')}
        label={who.code}
        optional
        hint={needsAccount ? who.codeHintAccount : who.codeHint}
        good={view.codeGood ? who.codeGood : undefined}
        input={{ autocapitalize: 'characters', autocomplete: 'off', spellcheck: false }}
      />
      {settings.releases.length === 0 ? null : <ReleaseField visit={visit} view={view} />}
      <ProseField {...field('topic')} label={who.topic} optional hint={who.topicHint} />
    </div>
  );
}

function ReleaseField({ visit: { language, settings }, view: { form, problems } }: WhoFieldsProps) {
  const { who } = language.book;
  const chosen = settings.releases.find(({ id }) => id === form.release);
  return (
    <Field
      name="release"
      label={who.release}
      language={language}
      optional
      problem={problems.get('release')}
      hint={chosen?.support === 'deprecated' ? who.releaseLimited(chosen.name) : undefined}
      control={(ties) => (
        <select {...ties}>
          <option value="">{who.releaseNone}</option>
          {settings.releases.map(({ id, name, support }) => (
            <option value={id} selected={id === form.release}>
              {name} ({who.support[support]})
            </option>
          ))}
        </select>
      )}
    />
  );
}
