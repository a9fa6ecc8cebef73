import { dateAt } from '../../domain/calendar/zone.ts';
import { levels } from '../../domain/people/level.ts';
import { isPrimary, may, mayGive } from '../../domain/people/permissions.ts';
import { line } from '../../messages/line.ts';
import { dateName } from '../dates.ts';
import type { Page } from '../page.tsx';
import { hrefOf, type Visit } from '../visit.ts';
import { CodeCard } from './code-card.tsx';
import { CompanyStandingCard } from './company-standing-card.tsx';
import { NewslettersCard } from './newsletters-card.tsx';
import { portalPage } from './portal-page.tsx';
import type { ProfileView } from './profile-view.ts';
import { StandingCard } from './standing-card.tsx';
import { ToldNotice } from './told.tsx';

interface ProfileProps {
  readonly visit: Visit;
  readonly view: ProfileView;
}

/** A member's profile: the account, the company's code, and the choice of newsletters. */
export function profilePage(visit: Visit, view: ProfileView, status = 200): Page {
  const { title } = visit.language.portal.profile;
  return portalPage(visit, view, 'profile', {
    status,
    title,
    body: (
      <>
        <h1>{title}</h1>
        <ToldNotice told={view.told} />
        <OnePrimary visit={visit} view={view} />
        <StandingCard visit={visit} company={view.company} view={view.standing} />
        {may(view.person.level, 'see-company-code') ? <CodeCard visit={visit} view={view} /> : null}
        <CompanyStandingCard visit={visit} company={view.company} view={view.standing} />
        <AccountCard visit={visit} view={view} />
        <NewslettersCard visit={visit} view={view} />
      </>
    ),
  });
}

/** To those who can do something about it, or know who can. */
function OnePrimary({ visit, view: { person, company, needsAnotherPrimary } }: ProfileProps) {
  if (!needsAnotherPrimary || !may(person.level, 'ask-for-accounts')) return null;
  const { onePrimary } = visit.language.portal;
  const canGive = levels.some((level) => isPrimary(level) && mayGive(person.level, level));
  return (
    <div class="notice">
      <h2>{onePrimary.title(line(company.name))}</h2>
      <p>{onePrimary.text}</p>
      {canGive ? (
        <p>
          <a class="button" href={hrefOf(visit, '/portal/people')}>
            {onePrimary.give}
          </a>
        </p>
      ) : (
        <p>{onePrimary.ask}</p>
      )}
    </div>
  );
}

function AccountCard({ visit, view: { person, company, now } }: ProfileProps) {
  const { language, settings } = visit;
  const { profile } = language.portal;
  const planOn = company.planUntil >= dateAt(settings.zone, now);
  const tellPlan = planOn ? profile.planUntil : profile.planEnded;
  const rows = [
    [profile.name, line(person.name)],
    [profile.email, person.email],
    [profile.level, language.messages.accountMails.levels[person.level]],
    [profile.company, line(company.name)],
    [profile.plan, tellPlan(dateName(company.planUntil, language))],
  ] as const;
  return (
    <section class="card" aria-labelledby="account">
      <h2 id="account">{profile.account}</h2>
      <dl class="facts">
        {rows.map(([label, text]) => (
          <div>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{profile.wrong}</p>
    </section>
  );
}
