import { DAY_MS } from '../../domain/calendar/zone.ts';
import { FORMER_CODE_DAYS } from '../../domain/people/change-company.ts';
import { moment } from '../../messages/time.ts';
import { deskIn } from '../language/desk.ts';
import { CompanyForm, type CompanyProps } from './company-form.tsx';

/** The company's code, the replaced ones that still work, and the button that replaces it. */
export function CompanyCodeCard({ visit, view }: CompanyProps) {
  const { language, settings } = visit;
  const words = deskIn(language).companies;
  const { company, now } = view;
  const told = (at: number): string => moment(at, settings.zone, language.messages);
  const atWork = company.formerCodes.filter(({ until }) => until > now);
  return (
    <section class="card" aria-labelledby="code-title">
      <h2 id="code-title">{words.codeTitle}</h2>
      <p class="code">
        <code>{company.code}</code>
      </p>
      <p>{words.codeText}</p>
      {atWork.length === 0 ? null : (
        <>
          <h3>{words.former}</h3>
          <ul class="list">
            {atWork.map(({ code, until }) => (
              <li>
                <code>{code}</code> {words.formerUntil(told(until))}
              </li>
            ))}
          </ul>
        </>
      )}
      <details class="more">
        <summary>{words.replace}</summary>
        <CompanyForm visit={visit} view={view} action="code">
          {/* As it is seen, so that a second press, or somebody faster, doesn't replace the new one. */}
          <input type="hidden" name="replaced" value={company.code} />
          <p>{words.replaceText(company.code, FORMER_CODE_DAYS, told(now + FORMER_CODE_DAYS * DAY_MS))}</p>
          <button type="submit">{words.replaceButton}</button>
        </CompanyForm>
      </details>
    </section>
  );
}
