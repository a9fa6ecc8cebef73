import { dateAt } from '../../domain/calendar/zone.ts';
import { levels } from '../../domain/people/level.ts';
import type { Member } from '../../domain/people/person.ts';
import { isLastPrimary } from '../../domain/people/primaries.ts';
import { line } from '../../messages/line.ts';
import { dateName } from '../dates.ts';
import { deskIn } from '../language/desk.ts';
import { CompanyForm, type CompanyProps } from './company-form.tsx';
import { InviteForm } from './company-invite-form.tsx';
import { Turning } from './company-turning.tsx';
import { personPath } from './desk-paths.ts';

/** The people with an account, what may be done for each, and the form that invites another. */
export function CompanyPeopleCard({ visit, view }: CompanyProps) {
  const words = deskIn(visit.language).companies;
  const { people } = view;
  return (
    <section class="card" id="people" aria-labelledby="people-title">
      <h2 id="people-title">{words.people}</h2>
      {people.items.length === 0 ? (
        <p>{words.noPeople}</p>
      ) : (
        <ul class="entries">
          {people.items.map((person) => (
            <PersonEntry visit={visit} view={view} person={person} />
          ))}
        </ul>
      )}
      <Turning
        visit={visit}
        view={view}
        list={people}
        cursor="people"
        more={words.morePeople}
        back={words.firstPeople}
      />
      <InviteForm visit={visit} view={view} />
    </section>
  );
}

interface EntryProps extends CompanyProps {
  readonly person: Member;
}

function PersonEntry({ visit, view, person }: EntryProps) {
  const { language, settings } = visit;
  const words = deskIn(language).companies;
  const { levels: names } = language.messages.accountMails;
  const asked = dateName(dateAt(settings.zone, person.invitedAt), language);
  return (
    <li>
      <h3>
        <a href={personPath(visit, person.email)}>{line(person.name)}</a>
      </h3>
      <p>{person.email}</p>
      <p class="soft">
        {names[person.level]} · {person.status === 'active' ? words.active : words.invited(asked)}
      </p>
      <details class="more">
        <summary>{words.manage(line(person.name))}</summary>
        {person.status === 'invited' ? <ResendForm visit={visit} view={view} person={person} /> : null}
        <LevelForm visit={visit} view={view} person={person} />
        <RemoveForm visit={visit} view={view} person={person} />
      </details>
    </li>
  );
}

function ResendForm({ visit, view, person }: EntryProps) {
  const words = deskIn(visit.language).companies;
  return (
    <CompanyForm visit={visit} view={view} action="resend">
      <input type="hidden" name="person" value={person.id} />
      <p>{words.resendText(person.email)}</p>
      <button type="submit">{words.resend}</button>
    </CompanyForm>
  );
}

function LevelForm({ visit, view, person }: EntryProps) {
  const words = deskIn(visit.language).companies;
  const { levels: names } = visit.language.messages.accountMails;
  const id = `level-${person.id}`;
  return (
    <CompanyForm visit={visit} view={view} action="level">
      <input type="hidden" name="person" value={person.id} />
      <label for={id}>{words.level}</label>
      <select id={id} name="level">
        {levels.map((level) => (
          <option value={level} selected={level === person.level}>
            {names[level]}
          </option>
        ))}
      </select>
      <p>{words.levelText}</p>
      <OnlyPrimary visit={visit} view={view} person={person} />
      <button type="submit">{words.levelButton}</button>
    </CompanyForm>
  );
}

function RemoveForm({ visit, view, person }: EntryProps) {
  const words = deskIn(visit.language).companies;
  const say = person.activatedAt === undefined ? words.removeInvited : words.removeText;
  return (
    <CompanyForm visit={visit} view={view} action="remove">
      <input type="hidden" name="person" value={person.id} />
      <p>{say(line(person.name))}</p>
      <OnlyPrimary visit={visit} view={view} person={person} />
      <button type="submit" class="grave">
        {words.remove}
      </button>
    </CompanyForm>
  );
}

/** Told where everybody is on the page: else another Primary may be on the next one. */
function OnlyPrimary({ visit, view: { people }, person }: EntryProps) {
  const isWhole = people.first && people.next === undefined;
  if (!isWhole || !isLastPrimary(person, people.items)) return null;
  return <p class="warned">{deskIn(visit.language).companies.onlyPrimary}</p>;
}
