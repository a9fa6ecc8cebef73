import { languageCodes, wordsIn } from '../../domain/language.ts';
import { limits } from '../../http/schemas.ts';
import { zoneName } from '../../messages/zone.ts';
import { callingCode } from '../book/mobile.ts';
import { Field, LineField, ProseField } from '../field.tsx';
import { deskIn } from '../language/desk.ts';
import { languageNames } from '../language/language-for.ts';
import { ZoneOptions } from '../picker/zone-field.tsx';
import type { Visit } from '../visit.ts';
import type { DeskBookView } from './book-view.ts';

interface BookProps {
  readonly visit: Visit;
  readonly view: DeskBookView;
}

/** When it is to be, and with whom. */
export function WhenCard({ visit: { language, settings }, view }: BookProps) {
  const { book: deskBook } = deskIn(language);
  const { form, problems, now } = view;
  const field = (name: 'consultant' | 'sessionType' | 'date' | 'time') => ({
    ...{ name, language, label: deskBook[name], problem: problems.get(name) },
  });
  const types = settings.sessionTypes.map(({ id, name, minutes }) => ({
    id,
    label: deskBook.type(wordsIn(name, language.code), minutes),
  }));
  const consultants = settings.consultants.map(({ id, name }) => ({ id, label: name }));
  return (
    <section class="card when" aria-labelledby="desk-book-when">
      <h2 id="desk-book-when">{deskBook.when}</h2>
      <Choice {...field('consultant')} chosen={form.consultant} choices={consultants} />
      <Choice {...field('sessionType')} chosen={form.sessionType} choices={types} />
      <Field {...field('date')} control={(ties) => <input {...ties} type="date" value={form.date} />} />
      <Field
        {...field('time')}
        hint={deskBook.timeHint(zoneName(now, settings.zone, language.messages))}
        control={(ties) => <input {...ties} type="time" value={form.time} />}
      />
    </section>
  );
}

/** Whom it is for, and why. */
export function WhoCard({ visit: { language, settings }, view }: BookProps) {
  const { book: deskBook } = deskIn(language);
  const { form, problems } = view;
  const field = <Name extends 'name' | 'email' | 'mobile' | 'topic' | 'reason'>(name: Name) => ({
    ...{ name, language, label: deskBook[name], value: form[name], most: limits[name] },
    problem: problems.get(name),
  });
  // The account of somebody else than who types: browsers are not to fill it in.
  const others = { autocomplete: 'off' };
  return (
    <section class="card who" aria-labelledby="desk-book-who">
      <h2 id="desk-book-who">{deskBook.who}</h2>
      <LineField {...field('name')} input={others} />
      <LineField {...field('email')} input={{ ...others, type: 'email' }} />
      <LineField
        {...field('mobile')}
        optional
        hint={deskBook.mobileHint(callingCode(settings.texts.defaultCountry))}
        input={{ ...others, type: 'tel' }}
      />
      <LineField
        {...{
          name: 'company',
          language,
          label: deskBook.company,
          value: form.company,
          most: limits.companyCode,
        }}
        problem={problems.get('company')}
        optional
        hint={deskBook.companyHint}
        input={{ ...others, autocapitalize: 'none', spellcheck: false }}
      />
      <ProseField {...field('topic')} optional />
      <ProseField {...field('reason')} hint={deskBook.reasonHint} />
      <Field
        {...{ name: 'timeZone', language, label: deskBook.timeZone, hint: deskBook.timeZoneHint }}
        problem={problems.get('timeZone')}
        control={(ties) => (
          <select {...ties}>
            <ZoneOptions timeZone={form.timeZone} language={language} />
          </select>
        )}
      />
      <Choice
        {...{ name: 'language', language, label: deskBook.language, chosen: form.language }}
        choices={languageCodes.map((code) => ({ id: code, label: languageNames[code] }))}
      />
    </section>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly language: Visit['language'];
  readonly problem?: string | undefined;
  readonly chosen: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** Nothing is chosen for whoever hasn't chosen. */
function Choice({ chosen, choices, ...field }: ChoiceProps) {
  const known = choices.some(({ id }) => id === chosen);
  return (
    <Field
      {...field}
      control={(ties) => (
        <select {...ties} aria-required="true">
          {known ? null : <option value="">–</option>}
          {choices.map(({ id, label }) => (
            <option value={id} selected={id === chosen}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  );
}
