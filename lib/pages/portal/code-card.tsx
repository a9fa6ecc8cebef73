import { DAY_MS, dateAt } from '../../domain/calendar/zone.ts';
import { FORMER_CODE_DAYS } from '../../domain/people/change-company.ts';
import { may } from '../../domain/people/permissions.ts';
import { line } from '../../messages/line.ts';
import { moment } from '../../messages/time.ts';
import { dateName } from '../dates.ts';
import { hrefOf, type Visit } from '../visit.ts';
import { CsrfField } from './csrf-field.tsx';
import type { ProfileView } from './profile-view.ts';

interface CodeProps {
  readonly visit: Visit;
  readonly view: ProfileView;
}

/** The company's code and what it is for; to those who may replace it, the former ones, and the button that does. */
export function CodeCard({ visit, view }: CodeProps) {
  const { language, settings } = visit;
  const { code } = language.portal;
  const { company, person, now } = view;
  const planOn = company.planUntil >= dateAt(settings.zone, now);
  return (
    <section class="card" aria-labelledby="code">
      <h2 id="code">{code.title}</h2>
      <p class="code">
        <code>{company.code}</code>
      </p>
      {planOn ? (
        <>
          <p>
            {code.what(line(company.name))} {code.care}
          </p>
          <p>
            <a class="button" href={hrefOf(visit, '/book', { company: company.code })}>
              {language.portal.nav.book}
            </a>
          </p>
        </>
      ) : (
        <p>{code.ended(dateName(company.planUntil, language), settings.brand.supportMail)}</p>
      )}
      {may(person.level, 'rotate-company-code') ? (
        <>
          <FormerCodes visit={visit} view={view} />
          <ReplaceForm visit={visit} view={view} />
        </>
      ) : null}
    </section>
  );
}

function FormerCodes({ visit: { language, settings }, view: { company, now } }: CodeProps) {
  const { code } = language.portal;
  const atWork = company.formerCodes.filter(({ until }) => until > now);
  if (atWork.length === 0) return null;
  return (
    <div>
      <h3>{code.former}</h3>
      <ul class="list">
        {atWork.map((former) => (
          <li>
            <code>{former.code}</code>{' '}
            {code.formerUntil(moment(former.until, settings.zone, language.messages))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The code that is seen goes along, so that a second press, or somebody faster, doesn't replace the new one. */
function ReplaceForm({ visit, view: { company, csrf, now } }: CodeProps) {
  const { language, settings } = visit;
  const { code } = language.portal;
  const until = moment(now + FORMER_CODE_DAYS * DAY_MS, settings.zone, language.messages);
  return (
    <details class="more">
      <summary>{code.replace}</summary>
      <form class="inside" method="post" action={hrefOf(visit, '/portal/code')}>
        <CsrfField csrf={csrf} />
        <input type="hidden" name="replaced" value={company.code} />
        <p>{code.replaceText(FORMER_CODE_DAYS, until)}</p>
        <p>{code.replaceTell}</p>
        <button type="submit">{code.replaceButton}</button>
      </form>
    </details>
  );
}
